import { STANDINGS, standingOf } from '../match/licence.js';
import {
  acceptingPoints,
  experiencePoints,
  fitPoints,
  freshnessPoints,
  mostFitPoints,
  ratingPoints,
} from '../match/points.js';
import type { Ranking } from '../match/ranking.js';
import type { Weights } from '../match/weights.js';
import { startOf } from './lists.js';
import { type RecordIndex, UNKNOWN, YES } from './record-index.js';
import { isIn, type RowSet } from './row-set.js';

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

/** Points for what was asked for: the fit, and years with it. `asked` are the rows that have each specialty. */
export function askedPoints(
  index: RecordIndex,
  row: number,
  asked: readonly AskedSpecialty[],
  { fit, experience }: Weights,
): number {
  const fits = asked.filter(({ rows }) => isIn(rows, row));
  const years = fits.length > 0 ? yearsWithAny(index, row, fits) : Number.NaN;
  return (
    fitPoints(fits[0] === asked[0], fits.length, fit) +
    experiencePoints(index.yearsInPractice[row] as number, years, experience)
  );
}

export interface AskedSpecialty {
  code: number;
  rows: RowSet;
}

/** No row has more points than these where so many specialties were asked for. */
export function mostAskedPoints(asked: number, { fit, experience }: Weights): number {
  const { yearsInPracticeAtMost, atMost } = experience;
  const years = asked === 0 ? yearsInPracticeAtMost : Math.max(atMost, yearsInPracticeAtMost);
  return mostFitPoints(asked, fit) + years;
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
function yearsWithAny({ experience }: RecordIndex, row: number, fits: readonly AskedSpecialty[]): number {
  let most = Number.NaN;
  const end = experience.ends[row] as number;
  for (let at = startOf(experience, row); at < end; at += 2) {
    const years = experience.values[at + 1] as number;
    if (!(years <= most) && fits.some(({ code }) => code === experience.values[at])) most = years;
  }
  return most;
}
