import type { Wish } from '../../services/therapists/directory.js';
import { matchChoice } from '../choices/match-choice.js';
import { choices } from '../phrases/choices.js';
import type { Turn } from '../turn/turn.js';
import type { Choice } from '../views/view.js';

/** The choice (of choices.yaml, `relax`) that lets go of each wish. */
const RELAXING: Record<Wish, string> = {
  gender: 'any_gender',
  insurance: 'any_insurance',
  languages: 'any_language',
  price: 'any_price',
  radiusKm: 'any_distance',
  modalities: 'any_technique',
  specialties: 'any_specialty',
  accessibility: 'any_access',
  accepting: 'any_openings',
  withoutReferral: 'any_referral',
};

/** What can be done with a list of therapists. */
export function listOffers(turn: Turn): Choice[] {
  return offered(turn, choices('therapists'));
}

/** Where no (further) therapists are: what lets go of these wishes, and what is possible without a list. */
export function offersWithout(turn: Turn, relax: readonly (Wish | 'all_wishes')[] = []): Choice[] {
  const values = relax.map((wish) => (wish === 'all_wishes' ? wish : RELAXING[wish]));
  return offered(turn, [
    ...choices('relax').filter(({ value }) => values.includes(value)),
    ...choices('therapists').filter(({ value }) => value !== 'more' && value !== 'closer'),
  ]);
}

/** The offer that the words take up: those shown last come first, so that their numbers count. */
export function offerTaken({ record, words }: Turn): string | undefined {
  const all = [...choices('therapists'), ...choices('relax')];
  const shown = (record.offers ?? []).flatMap((value) => all.filter((choice) => choice.value === value));
  return (matchChoice(words, shown) ?? matchChoice(words, all))?.value;
}

/** The wish that an offer lets go; undefined for any other offer. */
export function wishRelaxedBy(offer: string | undefined): Wish | undefined {
  return (Object.keys(RELAXING) as Wish[]).find((wish) => RELAXING[wish] === offer);
}

function offered({ record }: Turn, all: Choice[]): Choice[] {
  record.offers = all.map(({ value }) => value);
  return all;
}
