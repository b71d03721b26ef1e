import { sheet } from '../../columns/columns.js';
import type { Draft } from '../../columns/draft-reader.js';
import { isoDay } from '../../match/day.js';
import { plain } from '../../match/wanted.js';
import { isNpi } from '../../npi.js';
import { recordFault } from '../../record-fault.js';
import { type Therapist, therapistSchema } from '../../therapist.js';

/** Clocks differ, and so do the days of the time zones. */
const AHEAD_MS = 36 * 3_600_000;

/** The last day that can be called past, wherever the operator is and however the clock goes. */
export function latestDay(now: Date): string {
  return isoDay(new Date(now.getTime() + AHEAD_MS));
}

/** A therapist, or what is wrong with the draft. A draft without an id gets one; no date but an end lies past `latest`. */
export function checkDraft(draft: Draft, latest: string): { therapist: Therapist } | { reason: string } {
  const id = draft.id ?? idFor(draft);
  if (id === undefined)
    return {
      reason: typeof draft.name === 'string' ? 'id: is missing; add a column id' : 'name: is missing',
    };
  const price = draft.price === undefined ? {} : { price: priceInCurrency(draft) };
  const result = therapistSchema.safeParse({ ...draft, id, ...price });
  if (!result.success) return { reason: recordFault(result.error) };
  const therapist = result.data;
  if (therapist.npi !== undefined && !isNpi(therapist.npi))
    return { reason: 'npi: its check digit is wrong; look the number up again' };
  const ahead = futureField(therapist, latest);
  return ahead === undefined ? { therapist } : { reason: `${ahead}: lies in the future` };
}

/** A price without a currency is in that of the country. */
function priceInCurrency({ price, location }: Draft): unknown {
  const { country } = (location ?? {}) as Draft;
  const currency = typeof country === 'string' ? sheet.currencies[country] : undefined;
  return currency && typeof price === 'object' ? { currency, ...price } : price;
}

/** An id that comes out the same whenever the same row is read. */
function idFor({ npi, name, location }: Draft): string | undefined {
  if (typeof npi === 'string') return `npi-${npi}`;
  if (typeof name !== 'string') return undefined;
  const { postcode, city } = (location ?? {}) as Draft;
  const words = [name, postcode ?? city].filter((part) => typeof part === 'string').map(plainLatin);
  return words[0] === '' ? undefined : words.filter(Boolean).join('-').slice(0, 100);
}

function plainLatin(text: string): string {
  return plain(text.normalize('NFKD').replace(/\p{M}+/gu, '')).replace(/[^a-z0-9-]/g, '');
}

/** Nobody looked at a licence, wrote a review or updated a record tomorrow. */
function futureField(
  { credentials, accepting, reviews, updatedAt }: Therapist,
  latest: string,
): string | undefined {
  const lies = (date: string | undefined) => date !== undefined && date > latest;
  if (credentials?.some(({ verifiedOn }) => lies(verifiedOn))) return 'credentials.verifiedOn';
  if (lies(accepting?.asOf)) return 'accepting.asOf';
  if (reviews?.some(({ on }) => lies(on))) return 'reviews.on';
  return updatedAt !== undefined && lies(isoDay(new Date(updatedAt))) ? 'updatedAt' : undefined;
}
