import { squaredChordOf } from './distance.js';
import type { Weights } from './weights.js';

// What each part of the rank brings, in whole points, from plain numbers: every engine counts with these, or
// with the same sums in its own language. What is not known is NaN.

/** The first of the asked-for specialties counts most, then any, then each further one a little. */
export function fitPoints(hasForemost: boolean, fits: number, fit: Weights['fit']): number {
  if (fits === 0) return 0;
  return (hasForemost ? fit.foremost : fit.another) + Math.min(fit.furtherAtMost, (fits - 1) * fit.further);
}

/** Nobody has more where so many specialties were asked for. */
export function mostFitPoints(asked: number, fit: Weights['fit']): number {
  if (asked === 0) return 0;
  return Math.max(fit.foremost, fit.another) + Math.min(fit.furtherAtMost, (asked - 1) * fit.further);
}

/** Years with what was asked for, or where those are fewer points, years in practice. */
export function experiencePoints(
  yearsInPractice: number,
  yearsWithIt: number,
  experience: Weights['experience'],
): number {
  return Math.max(
    yearPoints(yearsInPractice, experience.yearsInPracticeAPoint, experience.yearsInPracticeAtMost),
    yearPoints(yearsWithIt, experience.yearsAPoint, experience.atMost),
  );
}

function yearPoints(years: number, aPoint: number, atMost: number): number {
  return Number.isNaN(years) ? 0 : Math.min(atMost, Math.floor(years / aPoint));
}

/** The squared chords at which one point after the other is lost, the nearest first. */
export function distanceSteps({ atMost, kmAPoint }: Weights['distance']): number[] {
  return Array.from({ length: atMost }, (_, step) => squaredChordOf((step + 1) * kmAPoint));
}

export function distancePoints(squaredChord: number, steps: readonly number[]): number {
  let lost = 0;
  while (lost < steps.length && squaredChord >= (steps[lost] ?? 0)) lost++;
  return steps.length - lost;
}

export function acceptingPoints(newClients: boolean | undefined, accepting: Weights['accepting']): number {
  if (newClients === undefined) return accepting.unknown;
  return newClients ? accepting.yes : accepting.no;
}

/**
 * By the later of the two days on which somebody looked at the record. A day that is still to come counts as
 * unknown: nobody looked at it tomorrow.
 */
export function freshnessPoints(
  updated: number,
  accepting: number,
  today: number,
  freshness: Weights['freshness'],
): number {
  const age = Math.min(ageInDays(updated, today), ageInDays(accepting, today));
  if (age <= freshness.recentDays) return freshness.recent;
  return age <= freshness.agingDays ? freshness.aging : 0;
}

function ageInDays(day: number, today: number): number {
  return day <= today ? today - day : Number.POSITIVE_INFINITY;
}

/**
 * Few reviews say little: the average is drawn towards what is usual, as if `priorCount` usual reviews came
 * first. Without reviews it is what is usual.
 */
export function ratingPoints(average: number, count: number, rating: Weights['rating']): number {
  const { priorAverage, priorCount, from, atMost } = rating;
  const shrunk = (average * count + priorAverage * priorCount) / (count + priorCount);
  const share = (shrunk - from) / (5 - from);
  return Math.floor(Math.min(1, Math.max(0, share)) * atMost + 0.5);
}
