import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import type { Choice } from '../views/view.js';

const words = z
  .array(
    z
      .string()
      .min(1)
      .regex(/^\P{Lu}*$/u, 'write it in lower case'),
  )
  .min(1);
const standardAnswer = z.strictObject({ label: z.string().min(1), synonyms: words });

const vocabularySchema = z.strictObject({
  standard: z.strictObject({ yes: standardAnswer, no: standardAnswer, unsure: standardAnswer }),
  none: words,
  all: words,
  both: words,
  fillers: words,
  joiners: words,
  ranges: words,
  notAPrefix: words,
  cardinals: words,
  ordinals: words,
  shortOrdinals: words,
  last: words,
  ordinalNouns: words,
});

/** The words of choices.yaml. */
export const vocabulary = readDataFile(projectPath('dialogs', 'choices', 'choices.yaml'), vocabularySchema);

export type StandardAnswer = keyof typeof vocabulary.standard;

/** Yes, No and, where wanted, Not sure: `standardChoices('yes', 'no', 'unsure')`. */
export function standardChoices(...names: StandardAnswer[]): Choice[] {
  return names.map((value) => ({
    value,
    label: vocabulary.standard[value].label,
    synonyms: [...vocabulary.standard[value].synonyms],
  }));
}

/**
 * The words that answer a choice beyond its label and value: its own, and the standard ones where its value
 * is standard (`yes`) or its label begins so ("Yes, I agree").
 */
export function synonymsOf(choice: Choice): string[] {
  const own = choice.synonyms ?? [];
  const standard = Object.entries(vocabulary.standard).find(
    ([value, { label }]) => choice.value === value || beginsWith(choice.label, label),
  )?.[1];
  return standard ? [...own, standard.label.toLowerCase(), ...standard.synonyms] : own;
}

/** "No, not yet" begins with "No"; "No change" does not. */
function beginsWith(label: string, word: string): boolean {
  const rest = label.slice(word.length);
  return label.toLowerCase().startsWith(word.toLowerCase()) && /^\s?[,;:.–—]/u.test(rest);
}
