import type { DialogContext } from 'botbuilder-dialogs';
import { isGuideQuestion } from '../knowledge/answers/question.js';
import { readCommand } from './anytime/commands.js';
import { answerFromGuide } from './anytime/guide-question.js';
import { sayNotUnderstood } from './anytime/not-understood.js';
import { openSource, readSourceRequest } from './anytime/open-source.js';
import { isConfirming, isWordOfPhase, runCommand } from './anytime/run-command.js';
import { OFFER } from './choices/offer.js';
import { takeBack } from './correction/correction.js';
import { news } from './danger/alarm.js';
import { readVerdict, takeVerdict } from './helpful/helpful.js';
import { foreignLanguageOf, showForeignNotice } from './language/foreign-notice.js';
import { listen } from './listen.js';
import { moveOn } from './move-on.js';
import { recordPhysicianWord } from './physician-check/physician-check-dialog.js';
import { readVolunteeredWord } from './physician-check/physician-word.js';
import { asksForTherapists, sayWhatComesFirst } from './therapists/asked-too-early.js';
import type { Turn } from './turn/turn.js';
import { greet } from './welcome/greeting.js';

/** Questions to which nearly any words are an answer, so that a question to the guide must be told apart first. */
const TAKES_ANY_WORDS = new Set(['triggers', 'conditions', 'medications', 'place']);

/** Phases that ask for facts about the person. */
const IN_QUESTIONS = new Set(['welcome', 'symptoms']);

/**
 * Answers one message: danger first, then what means the same everywhere (help, back, a question to the guide),
 * then the open question. Whatever it was, the conversation goes on from the phase that the record asks for.
 */
export async function hear(turn: Turn, dc: DialogContext): Promise<void> {
  const { utterance } = turn;
  if (!dc.activeDialog) await greet(turn);
  await listen(turn);
  if (turn.alarmed) return moveOn(turn, dc);
  if (turn.record.agreedAt && news(turn.record, turn.assessment).length > 0) {
    delete turn.record.correcting;
    if (isConfirming(dc)) await dc.cancelAllDialogs();
    return moveOn(turn, dc);
  }
  if (utterance.attachments.length > 0) await turn.say('anytime.media');
  if (utterance.text.trim() === '' && !utterance.answer) {
    if (!turn.spoke) await turn.say('anytime.empty');
    return moveOn(turn, dc);
  }
  const done = await answerMessage(turn, dc);
  if (done === 'done') return;
  await moveOn(turn, dc);
}

async function answerMessage(turn: Turn, dc: DialogContext): Promise<'done' | 'move_on'> {
  const { utterance, record } = turn;
  const verdict = readVerdict(utterance.answer);
  if (verdict) {
    await takeVerdict(turn, verdict.verdict, verdict.answer);
    return dc.activeDialog ? 'done' : 'move_on';
  }
  const language = foreignLanguageOf(turn);
  if (language) {
    await showForeignNotice(turn, language);
    return 'move_on';
  }
  if (isStale(turn)) {
    await turn.say('anytime.stale');
    return 'move_on';
  }
  if (isConfirming(dc)) {
    await dc.continueDialog();
    return isConfirming(dc) || turn.ended ? 'done' : 'move_on';
  }
  const command = readCommand(turn.words);
  if (command && !isWordOfPhase(command, turn, dc)) return runCommand(command, turn, dc);
  const source = readSourceRequest(turn.words);
  if (source !== undefined) {
    await openSource(turn, source);
    return 'move_on';
  }
  if (record.correcting) {
    if (!(await takeBack(turn))) await turn.say('anytime.not_understood');
    return 'move_on';
  }
  await answerInPhase(turn, dc);
  if (utterance.answer && !turn.taken && !turn.spoke) await turn.say('anytime.stale');
  return 'move_on';
}

async function answerInPhase(turn: Turn, dc: DialogContext): Promise<void> {
  const { utterance, record } = turn;
  const inEmergency = dc.activeDialog?.id === 'emergency';
  turn.asksGuide = !inEmergency && isGuideQuestion(utterance.text);
  if (turn.asksGuide && TAKES_ANY_WORDS.has(record.open ?? '')) return answerFromGuide(turn, utterance.text);
  if (await noteVolunteeredWord(turn, dc)) return;
  await dc.continueDialog();
  if (utterance.answer) return;
  if (turn.taken) {
    // "Is it safe when pregnant?" tells whom it is for as well, and is a question all the same.
    const isBoth = turn.asksGuide && IN_QUESTIONS.has(dc.activeDialog?.id ?? '');
    if (isBoth) await answerFromGuide(turn, utterance.text, false);
    return;
  }
  if (dc.activeDialog?.id !== 'therapists' && asksForTherapists(utterance.text)) {
    record.attempts = 0;
    await sayWhatComesFirst(turn, dc);
  } else if (turn.asksGuide) {
    record.attempts = 0;
    await answerFromGuide(turn, utterance.text);
  } else if (!turn.learned && !turn.spoke) await sayNotUnderstood(turn);
}

/** A patient who has moved on comes back with what their physician said. */
async function noteVolunteeredWord(turn: Turn, dc: DialogContext): Promise<boolean> {
  if (dc.activeDialog?.id !== 'therapists') return false;
  const word = readVolunteeredWord(turn.utterance.text);
  if (!word) return false;
  await recordPhysicianWord(turn, word);
  turn.taken = true;
  return true;
}

/** A button of another question than the open one; offers (of a message, a list) may be taken up at any time. */
function isStale({ utterance: { answer }, record }: Turn): boolean {
  return answer !== undefined && answer.question !== OFFER && answer.question !== record.open;
}
