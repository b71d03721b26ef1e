import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { complaintInWords } from '../record/describe.js';
import type { PatientRecord } from '../record/record.js';
import { remember } from '../record/trail.js';
import { asksForTherapists } from '../therapists/asked-too-early.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import { applyAnswer } from './answers.js';
import { isMissing, nextQuestion, progressOf } from './interview.js';
import { QUESTION_IDS, type QuestionId, question } from './question.js';

/** A question is put twice; after that it is left open rather than asked for ever. */
const MOST_ATTEMPTS = 2;

/** The symptoms in the patient's words, then only what is missing. */
export class SymptomsDialog extends PhaseDialog {
  constructor() {
    super('symptoms');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const { record } = turn;
    const id = nextQuestion(record);
    if (!id) {
      record.interviewed = true;
      return 'done';
    }
    if (isWithheldTaken(turn)) await sayWhatWasUnderstood(turn);
    const { text, again, why, choices: named } = question(id);
    await turn.show({
      kind: 'question',
      id,
      text: record.attempts > 0 ? again : text[turn.about],
      why: say('anytime.why', { why }),
      progress: progressOf(record),
      ...(named && { choices: choices(id) }),
    });
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    const id = openQuestion(record);
    if (!id) return turn.learned;
    const answered = applyAnswer(id, turn.words, record.report);
    if (answered) record.report = answered;
    if (answered || isAnsweredByReading(turn, id)) close(record, id);
    else if (turn.asksGuide || !turn.learned) return this.countAttempt(turn);
    if (OPENING.has(id)) await sayWhatWasUnderstood(turn);
    return true;
  }

  /** What was not understood twice is left open: better a gap than a patient who gives up. */
  private countAttempt(turn: Turn): boolean {
    turn.record.attempts += 1;
    return turn.record.attempts >= MOST_ATTEMPTS && this.skip(turn);
  }

  override skip({ record }: Turn): boolean {
    const id = openQuestion(record);
    if (id) close(record, id);
    return id !== undefined;
  }

  override why({ record }: Turn): string | undefined {
    const id = openQuestion(record);
    return id && question(id).why;
  }
}

/** What was said before the agreement has just come in: the patient hears that it was not lost. */
function isWithheldTaken({ record, spoke }: Turn): boolean {
  return !spoke && record.trail.length === 0 && record.asked.length > 0;
}

/** What the message says, at whatever question, fills what this one asks for. */
function isAnsweredByReading(turn: Turn, id: QuestionId): boolean {
  if (id === 'complaint') return turn.learned || (isSentence(turn.words) && !asksForTherapists(turn.words));
  return turn.learned && !turn.asksGuide && !isMissing(turn.record, id);
}

/** "It hurts" says little, but enough to ask where. */
function isSentence(words: string): boolean {
  return words.trim().split(/\s+/).length > 1 && !words.includes('?');
}

/** Answers in the patient's own words, after which they hear what was understood. */
const OPENING = new Set<QuestionId>(['complaint', 'where']);

async function sayWhatWasUnderstood(turn: Turn): Promise<void> {
  const facts = turn.record.report.complaints.map(complaintInWords).join('; ');
  if (facts) await turn.say('symptoms.picked_up', { facts });
}

/** The interview question that was shown last and has no answer yet. */
function openQuestion(record: PatientRecord): QuestionId | undefined {
  return QUESTION_IDS.find((id) => id === record.open);
}

function close(record: PatientRecord, id: QuestionId): void {
  record.asked.push(id);
  record.attempts = 0;
  delete record.open;
  remember(record, `symptoms.${id}`);
}
