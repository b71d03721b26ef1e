import type { Assessment, Reason } from '../../knowledge/safety/assessment.js';
import { removeFinding } from '../../knowledge/safety/remove-finding.js';
import { conceptLabel } from '../../knowledge/symptoms/lexicon/lexicon.js';
import { matchChecklist } from '../choices/match-checklist.js';
import { say } from '../phrases/phrases.js';
import { list } from '../record/describe.js';
import { openRules } from '../record/next-phase.js';
import type { Turn } from '../turn/turn.js';
import type { ChecklistView } from '../views/view.js';

/** The patient says that something was a mistake: from now on the question is which. */
export function openCorrection(turn: Turn): void {
  turn.record.correcting = true;
}

export async function askWhichIsWrong(turn: Turn): Promise<void> {
  await turn.show(whichIsWrong(turn));
}

/** Takes back exactly what the patient names, and says what that changes; false where nothing was understood. */
export async function takeBack(turn: Turn): Promise<boolean> {
  const { record } = turn;
  const view = whichIsWrong(turn);
  const named = namedIn(turn, view);
  if (!named) return false;
  delete record.correcting;
  const before = turn.assessment.disposition;
  const wrong = alarmingConcepts(turn.assessment).filter((concept) => named.values.includes(concept));
  if (wrong.length === 0) {
    await turn.say('correction.kept');
    return true;
  }
  for (const concept of wrong) record.report = removeFinding(record.report, concept);
  await turn.say('correction.removed', { labels: list(wrong.map((concept) => conceptLabel(concept))) });
  await sayWhatChanged(turn, before);
  return true;
}

/** After a correction of whatever kind: what it changed, or that it changed nothing. */
export async function sayWhatChanged(turn: Turn, before: Reason['disposition']): Promise<void> {
  const { record, assessment } = turn;
  record.told = record.told.filter((rule) => assessment.reasons.some((reason) => reason.rule === rule));
  if (assessment.disposition === before) await turn.say('correction.still');
  else await turn.say('correction.lowered', { before: say(`disposition.${before}`) });
}

/** Undefined where the answer belongs to another question, or ticks both an item and "all true". */
function namedIn(
  { utterance: { answer, text } }: Turn,
  view: ChecklistView,
): { values: string[] } | undefined {
  if (!answer) return matchChecklist(text, view);
  const contradicts = answer.values.includes(view.none.value) && answer.values.length > 1;
  return answer.question === view.id && answer.values.length > 0 && !contradicts ? answer : undefined;
}

function whichIsWrong(turn: Turn): ChecklistView {
  return {
    kind: 'checklist',
    id: 'correction',
    text: say('correction.which'),
    why: say('anytime.why', { why: say('correction.why') }),
    items: alarmingConcepts(turn.assessment).map((concept) => ({
      value: concept,
      label: conceptLabel(concept),
    })),
    none: { value: 'none', label: say('correction.none') },
  };
}

/** What the patient told that made an emergency or urgent rule fire, each once. */
function alarmingConcepts(assessment: Assessment): string[] {
  const reasons = openRules(assessment).filter(({ disposition }) => disposition !== 'clearance');
  return [...new Set(reasons.flatMap(({ concepts }) => concepts))];
}
