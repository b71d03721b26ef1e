import type { MatchQuery } from '../directory.js';
import { dayOf } from './day.js';
import { type Point, type UnitVector, unitVector } from './distance.js';
import { distanceSteps } from './points.js';
import { type Wanted, wantedOf } from './wanted.js';
import type { Weights } from './weights.js';

/** A query made ready: what must be met, and all that the rank follows from. */
export interface Ranking {
  wanted: Wanted;
  /** Specialties that were asked for, the foremost first. */
  asked: readonly string[];
  near: Point;
  vector: UnitVector;
  /** A day of `dayOf`. */
  today: number;
  weights: Weights;
  /** See `distanceSteps`. */
  steps: readonly number[];
}

export function rankingOf(query: MatchQuery, now: Date, weights: Weights): Ranking {
  const wanted = wantedOf(query);
  return {
    wanted,
    asked: wanted.specialties ?? [],
    near: query.near,
    vector: unitVector(query.near),
    today: dayOf(now),
    weights,
    steps: distanceSteps(weights.distance),
  };
}
