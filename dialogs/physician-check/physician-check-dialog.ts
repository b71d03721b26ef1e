import { choices } from '../phrases/choices.js';
import { say } from '../phrases/phrases.js';
import { list, toldAbout } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import type { PhysicianWord } from '../record/record.js';
import { remember } from '../record/trail.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import { reportedWord } from './reported-word.js';
import { visitSummary } from './visit-summary.js';

/** Always before therapists: ask the physician first, with a summary to bring. */
export class PhysicianCheckDialog extends PhaseDialog {
  constructor() {
    super('physician_check');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const { record, assessment } = turn;
    if (record.physician && turn.taken) return 'waiting';
    const open = openRules(assessment);
    if (isFirstTime(turn)) {
      await turn.say(open.length > 0 ? 'physician.clearance' : 'physician.routine', {
        reasons: reasonsOf(turn),
      });
      await turn.show(visitSummary(record, assessment));
      record.told = [...record.told, ...open.map(({ rule }) => rule), INTRODUCED];
    }
    await turn.show({
      kind: 'question',
      id: 'physician_check',
      text: say(open.length > 0 ? 'physician.question_clearance' : 'physician.question', {
        about: turn.about,
      }),
      why: say('anytime.why', { why: say('physician.why') }),
      choices: choices('physician'),
    });
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { assessment } = turn;
    const answer = reportedWord(turn, 'physician_check', choices('physician')) as Answer | undefined;
    if (!answer) return false;
    await recordPhysicianWord(turn, answer);
    if (answer === 'not_yet' && openRules(assessment).length > 0) await turn.say('physician.wait');
    return true;
  }

  override why(): string {
    return say('physician.why');
  }
}

type Answer = PhysicianWord['answer'];

/** Marks in `told` that the summary was shown. */
const INTRODUCED = 'physician_check';

function isFirstTime({ record, assessment }: Turn): boolean {
  return (
    !record.told.includes(INTRODUCED) || openRules(assessment).some(({ rule }) => !record.told.includes(rule))
  );
}

function reasonsOf({ assessment }: Turn): string {
  return list(toldAbout(openRules(assessment)));
}

/** Keeps the word together with the rules it was given for: a new rule needs a new word. */
export async function recordPhysicianWord(turn: Turn, answer: PhysicianWord['answer']): Promise<void> {
  const { record, assessment } = turn;
  const open = openRules(assessment);
  record.physician = { answer, rules: open.map(({ rule }) => rule) };
  remember(record, 'physician_check');
  if (answer === 'advised_against') await turn.say('physician.against');
  if (answer === 'agrees') await turn.say('physician.glad');
  if (answer === 'not_yet' && open.length === 0) await turn.say('physician.ask_soon');
}
