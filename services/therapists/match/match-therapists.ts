import type { Match, MatchQuery, MatchResult } from '../directory.js';
import { type FilterWish, filtersOf } from './filters.js';
import { type Near, type PreparedTherapists, within } from './prepared.js';
import { reasonsFor } from './reasons.js';
import { scoreOf } from './score.js';
import { weights as shippedWeights, type Weights } from './weights.js';

/**
 * Filters, then ranks. A pure function of its arguments; equal scores are in the order of ids. A distance the
 * query names is obeyed; without one the search widens step by step until enough fit.
 */
export function matchTherapists(
  therapists: PreparedTherapists,
  query: MatchQuery,
  now: Date,
  weights: Weights = shippedWeights,
): MatchResult {
  const steps = query.radiusKm === undefined ? weights.radiusStepsKm : [query.radiusKm];
  const widest = Math.max(...weights.radiusStepsKm, ...steps);
  const near = within(therapists, query.near, widest);
  const fitting = near.filter(meetsAll(query));

  const inside = (radius: number) => fitting.filter(({ km }) => km <= radius);
  const radiusKm =
    steps.find((step) => inside(step).length >= weights.enough) ?? smallestOfMost(steps, inside);
  const found = inside(radiusKm);

  const from = query.offset ?? 0;
  const matches = ranked(found, query, now, weights).slice(from, from + (query.limit ?? weights.limit));
  return {
    matches: matches.map(({ score, ...match }) => ({
      ...match,
      score: score.total,
      reasons: reasonsFor(match.therapist, match.distanceKm, query, score),
    })),
    total: found.length,
    radiusKm,
    widened: radiusKm !== steps[0],
    ...(found.length === 0 && { relax: relaxations(near, query, radiusKm, widest) }),
  };
}

/** Where no step finds enough: the step that finds the most, and of such the nearest. */
function smallestOfMost(steps: readonly number[], inside: (radius: number) => Near[]): number {
  const last = steps.at(-1) ?? 0;
  const most = inside(last).length;
  return most === 0 ? last : (steps.find((step) => inside(step).length === most) ?? last);
}

function meetsAll(query: MatchQuery, except?: FilterWish): (near: Near) => boolean {
  const filters = [...filtersOf(query)].filter(([wish]) => wish !== except).map(([, filter]) => filter);
  return ({ therapist }) => filters.every((filter) => filter(therapist));
}

type Ranked = Omit<Match, 'score' | 'reasons'> & { score: ReturnType<typeof scoreOf> };

function ranked(found: Near[], query: MatchQuery, now: Date, weights: Weights): Ranked[] {
  return found
    .map(({ therapist, km }) => ({
      therapist,
      distanceKm: km,
      score: scoreOf(therapist, km, query, now, weights),
    }))
    .sort((a, b) => b.score.total - a.score.total || compareIds(a.therapist.id, b.therapist.id));
}

/** By code unit, the same in every locale. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Which one wish, taken back, would find how many; the most first. */
function relaxations(
  near: Near[],
  query: MatchQuery,
  radiusKm: number,
  widest: number,
): NonNullable<MatchResult['relax']> {
  const wishes = [...filtersOf(query).keys()];
  const suggestions: NonNullable<MatchResult['relax']> = wishes.map((wish) => ({
    wish,
    wouldFind: near.filter(({ km }) => km <= radiusKm).filter(meetsAll(query, wish)).length,
  }));
  if (widest > radiusKm)
    suggestions.push({ wish: 'radiusKm', wouldFind: near.filter(meetsAll(query)).length });
  return suggestions
    .filter(({ wouldFind }) => wouldFind > 0)
    .sort((a, b) => b.wouldFind - a.wouldFind || a.wish.localeCompare(b.wish));
}
