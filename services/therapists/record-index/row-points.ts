import { STANDINGS, standingOf } from '../match/licence.js';
import {
  acceptingPoints,
  distancePoints,
  experiencePoints,
  fitPoints,
  freshnessPoints,
  ratingPoints,
} from '../match/points.js';
import type { Ranking } from '../match/ranking.js';
import type { Weights } from '../match/weights.js';
import { has, startOf } from './lists.js';
import { type RecordIndex, UNKNOWN, YES } from './record-index.js';

/** Not yet counted. */
const NONE = -0x8000_0000;

/**
 * Points of a record whatever is asked: licence, new clients, freshness, rating. They change from day to day,
 * so that they are counted once a day, each when it is first needed.
 */
export class StandingPoints {
  private readonly counted: Int32Array;

  constructor(
    private readonly index: RecordIndex,
    private readonly today: number,
    private readonly weights: Weights,
  ) {
    this.counted = new Int32Array(index.size).fill(NONE);
  }

  holdFor({ today, weights }: Ranking): boolean {
    return today === this.today && weights === this.weights;
  }

  of(row: number): number {
    const before = this.counted[row] as number;
    if (before !== NONE) return before;
    const points = this.count(row);
    this.counted[row] = points;
    return points;
  }

  private count(row: number): number {
    const { index, today, weights } = this;
    const at = (column: Float64Array) => column[row] as number;
    const accepting = index.accepting[row];
    return (
      weights.licence[licenceAt(index, row, today, weights.licence.verifiedWithinDays)] +
      acceptingPoints(accepting === UNKNOWN ? undefined : accepting === YES, weights.accepting) +
      freshnessPoints(at(index.updated), at(index.acceptingAsOf), today, weights.freshness) +
      ratingPoints(at(index.ratings), at(index.ratingCounts), weights.rating)
    );
  }
}

/** As `scoreOf`, over a row. `askedCodes` are those of `ranking.asked`; a word nobody has is -1. */
export function rowScore(
  index: RecordIndex,
  row: number,
  squaredChord: number,
  standing: number,
  askedCodes: readonly number[],
  { weights, steps }: Ranking,
): number {
  let fits = 0;
  for (const code of askedCodes) if (has(index.specialties, row, code)) fits++;
  const foremost = fits > 0 && has(index.specialties, row, askedCodes[0] as number);
  const years = fits > 0 ? yearsWithAny(index, row, askedCodes) : Number.NaN;
  return (
    standing +
    fitPoints(foremost, fits, weights.fit) +
    experiencePoints(index.yearsInPractice[row] as number, years, weights.experience) +
    distancePoints(squaredChord, steps)
  );
}

function licenceAt({ credentials }: RecordIndex, row: number, today: number, verifiedWithinDays: number) {
  const from = startOf(credentials, row);
  const end = credentials.ends[row] as number;
  let best: number = from === end ? STANDINGS.indexOf('unknown') : STANDINGS.length - 1;
  for (let at = from; at < end; at += 2) {
    const [expires, verified] = [credentials.values[at] as number, credentials.values[at + 1] as number];
    best = Math.min(best, STANDINGS.indexOf(standingOf(expires, verified, today, verifiedWithinDays)));
  }
  return STANDINGS[best] ?? 'unknown';
}

/** The most years with one of some specialties; NaN where none is known. */
function yearsWithAny({ experience }: RecordIndex, row: number, codes: readonly number[]): number {
  let most = Number.NaN;
  const end = experience.ends[row] as number;
  for (let at = startOf(experience, row); at < end; at += 2) {
    const years = experience.values[at + 1] as number;
    if (!(years <= most) && codes.includes(experience.values[at] as number)) most = years;
  }
  return most;
}
