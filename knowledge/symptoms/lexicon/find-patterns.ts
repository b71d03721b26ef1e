import type { Word } from '../text/word.js';
import type { IndexedPattern, PatternIndex } from './pattern-index.js';
import {
  findParts,
  firstFrom,
  gapBetween,
  overlaps,
  type Place,
  take,
  WIDEST_GAP,
  weights,
} from './places.js';

export interface PatternMatch<Payload> {
  payload: Payload;
  /** Indices of the words that the phrase names, ascending; words in the gaps between are not among them. */
  words: readonly number[];
}

/** All matches of all patterns, in no particular order. Every match lies within one clause. */
export function findPatterns<Payload>(
  index: PatternIndex<Payload>,
  words: readonly Word[],
): PatternMatch<Payload>[] {
  const places = findParts(index, words);
  const weight = weights(words);
  const matches: PatternMatch<Payload>[] = [];
  for (const [part, starts] of places) {
    const patterns = index.byPart.get(part);
    if (!patterns) continue;
    for (const pattern of patterns) {
      if (pattern.steps.length > 1 && !pattern.steps.every((step) => step.optional || places.has(step.part)))
        continue;
      for (const start of starts) {
        const found = pattern.ordered
          ? matchInOrder(pattern, start, places, words, weight)
          : matchAnyOrder(pattern, start, places, words, weight);
        if (found) matches.push({ payload: pattern.payload, words: found });
      }
    }
  }
  return matches;
}

/** Grows from the rarest part outward, the nearest part first. */
function matchAnyOrder(
  pattern: IndexedPattern<unknown>,
  start: Place,
  places: ReadonlyMap<number, readonly Place[]>,
  words: readonly Word[],
  weight: Uint32Array,
): number[] | undefined {
  const clause = words[start.from]?.clause;
  const taken = new Set<number>();
  take(taken, start);
  if (pattern.steps.length === 1) return [...taken];
  let { from, to } = start;
  const rest = pattern.steps.filter((step, at) => at !== pattern.keyStep && !step.optional);
  while (rest.length > 0) {
    let nearest: { place: Place; step: number; gap: number } | undefined;
    rest.forEach((step, at) => {
      const list = places.get(step.part) ?? [];
      for (let next = firstFrom(list, from - WIDEST_GAP - 6); next < list.length; next++) {
        const place = list[next];
        if (!place || place.from > to + WIDEST_GAP) break;
        if (words[place.from]?.clause !== clause || overlaps(taken, place)) continue;
        const gap =
          place.from >= to
            ? gapBetween(weight, to, place.from)
            : place.to <= from
              ? gapBetween(weight, place.to, from)
              : 0;
        if (gap <= step.most && (!nearest || gap < nearest.gap)) nearest = { place, step: at, gap };
      }
    });
    if (!nearest) return undefined;
    take(taken, nearest.place);
    from = Math.min(from, nearest.place.from);
    to = Math.max(to, nearest.place.to);
    rest.splice(nearest.step, 1);
  }
  const found = [...taken].sort((a, b) => a - b);
  return found.every((at) => deniesItsOwn(words, at, taken)) ? found : undefined;
}

/** A "no" that a phrase names must stand before the phrase's own word: "no feeling", not "no fever, feeling well". */
function deniesItsOwn(words: readonly Word[], at: number, taken: ReadonlySet<number>): boolean {
  return (
    !/^(?:no|not|without|never)$/.test(words[at]?.text ?? '') ||
    taken.size === 1 ||
    taken.has(at + 1) ||
    followsLightly(words, at, taken)
  );
}

function followsLightly(words: readonly Word[], at: number, taken: ReadonlySet<number>): boolean {
  return (
    taken.has(at + 2) &&
    /^(?:any|more|real|proper|longer|even|really|much|fully|properly|quite|been|be|a|the|my)$/.test(
      words[at + 1]?.text ?? '',
    )
  );
}

/** Looks for the parts one after the other, to the left and to the right of the rarest. */
function matchInOrder(
  pattern: IndexedPattern<unknown>,
  start: Place,
  places: ReadonlyMap<number, readonly Place[]>,
  words: readonly Word[],
  weight: Uint32Array,
): number[] | undefined {
  const clause = words[start.from]?.clause;
  const { steps, keyStep } = pattern;

  function follow(step: number, at: Place, direction: 1 | -1): Place[] | undefined {
    const nextStep = step + direction;
    const next = steps[nextStep];
    const limits = steps[direction === 1 ? nextStep : step];
    if (!next || !limits) return [];
    const list = places.get(next.part) ?? [];
    for (let index = firstFrom(list, at.from - 20); index < list.length; index++) {
      const place = list[index];
      if (!place || place.from > at.to + 20) break;
      if (words[place.from]?.clause !== clause) continue;
      const between = direction === 1 ? place.from - at.to : at.from - place.to;
      if (between < limits.least || !fits(between, limits, direction === 1 ? at.to : place.to)) continue;
      const rest = follow(nextStep, place, direction);
      if (rest) return [place, ...rest];
    }
    return next.optional ? follow(nextStep, at, direction) : undefined;
  }

  function fits(between: number, limits: { most: number }, from: number): boolean {
    if (limits.most === 0) return between === 0;
    return between <= limits.most || gapBetween(weight, from, from + between) <= Math.min(limits.most, 3);
  }

  const before = follow(keyStep, start, -1);
  const after = before && follow(keyStep, start, 1);
  if (!before || !after) return undefined;
  const taken = new Set<number>();
  for (const place of [...before, start, ...after]) take(taken, place);
  return [...taken].sort((a, b) => a - b);
}
