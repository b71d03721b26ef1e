import { anyOf } from './wish-numbers.js';
import { wishWords } from './wishes-data.js';

const DOLLARS = 'USD';
/** More than this nobody pays for a session; it is another number. */
const HIGHEST = 2000;

const currencies = new Map(
  Object.entries(wishWords.currencies).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
);
const words = anyOf([...currencies.keys()]);

const PRICE = new RegExp(
  `(?<![\\p{L}\\d])(${anyOf(wishWords.atMost)})?[ :]{0,2}(?:an? |about |around )?(?:us |ca |au )?([$€£])? ?` +
    `(\\d{1,4}(?:[.,]\\d{2})?)(?![\\d.,]*\\d)[ -]{0,2}([$€£]|${words})?` +
    `(?: ?(${anyOf(wishWords.perSession)}))?(?: ?(${anyOf(wishWords.atMostBehind)}))?(?![\\p{L}\\d])`,
  'u',
);

/** "under $80", "80 euros or less", "no more than 90 an hour"; undefined where no price is named. */
export function readPrice(
  message: string,
  country?: string,
): { atMost: number; currency: string } | undefined {
  const said = message
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/\b(\/|per )h(?:ou)?r\b/g, 'per hour')
    .replace(/\s+/g, ' ')
    .trim();
  const [whole, before, symbol, amount = '', named, session, behind] = PRICE.exec(said) ?? [];
  if (whole === undefined) return undefined;
  const unit = symbol ?? named;
  const isPrice = unit !== undefined || session !== undefined;
  const isLimit = before !== undefined || behind !== undefined || whole.trim() === said;
  const atMost = Number(amount.replace(',', '.'));
  if (!isPrice || !isLimit || atMost <= 0 || atMost > HIGHEST) return undefined;
  const currency = (unit === '$' ? undefined : currencies.get(unit ?? '')) ?? DOLLARS;
  return {
    atMost,
    currency: currency === DOLLARS && country ? (wishWords.dollarsOf[country] ?? DOLLARS) : currency,
  };
}
