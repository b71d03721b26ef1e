import { isNumbered, showsNumbers } from '../../dialogs/choices/numbers.js';
import type { Choice } from '../../dialogs/views/view.js';
import { oneLine } from './shown-text.js';

/** Lines of choices in plain text: "1. Left side", or "- 7" where the labels are numbers themselves. */
export function choiceLines(choices: readonly Choice[]): string[] {
  const numbered = isNumbered(choices);
  return choices.map(({ label }, at) => (numbered ? `${at + 1}. ${label}` : `- ${label}`));
}

/** What stands on a button: the label, with its number only where another number could be mistaken for it. */
export function buttonLabels(choices: readonly Choice[]): string[] {
  const labels = showsNumbers(choices) ? choiceLines(choices) : choices.map((choice) => choice.label);
  return labels.map(oneLine);
}
