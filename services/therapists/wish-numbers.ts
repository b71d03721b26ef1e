import { spaced } from './vocabulary/find-words.js';
import { wishWords } from './wishes-data.js';

const KM_A_MILE = 1.609344;
/** Beyond this a distance is no wish. */
const FARTHEST_KM = 1000;

/** A pattern for any of the words, the longest first; a hyphen may join them. */
export const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ /g, '[ -]'))
    .join('|');

const DISTANCE = new RegExp(
  `(?<![\\p{L}\\d.])(\\d{1,4}(?:[.,]\\d{1,2})?|${anyOf(Object.keys(wishWords.numbers))})[ -]{0,3}` +
    `(?:(${anyOf(wishWords.milesWords)})|(?:${anyOf(wishWords.kmWords)}))(?![\\p{L}\\d])`,
  'u',
);

/** "within 10 miles", "2.5 km", "ten-mile radius": in kilometres, undefined where no distance is named. */
export function readDistanceKm(text: string): number | undefined {
  const [, amount = '', miles] = DISTANCE.exec(text.toLowerCase()) ?? [];
  const number = wishWords.numbers[amount.replace('-', ' ')] ?? Number(amount.replace(',', '.'));
  const km = Math.round(number * (miles ? KM_A_MILE : 1) * 100) / 100;
  return amount !== '' && km > 0 && km <= FARTHEST_KM ? km : undefined;
}

const AMOUNT_OF_TIME = new RegExp(
  `(?<![\\p{L}\\d])(?:${anyOf(wishWords.travelTime)}|` +
    `(?:\\d{1,3}|${anyOf(Object.keys(wishWords.numbers))})[ -]?(?:${anyOf(wishWords.timeUnits)}))(?![\\p{L}\\d])`,
  'u',
);
const TRAVEL = new RegExp(`(?<!\\p{L})(?:${anyOf(wishWords.travelCues)})(?!\\p{L})`, 'u');

/** "half an hour away", "a 20 minute drive": how far in time, which no distance tells. */
export function readsTravelTime(text: string): boolean {
  const said = text.toLowerCase();
  return AMOUNT_OF_TIME.test(said) && TRAVEL.test(said);
}

const POSITIONS = new Map([...Object.entries(wishWords.ordinals), ...Object.entries(wishWords.numbers)]);

/** Behind these, "one" is no number: "the second one", "which one". */
const ONE_OF_THEM = new Set([...Object.keys(wishWords.ordinals), ...wishWords.oneBehind]);

/** "1 and 3", "the first and the third", "the first two": positions from 1, each once. */
export function readCompared(text: string): number[] {
  const words = spaced(text).trim().split(' ');
  const firstFew = / first (\w+) /.exec(spaced(text))?.[1];
  const few = firstFew === undefined ? undefined : (wishWords.numbers[firstFew] ?? Number(firstFew));
  if (few !== undefined && Number.isInteger(few) && few > 1 && few <= 10) {
    return Array.from({ length: few }, (_, i) => i + 1);
  }
  const positions = words
    .filter((word, at) => word !== 'one' || !ONE_OF_THEM.has(words[at - 1] ?? ''))
    .map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : POSITIONS.get(word)));
  return [...new Set(positions.filter((position) => position !== undefined))].filter(
    (position) => position > 0,
  );
}
