import type { Therapist } from '../therapist.js';
import { dayOf } from './day.js';
import { type Licence, licenceOf } from './licence.js';
import {
  acceptingPoints,
  distancePoints,
  experiencePoints,
  fitPoints,
  freshnessPoints,
  ratingPoints,
} from './points.js';
import type { Ranking } from './ranking.js';

/** What a therapist has for this patient, with the points it brings. The score is their sum. */
export interface Score {
  total: number;
  /** Asked-for specialties that the therapist has, in the order of asking. */
  fits: string[];
  /** Years with one of them, the most where several are known. */
  yearsWithIt?: number;
  licence: Licence;
  points: Record<
    'fit' | 'experience' | 'distance' | 'licence' | 'accepting' | 'freshness' | 'rating',
    number
  >;
}

/** Pure and in whole points, so that a person can add it up. `squared` is the squared chord to the patient. */
export function scoreOf(
  therapist: Therapist,
  squared: number,
  { asked, today, weights, steps }: Pick<Ranking, 'asked' | 'today' | 'weights' | 'steps'>,
): Score {
  const { specialties, experience, accepting, yearsInPractice, updatedAt, rating } = therapist;
  const fits = asked.filter((id) => specialties.includes(id));
  const years = (experience ?? [])
    .filter(({ specialty }) => fits.includes(specialty))
    .map((one) => one.years);
  const yearsWithIt = years.length > 0 ? Math.max(...years) : undefined;
  const licence = licenceOf(therapist, today, weights.licence.verifiedWithinDays);
  const points = {
    fit: fitPoints(fits[0] === asked[0], fits.length, weights.fit),
    experience: experiencePoints(
      yearsInPractice ?? Number.NaN,
      yearsWithIt ?? Number.NaN,
      weights.experience,
    ),
    distance: distancePoints(squared, steps),
    licence: weights.licence[licence.standing],
    accepting: acceptingPoints(accepting?.newClients, weights.accepting),
    freshness: freshnessPoints(dayOf(updatedAt), dayOf(accepting?.asOf), today, weights.freshness),
    rating: ratingPoints(rating?.average ?? 0, rating?.count ?? 0, weights.rating),
  };
  const total = Object.values(points).reduce((sum, one) => sum + one, 0);
  return { total, fits, ...(yearsWithIt !== undefined && { yearsWithIt }), licence, points };
}
