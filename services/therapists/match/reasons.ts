import { describePrice } from '../describe.js';
import type { Therapist } from '../therapist.js';
import { labelOf } from '../vocabulary/vocabulary.js';
import { languageName, list, monthOf } from '../words.js';
import { phrase } from './phrases.js';
import type { Score } from './score.js';
import { baseLanguage, type Wanted } from './wanted.js';

/** More would be read by nobody. */
const SPECIALTIES_NAMED = 3;

/** Why this therapist, for the patient: what was asked for first, then what speaks for them. */
export function reasonsFor(therapist: Therapist, km: number, wanted: Wanted, score: Score): string[] {
  const reasons = [
    fitReason(therapist, score),
    ...wishReasons(therapist, wanted),
    therapist.homeVisits && km <= therapist.homeVisits.radiusKm ? phrase('home') : undefined,
    score.licence.standing === 'verified' && score.licence.credential?.verifiedOn
      ? phrase('verified', { month: monthOf(score.licence.credential.verifiedOn) })
      : undefined,
    ratingReason(therapist),
    therapist.accepting?.newClients ? acceptingReason(therapist) : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined);
}

/** What speaks against this therapist, and must not look as if it spoke for them. */
export function cautionsFor(therapist: Therapist, { licence }: Score): string[] {
  const expiresOn = licence.standing === 'expired' ? licence.credential?.expiresOn : undefined;
  const cautions = [
    therapist.accepting?.newClients === false ? acceptingReason(therapist) : undefined,
    expiresOn && phrase('expired', { month: monthOf(expiresOn) }),
  ];
  return cautions.filter((caution) => caution !== undefined);
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
function wishReasons(therapist: Therapist, wanted: Wanted): string[] {
  const reasons: string[] = [];
  const spoken = (therapist.languages ?? []).filter((code) => wanted.languages?.includes(baseLanguage(code)));
  if (spoken.length > 0)
    reasons.push(phrase('languages', { languages: list(spoken.map((code) => languageName(code))) }));
  const offered = (therapist.modalities ?? []).filter((id) => wanted.modalities?.includes(id));
  if (offered.length > 0) {
    reasons.push(phrase('modalities', { modalities: list(offered.map((id) => labelOf('modality', id))) }));
  }
  if (wanted.insurance)
    reasons.push(phrase('insurance', { insurance: labelOf('insurance', wanted.insurance) }));
  if (wanted.price) {
    const price = describePrice({ ...(therapist.price && { price: therapist.price }) });
    if (price) reasons.push(phrase('price', { price }));
  }
  if (wanted.accessibility) {
    const words = wanted.accessibility.map((need) => need.replaceAll('-', ' '));
    reasons.push(phrase('accessibility', { accessibility: list(words) }));
  }
  if (wanted.withoutReferral) reasons.push(phrase('without_referral'));
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
