import { wordsOf } from '../retrieval/words-of.js';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const WORDS = new Map<string, string>([
  ...SMALL.map((word, value): [string, string] => [word, String(value)]),
  ['twice', '2'],
  ['double', '2'],
  ['triple', '3'],
  ['dozen', '12'],
  ['dozens', '12'],
  ['thirty', '30'],
  ['forty', '40'],
  ['fifty', '50'],
  ['sixty', '60'],
  ['seventy', '70'],
  ['eighty', '80'],
  ['ninety', '90'],
  ['hundred', '100'],
  ['hundreds', '100'],
  ['thousand', '1000'],
  ['thousands', '1000'],
  ['million', '1000000'],
  ['percent', '%'],
]);

/** A number's word as digits; any other word as it is, and "one", which is a pronoun more often than a number. */
export function asDigits(word: string): string {
  return (word === 'one' ? undefined : WORDS.get(word)) ?? word;
}

/**
 * The numbers a text names, in digits or in words, as digits. "One" is left out: it is a pronoun more often than a
 * number.
 */
export function numbersIn(text: string): Set<string> {
  const numbers = new Set<string>();
  for (const [digits] of text.matchAll(/\d+(?:[.,]\d+)*/g)) numbers.add(digits.replace(/,(?=\d{3}\b)/g, ''));
  for (const word of wordsOf(text)) {
    const value = WORDS.get(word);
    if (value !== undefined && word !== 'one') numbers.add(value);
  }
  if (text.includes('%')) numbers.add('%');
  return numbers;
}
