import type { Choice } from '../views/view.js';
import { synonymsOf, vocabulary } from './vocabulary.js';
import { choiceWords, withoutFillers } from './words.js';

/**
 * Reads "2", "two", "second", "2nd", "the second one", "last" (given the count) as a position from 1;
 * undefined where the words are anything more than a position.
 */
export function positionIn(words: readonly string[], count: number): number | undefined {
  const [first, second, ...more] = withoutFillers(words);
  if (first === undefined || more.length > 0) return undefined;
  const ordinal = ordinalOf(first, count);
  if (second !== undefined) {
    return ordinal !== undefined && vocabulary.ordinalNouns.includes(second) ? ordinal : undefined;
  }
  return ordinal ?? cardinalOf(first);
}

/** 2 for "2" and "two". */
export function cardinalOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = vocabulary.cardinals.indexOf(word);
  return at < 0 ? undefined : at + 1;
}

function ordinalOf(word: string, count: number): number | undefined {
  if (vocabulary.last.includes(word)) return count;
  const at = Math.max(vocabulary.ordinals.indexOf(word), vocabulary.shortOrdinals.indexOf(word));
  return at < 0 ? undefined : at + 1;
}

/**
 * Whether a choice can be answered by its position. Not where the labels, values or synonyms are numbers
 * themselves: of 0 to 10 for pain, "2" means two and not the second.
 */
export function isNumbered(choices: readonly Choice[]): boolean {
  return !choices.some((choice, at) => {
    if (/^\d+$/.test(choice.label.trim())) return true;
    return [choice.label, choice.value, ...synonymsOf(choice)].some((text) => {
      const words = choiceWords(text);
      const number = words.length === 1 ? cardinalOf(words[0] ?? '') : undefined;
      return number !== undefined && number !== at + 1;
    });
  });
}

/**
 * Whether the numbers must be seen, even on buttons: a label such as "4 to 7 days" would otherwise be meant
 * by somebody who types "4".
 */
export function showsNumbers(choices: readonly Choice[]): boolean {
  return (
    isNumbered(choices) &&
    choices.some((choice) => cardinalOf(choiceWords(choice.label)[0] ?? '') !== undefined)
  );
}
