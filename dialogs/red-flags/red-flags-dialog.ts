import type { SafetyQuestion } from '../../knowledge/safety/assessment.js';
import { checklistFor } from '../../knowledge/safety/checklist.js';
import { matchChecklist } from '../choices/match-checklist.js';
import { say } from '../phrases/phrases.js';
import { answeredFinding } from '../record/answered-finding.js';
import { remember } from '../record/trail.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import type { ChecklistView } from '../views/view.js';

/** A list longer than this is not read. */
const MOST_ITEMS = 10;

/** The signs of danger for the regions named, with an explicit "none of these". */
export class RedFlagsDialog extends PhaseDialog {
  constructor() {
    super('red_flags');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    await turn.show(checklist(turn));
    return 'waiting';
  }

  override async answer(turn: Turn): Promise<boolean> {
    const { record } = turn;
    const view = checklist(turn);
    const ticked = turn.utterance.answer
      ? { values: turn.utterance.answer.values, none: turn.utterance.answer.values.includes('none') }
      : matchChecklist(turn.utterance.text, view);
    const found = view.items.filter(({ value }) => ticked?.values.includes(value));
    if (!ticked && !named(turn, view)) {
      record.attempts += 1;
      return turn.learned;
    }
    record.report = {
      ...record.report,
      findings: [
        ...record.report.findings,
        ...found.map(({ value, label }) => answeredFinding(value, label, 'present')),
      ],
    };
    record.attempts = 0;
    record.screened = true;
    remember(record, 'red_flags');
    if (ticked && found.length === 0 && turn.assessment.disposition !== 'urgent')
      await turn.say('red_flags.clear');
    return true;
  }

  override why(): string {
    return say('red_flags.why');
  }
}

/** Questions that the rules would still ask come first, then the list for the regions. */
function checklist(turn: Turn): ChecklistView {
  const { record, assessment } = turn;
  const asked: Pick<SafetyQuestion, 'concept' | 'label'>[] = assessment.questions;
  const all = [...asked, ...checklistFor(record.report).items];
  const items = all.filter(
    ({ concept }, index) => all.findIndex((other) => other.concept === concept) === index,
  );
  const urgent = assessment.disposition === 'urgent';
  return {
    kind: 'checklist',
    id: 'red_flags',
    text: wording(turn, urgent),
    why: say('anytime.why', { why: say('red_flags.why') }),
    items: items.slice(0, MOST_ITEMS).map(({ concept, label }) => ({ value: concept, label })),
    none: { value: 'none', label: say('red_flags.none') },
  };
}

function wording({ record, about }: Turn, urgent: boolean): string {
  if (record.attempts > 0) return say('red_flags.again');
  return say(urgent ? 'red_flags.after_urgent' : 'red_flags.intro', { about });
}

/** The patient named one of the signs in their own words; the reading has it already. */
function named({ reading }: Turn, view: ChecklistView): boolean {
  return view.items.some(({ value }) =>
    reading?.findings.some(({ concept, status }) => concept === value && status === 'present'),
  );
}
