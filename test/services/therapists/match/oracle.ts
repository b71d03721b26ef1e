import type { MatchQuery, MatchResult, Wish } from '../../../../services/therapists/directory.js';
import {
  kmOf,
  squaredChord,
  squaredChordOf,
  unitVector,
} from '../../../../services/therapists/match/distance.js';
import { type Ranking, rankingOf } from '../../../../services/therapists/match/ranking.js';
import { scoreOf } from '../../../../services/therapists/match/score.js';
import { weights as shipped, type Weights } from '../../../../services/therapists/match/weights.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';

/** A match without its words. */
export interface Plain extends Omit<MatchResult, 'matches'> {
  matches: { id: string; distanceKm: number; score: number }[];
}

export function plainly({ matches, ...rest }: MatchResult): Plain {
  return {
    ...rest,
    matches: matches.map(({ therapist: { id }, distanceKm, score }) => ({ id, distanceKm, score })),
  };
}

/** What a search must find, by looking at every record for every question: no index, no bound, no shortcut. */
export function oracle(
  all: readonly Therapist[],
  query: MatchQuery,
  now: Date,
  weights: Weights = shipped,
): Plain {
  const steps = query.radiusKm === undefined ? weights.radiusStepsKm : [query.radiusKm];
  const counts = steps.map((km) => fitting(all, query, km).length);
  const most = Math.max(...counts);
  const step =
    most >= weights.enough ? counts.findIndex((count) => count >= weights.enough) : counts.indexOf(most);
  const radiusKm = most === 0 ? (steps.at(-1) as number) : (steps[step] as number);
  const ranked = rank(fitting(all, query, radiusKm), rankingOf(query, now, weights));
  const from = query.offset ?? 0;
  const to = from + (query.limit ?? weights.limit);
  return {
    matches: ranked.slice(from, to),
    more: ranked.length > to,
    radiusKm,
    widened: radiusKm !== steps[0],
    ...(ranked.length === 0 && { relax: relaxed(all, query, radiusKm, weights) }),
  };
}

function chordTo({ location }: Therapist, { near }: Pick<MatchQuery, 'near'>): number {
  return squaredChord(unitVector(location), unitVector(near));
}

function fitting(all: readonly Therapist[], query: MatchQuery, radiusKm: number): Therapist[] {
  return all.filter(
    (one) =>
      chordTo(one, query) <= squaredChordOf(radiusKm) && Object.values(meets(one, query)).every(Boolean),
  );
}

/** Whether each wish that the query really has is met. */
function meets(one: Therapist, query: MatchQuery): Partial<Record<Wish, boolean>> {
  const { gender, insurance, price } = query;
  const anyOf = (wanted: readonly string[], has: readonly string[] = []) =>
    wanted.some((wish) => has.includes(wish));
  const base = (code: string) => code.slice(0, 2);
  return {
    ...(query.specialties?.length && { specialties: anyOf(query.specialties, one.specialties) }),
    ...(query.modalities?.length && { modalities: anyOf(query.modalities, one.modalities) }),
    ...(query.languages?.length && {
      languages: anyOf(query.languages.map(base), one.languages?.map(base)),
    }),
    ...(gender && gender !== 'any' && { gender: one.gender === gender }),
    ...(insurance && insurance !== 'any' && { insurance: anyOf([insurance.toLowerCase()], one.insurance) }),
    ...(query.accepting && { accepting: one.accepting?.newClients === true }),
    ...(price && {
      price:
        one.price !== undefined &&
        one.price.currency === price.currency.toUpperCase() &&
        one.price.min <= price.atMost,
    }),
    ...(query.accessibility?.length && {
      accessibility: query.accessibility.every((need) =>
        one.accessibility?.includes(need.toLowerCase().replace(' ', '-')),
      ),
    }),
    ...(query.withoutReferral && { withoutReferral: one.needsReferral === false }),
  };
}

function rank(found: Therapist[], ranking: Ranking): Plain['matches'] {
  return found
    .map((one) => {
      const squared = chordTo(one, ranking);
      return { id: one.id, squared, score: scoreOf(one, squared, ranking).total };
    })
    .sort((a, b) => b.score - a.score || a.squared - b.squared || (a.id < b.id ? -1 : 1))
    .map(({ id, squared, score }) => ({ id, distanceKm: kmOf(squared), score }));
}

function relaxed(
  all: readonly Therapist[],
  query: MatchQuery,
  radiusKm: number,
  weights: Weights,
): NonNullable<MatchResult['relax']> {
  const wishes = Object.keys(meets(all[0] ?? ({ specialties: [] } as unknown as Therapist), query)) as Wish[];
  const without = (wish: Wish) => {
    const { [wish]: _, ...rest } = query;
    return fitting(all, rest, radiusKm).length;
  };
  const widest = Math.max(...weights.radiusStepsKm);
  return [
    ...wishes.map((wish) => ({ wish, wouldFind: without(wish) })),
    ...(widest > radiusKm
      ? [{ wish: 'radiusKm' as const, wouldFind: fitting(all, query, widest).length }]
      : []),
  ]
    .filter(({ wouldFind }) => wouldFind > 0)
    .sort((a, b) => b.wouldFind - a.wouldFind || (a.wish < b.wish ? -1 : 1));
}
