import { assess } from '../../knowledge/safety/assess.js';
import { readAge } from '../../knowledge/symptoms/answers/age.js';
import { matchChoice } from '../choices/match-choice.js';
import { plainYesNo } from '../choices/plain-yes-no.js';
import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { awaitsGuardian } from '../record/next-phase.js';
import type { PatientRecord } from '../record/record.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import type { QuestionView } from '../views/view.js';
import { sexOf } from './relatives.js';

type Step = 'consent' | 'guardian' | 'about';

/** What this is, agreement before anything is kept, a parent's for someone under 18, and whom it is for. */
export class WelcomeDialog extends PhaseDialog {
  protected override readonly takesOffers = true;

  constructor() {
    super('welcome');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const { record } = turn;
    if (record.declined && !record.minor) {
      if (!turn.spoke) await turn.say('welcome.declined_again');
      return 'waiting';
    }
    const step = openStep(record);
    if (!step) return 'done';
    if (turn.standing.disposition === 'emergency') return askForHelpFirst(turn, step);
    // After a guardian's no, the question stands, but is not pressed again at once.
    if (!record.declined || !turn.taken) await turn.show(questionFor(step, record.attempts > 0));
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    const step = record.declined && !record.minor ? 'consent' : openStep(record);
    if (!step) return false;
    if (isTakenBack(turn)) {
      turn.dropWithheld();
      await turn.say('correction.withdrawn');
      return true;
    }
    if (step === 'guardian' && isOfAge(turn)) return true;
    const value = matchChoice(turn.words, choices(step))?.value ?? meant(turn, step);
    if (value === undefined) {
      record.attempts += 1;
      return false;
    }
    record.attempts = 0;
    await RECORD[step](turn, value);
    return true;
  }

  override why({ record }: Turn): string | undefined {
    const step = openStep(record);
    return step && say(`welcome.${step}_why`);
  }
}

/** What raised the alarm before agreement was a mistake: it is dropped, as nothing of it was kept. */
function isTakenBack(turn: Turn): boolean {
  // "1" answers the question that stands below the notice, not the notice's own button.
  const isNumber = !/\p{L}{3}/u.test(turn.words);
  if (isNumber || turn.standing.disposition !== 'emergency') return false;
  return matchChoice(turn.words, choices('danger')) !== undefined;
}

/** In an emergency the agreement can wait; it is only asked for when the patient writes on. */
async function askForHelpFirst(turn: Turn, step: Step): Promise<'waiting'> {
  if (turn.alarmed) return 'waiting';
  await turn.say('emergency.help_first');
  await turn.show(questionFor(step, false));
  return 'waiting';
}

function openStep(record: PatientRecord): Step | undefined {
  if (awaitsGuardian(record)) return 'guardian';
  if (!record.agreedAt) return 'consent';
  return record.aboutAsked ? undefined : 'about';
}

/** "I am 30": the age that made us ask for a parent was a slip. */
function isOfAge(turn: Turn): boolean {
  const age = readAge(turn.words);
  if (age === undefined || age < 18) return false;
  delete turn.record.minor;
  const held = turn.takeWithheld();
  if (held) turn.record.report = { ...held, age };
  return true;
}

function questionFor(step: Step, again: boolean): QuestionView {
  return {
    kind: 'question',
    id: step,
    text: say(again && step === 'consent' ? 'welcome.consent_again' : `welcome.${step}`),
    why: say('anytime.why', { why: say(`welcome.${step}_why`) }),
    choices: choices(step),
    closed: true,
  };
}

/** Answers that are no label: a plain yes or no, and symptoms in place of "for me". */
function meant({ words, learned, reading }: Turn, step: Step): string | undefined {
  const answer = plainYesNo(words);
  if (step === 'about') return reading?.about ?? (answer === 'yes' || learned ? 'self' : undefined);
  if (answer === 'yes') return step === 'consent' ? 'agree' : 'yes';
  if (answer === 'no') return step === 'consent' ? 'decline' : 'no';
  return undefined;
}

const RECORD: Record<Step, (turn: Turn, value: string) => Promise<void>> = {
  async consent(turn, value) {
    const { record } = turn;
    delete record.declined;
    if (value === 'agree') agree(turn);
    else if (value === 'minor') record.minor = true;
    else {
      record.declined = true;
      turn.dropWithheld();
      await turn.say('welcome.declined');
    }
  },
  async guardian(turn, value) {
    const { record } = turn;
    if (value === 'yes') {
      record.guardian = 'agreed';
      delete record.declined;
      agree(turn);
      return;
    }
    turn.forgetPatient();
    turn.record.declined = true;
    turn.record.minor = true;
    await turn.say('welcome.guardian_absent');
  },
  async about({ record, words }, value) {
    record.aboutAsked = true;
    const sex = sexOf(words) ?? record.report.sex;
    record.report = { ...record.report, about: value as 'self' | 'child' | 'other', ...(sex && { sex }) };
  },
};

/** From here on what is said is kept; what was said before is used without asking again. */
function agree(turn: Turn): void {
  const { record } = turn;
  record.agreedAt = turn.now.toISOString();
  const held = turn.takeWithheld();
  if (!held) return;
  record.report = held;
  if (!record.asked.includes('complaint')) record.asked.push('complaint');
  // The notice was shown when it was said.
  record.told = assess(held).reasons.map(({ rule }) => rule);
  if (held.about !== 'self') record.aboutAsked = true;
}
