import type { Choice } from '../views/view.js';
import { isNumbered, positionIn } from './numbers.js';
import { areTyposOf } from './typo.js';
import { synonymsOf, vocabulary } from './vocabulary.js';
import { asTyped, choiceWords, sameWords, startsWithWords, withoutFillers, wordsOf } from './words.js';

/** An answer to a question is short; anything longer is for reading symptoms. */
const longestAnswer = 200;
const shortestPrefix = 3;

type Reading = (text: string, choices: readonly Choice[]) => Choice[];

/** Surest first, after the name as typed: the first that finds any choice decides, if it finds just one. */
const readings: readonly Reading[] = [byNameWords, byPosition, bySynonym, byLetter, byStart, byTypo];

/**
 * The choice that the text answers: by its number ("2", "two", "the second one"), value, label, synonym,
 * the beginning of its label, or one of these with a slip of the finger. Never guesses between two.
 */
export function matchChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  const named = byNameAsTyped(text, choices);
  if (named.length > 0) return only(named);
  if (text.length > longestAnswer) return undefined;
  for (const reading of readings) {
    const found = reading(text, choices);
    if (found.length > 0) return only(found);
  }
  return undefined;
}

function only(found: readonly Choice[]): Choice | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function byNameAsTyped(text: string, choices: readonly Choice[]): Choice[] {
  const typed = asTyped(text);
  if (typed === '') return [];
  return choices.filter((choice) => asTyped(choice.label) === typed || asTyped(choice.value) === typed);
}

function byNameWords(text: string, choices: readonly Choice[]): Choice[] {
  const typed = wordsOf(text);
  return choices.filter((choice) => namesOf(choice).some((name) => sameWords(choiceWords(name), typed)));
}

function byPosition(text: string, choices: readonly Choice[]): Choice[] {
  if (!isNumbered(choices)) return [];
  const choice = choices[(positionIn(wordsOf(text), choices.length) ?? 0) - 1];
  return choice ? [choice] : [];
}

function bySynonym(text: string, choices: readonly Choice[]): Choice[] {
  const typed = wordsOf(text);
  const raw = asTyped(text);
  const exact = choices.filter((choice) =>
    synonymsOf(choice).some((synonym) => asTyped(synonym) === raw || sameWords(choiceWords(synonym), typed)),
  );
  if (exact.length > 0) return exact;
  const core = withoutFillers(typed);
  return choices.filter((choice) => coresOf(choice).some((answer) => sameWords(answer, core)));
}

/** "option a", where the labels are listed as "A) Left", "B) Right". */
function byLetter(text: string, choices: readonly Choice[]): Choice[] {
  const typed = wordsOf(text);
  const letter = typed.pop();
  if (letter === undefined || withoutFillers(typed).length > 0) return [];
  return choices.filter((choice) => /^\(?(\p{L})[).:]\s/u.exec(choice.label)?.[1]?.toLowerCase() === letter);
}

/** "left" for "Left side", "numb" for "Numbness": whole words, or three letters and more of the first. */
function byStart(text: string, choices: readonly Choice[]): Choice[] {
  const typed = withoutFillers(wordsOf(text));
  if (typed.every((word) => vocabulary.notAPrefix.includes(word))) return [];
  return choices.filter((choice) => {
    const label = withoutFillers(choiceWords(choice.label));
    if (startsWithWords(label, typed)) return true;
    return typed.length === 1 && isStartOfWord(typed[0] ?? '', label[0] ?? '');
  });
}

function isStartOfWord(typed: string, word: string): boolean {
  return typed.length >= shortestPrefix && !/\d/.test(typed) && word.startsWith(typed);
}

function byTypo(text: string, choices: readonly Choice[]): Choice[] {
  const typed = withoutFillers(wordsOf(text)).map((word) => word.replace(/(\p{L})\1{2,}/gu, '$1'));
  return choices.filter((choice) => coresOf(choice).some((answer) => areTyposOf(typed, answer)));
}

function namesOf(choice: Choice): string[] {
  return [choice.label, choice.value];
}

/** Without fillers; but a synonym keeps its small words: of "it is not", "not" alone would be left. */
function coresOf(choice: Choice): string[][] {
  return [
    ...namesOf(choice).map((name) => withoutFillers(choiceWords(name))),
    ...synonymsOf(choice).map((synonym) => [...choiceWords(synonym)]),
  ];
}
