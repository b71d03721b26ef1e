import type { MatchQuery } from '../directory.js';
import type { Therapist } from '../therapist.js';
import { plain } from './filters.js';
import { type Licence, licenceOf } from './licence.js';
import type { Weights } from './weights.js';

const DAY_MS = 86_400_000;

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

/** Pure and in whole points, so that a person can add it up. */
export function scoreOf(
  therapist: Therapist,
  km: number,
  query: MatchQuery,
  now: Date,
  weights: Weights,
): Score {
  const asked = [...new Set((query.specialties ?? []).map(plain))];
  const fits = asked.filter((id) => therapist.specialties.includes(id));
  const yearsWithIt = yearsWith(therapist, fits);
  const licence = licenceOf(therapist, now, weights.licence.verifiedWithinDays);
  const points = {
    fit: fitPoints(asked, fits, weights.fit),
    experience: experiencePoints(therapist, yearsWithIt, weights.experience),
    distance: Math.max(0, weights.distance.atMost - Math.floor(km / weights.distance.kmAPoint)),
    licence: weights.licence[licence.standing],
    accepting: acceptingPoints(therapist, weights.accepting),
    freshness: freshnessPoints(therapist, now, weights.freshness),
    rating: ratingPoints(therapist, weights.rating),
  };
  const total = Object.values(points).reduce((sum, one) => sum + one, 0);
  return { total, fits, ...(yearsWithIt !== undefined && { yearsWithIt }), licence, points };
}

function fitPoints(asked: string[], fits: string[], fit: Weights['fit']): number {
  if (fits.length === 0) return 0;
  const main = fits[0] === asked[0] ? fit.foremost : fit.another;
  return main + Math.min(fit.furtherAtMost, (fits.length - 1) * fit.further);
}

function yearsWith(therapist: Therapist, fits: string[]): number | undefined {
  const years = (therapist.experience ?? [])
    .filter(({ specialty }) => fits.includes(specialty))
    .map((experience) => experience.years);
  return years.length > 0 ? Math.max(...years) : undefined;
}

function experiencePoints(
  { yearsInPractice }: Therapist,
  yearsWithIt: number | undefined,
  experience: Weights['experience'],
): number {
  const general = Math.min(
    experience.yearsInPracticeAtMost,
    Math.floor((yearsInPractice ?? 0) / experience.yearsInPracticeAPoint),
  );
  const particular = Math.min(experience.atMost, Math.floor((yearsWithIt ?? 0) / experience.yearsAPoint));
  return Math.max(general, particular);
}

function acceptingPoints({ accepting }: Therapist, points: Weights['accepting']): number {
  if (accepting === undefined) return points.unknown;
  return accepting.newClients ? points.yes : points.no;
}

/** Dates ahead of the clock count as unknown: nobody looked at the record tomorrow. */
function freshnessPoints(
  { updatedAt, accepting }: Therapist,
  now: Date,
  freshness: Weights['freshness'],
): number {
  const ages = [updatedAt, accepting?.asOf]
    .filter((on) => on !== undefined)
    .map((on) => (now.getTime() - Date.parse(on)) / DAY_MS)
    .filter((days) => days >= 0);
  const days = Math.min(Number.POSITIVE_INFINITY, ...ages);
  if (days <= freshness.recentDays) return freshness.recent;
  return days <= freshness.agingDays ? freshness.aging : 0;
}

/**
 * Few reviews say little: the average is drawn towards what is usual, as if `priorCount` usual reviews came
 * first. Without reviews it is what is usual.
 */
function shrunkRating({ rating }: Therapist, { priorAverage, priorCount }: Weights['rating']): number {
  const count = rating?.count ?? 0;
  return ((rating?.average ?? 0) * count + priorAverage * priorCount) / (count + priorCount);
}

function ratingPoints(therapist: Therapist, rating: Weights['rating']): number {
  const share = (shrunkRating(therapist, rating) - rating.from) / (5 - rating.from);
  return Math.round(Math.min(1, Math.max(0, share)) * rating.atMost);
}
