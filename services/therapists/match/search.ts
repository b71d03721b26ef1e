import type { Match, MatchQuery, MatchResult, Wish } from '../directory.js';
import type { Therapist } from '../therapist.js';
import { kmOf, squaredChordOf } from './distance.js';
import { type Ranking, rankingOf } from './ranking.js';
import { cautionsFor, reasonsFor } from './reasons.js';
import { scoreOf } from './score.js';
import type { FilterWish } from './wanted.js';
import { weights as shippedWeights, type Weights } from './weights.js';

export interface Radius {
  km: number;
  squaredChord: number;
}

/** One that fits, as an engine ranked it. */
export interface Ranked<Key> {
  key: Key;
  squaredChord: number;
  score: number;
}

/**
 * What a directory must be able to do to be searched. Engines agree to the last rank: the higher score first,
 * then the nearer, then the id by code units.
 */
export interface MatchEngine<Key> {
  /** The best that meet all wishes within the radius, at most `most`, in the order of the rank. */
  best(ranking: Ranking, radius: Radius, most: number): Ranked<Key>[] | Promise<Ranked<Key>[]>;
  /** How many meet all wishes, or all but one. */
  count(ranking: Ranking, radius: Radius, except?: FilterWish): number | Promise<number>;
  records(keys: readonly Key[]): Therapist[] | Promise<Therapist[]>;
}

/**
 * Searches, ranks and gives reasons. A distance the query names is obeyed; without one the search widens step
 * by step until enough fit.
 */
export async function search<Key>(
  engine: MatchEngine<Key>,
  query: MatchQuery,
  now: Date,
  weights: Weights = shippedWeights,
): Promise<MatchResult> {
  const ranking = rankingOf(query, now, weights);
  const steps = (query.radiusKm === undefined ? weights.radiusStepsKm : [query.radiusKm]).map(radiusOf);
  const from = query.offset ?? 0;
  const to = from + (query.limit ?? weights.limit);
  const most = Math.max(weights.enough, to + 1);
  const { radius, found } = await widening(steps, weights.enough, (step) => engine.best(ranking, step, most));
  return {
    matches: await withReasons(engine, ranking, found.slice(from, to)),
    more: found.length > to,
    radiusKm: radius.km,
    widened: radius !== steps[0],
    ...(found.length === 0 && { relax: await relaxations(engine, ranking, radius) }),
  };
}

function radiusOf(km: number): Radius {
  return { km, squaredChord: squaredChordOf(km) };
}

/** The first step that finds enough; else the one that finds the most, and of such the nearest. */
async function widening<T>(
  steps: readonly Radius[],
  enough: number,
  find: (radius: Radius) => T[] | Promise<T[]>,
): Promise<{ radius: Radius; found: T[] }> {
  let best: { radius: Radius; found: T[] } | undefined;
  for (const radius of steps) {
    const found = await find(radius);
    if (found.length >= enough) return { radius, found };
    if (!best || found.length === 0 || found.length > best.found.length) best = { radius, found };
  }
  return best as { radius: Radius; found: T[] };
}

async function withReasons<Key>(
  engine: MatchEngine<Key>,
  ranking: Ranking,
  found: readonly Ranked<Key>[],
): Promise<Match[]> {
  const therapists = await engine.records(found.map(({ key }) => key));
  return found.flatMap(({ squaredChord, score }, index) => {
    const therapist = therapists[index];
    if (!therapist) return [];
    const distanceKm = kmOf(squaredChord);
    const parts = scoreOf(therapist, squaredChord, ranking);
    const cautions = cautionsFor(therapist, parts);
    const reasons = [...reasonsFor(therapist, distanceKm, ranking.wanted, parts), ...cautions];
    return [{ therapist, distanceKm, score, reasons, cautions }];
  });
}

/** Which one wish, taken back, would find how many; the most first. */
async function relaxations<Key>(
  engine: MatchEngine<Key>,
  ranking: Ranking,
  radius: Radius,
): Promise<{ wish: Wish; wouldFind: number }[]> {
  const suggestions: { wish: Wish; wouldFind: number }[] = [];
  for (const wish of Object.keys(ranking.wanted) as FilterWish[]) {
    suggestions.push({ wish, wouldFind: await engine.count(ranking, radius, wish) });
  }
  const widest = Math.max(...ranking.weights.radiusStepsKm);
  if (widest > radius.km)
    suggestions.push({ wish: 'radiusKm', wouldFind: await engine.count(ranking, radiusOf(widest)) });
  return suggestions
    .filter(({ wouldFind }) => wouldFind > 0)
    .sort((a, b) => b.wouldFind - a.wouldFind || (a.wish < b.wish ? -1 : 1));
}
