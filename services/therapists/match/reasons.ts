import type { MatchQuery } from '../directory.js';
import type { Therapist } from '../therapist.js';
import { labelOf } from '../vocabulary/vocabulary.js';
import { languageName, list, monthOf } from '../words.js';
import { filtersOf, plain } from './filters.js';
import { phrase } from './phrases.js';
import type { Score } from './score.js';

/** More would be read by nobody. */
const SPECIALTIES_NAMED = 3;

/** Why this therapist, for the patient: what was asked for first, then what speaks for them, warnings last. */
export function reasonsFor(therapist: Therapist, km: number, query: MatchQuery, score: Score): string[] {
  const reasons = [
    fitReason(therapist, score),
    ...wishReasons(therapist, query),
    therapist.homeVisits && km <= therapist.homeVisits.radiusKm ? phrase('home') : undefined,
    score.licence.standing === 'verified' && score.licence.credential?.verifiedOn
      ? phrase('verified', { month: monthOf(score.licence.credential.verifiedOn) })
      : undefined,
    ratingReason(therapist),
    acceptingReason(therapist),
    score.licence.standing === 'expired' && score.licence.credential?.expiresOn
      ? phrase('expired', { month: monthOf(score.licence.credential.expiresOn) })
      : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined);
}

function fitReason({ yearsInPractice }: Therapist, { fits, yearsWithIt }: Score): string | undefined {
  if (fits.length === 0) {
    if (yearsInPractice === undefined || yearsInPractice < 1) return undefined;
    const years = Math.floor(yearsInPractice);
    return phrase(years === 1 ? 'practice_one' : 'practice', { years });
  }
  const specialties = list(fits.slice(0, SPECIALTIES_NAMED).map((id) => labelOf('specialty', id)));
  const years = Math.floor(yearsWithIt ?? 0);
  if (years < 1) return phrase('fit', { specialties });
  return phrase(years === 1 ? 'fit_years_one' : 'fit_years', { specialties, years });
}

/** Wishes that the filters hold the therapist to, said back. */
function wishReasons(therapist: Therapist, query: MatchQuery): string[] {
  const filters = filtersOf(query);
  const shared = (wanted: readonly string[] = [], has: readonly string[] = []) =>
    has.filter((value) => wanted.some((want) => plain(want) === plain(value)));
  const reasons: string[] = [];
  if (filters.has('languages')) {
    const wanted = query.languages?.map((code) => code.toLowerCase().split('-')[0]);
    const spoken = (therapist.languages ?? []).filter((code) =>
      wanted?.includes(code.toLowerCase().split('-')[0]),
    );
    if (spoken.length > 0)
      reasons.push(phrase('languages', { languages: list(spoken.map((code) => languageName(code))) }));
  }
  const offered = shared(query.modalities, therapist.modalities);
  if (offered.length > 0) {
    reasons.push(phrase('modalities', { modalities: list(offered.map((id) => labelOf('modality', id))) }));
  }
  const taken = query.insurance === undefined ? [] : shared([query.insurance], therapist.insurance);
  if (taken[0] !== undefined)
    reasons.push(phrase('insurance', { insurance: labelOf('insurance', taken[0]) }));
  return reasons;
}

function ratingReason({ rating }: Therapist): string | undefined {
  if (!rating || rating.count === 0) return undefined;
  const { average, count } = rating;
  return phrase(count === 1 ? 'rating_one' : 'rating', { average: average.toFixed(1), count });
}

function acceptingReason({ accepting }: Therapist): string | undefined {
  if (!accepting) return undefined;
  const { newClients, asOf } = accepting;
  if (asOf === undefined) return phrase(newClients ? 'accepting' : 'full');
  return phrase(newClients ? 'accepting_as_of' : 'full_as_of', { month: monthOf(asOf) });
}
