import type { Referents } from '../text/referents.js';
import type { Word } from '../text/word.js';
import type { IndexedPattern, PatternIndex } from './pattern-index.js';
import { ClausePlaces, endOf, firstOf, gapBetween, type Place, WIDEST_GAP, weights } from './places.js';

export interface PatternMatch<Payload> {
  payload: Payload;
  /** Indices of the words that the phrase names, ascending; words in the gaps between are not among them. */
  words: readonly number[];
}

const nobody: Referents = new Map();
const placesOf = new WeakMap<PatternIndex<unknown>, ClausePlaces>();

/** All matches of all patterns in a message. */
export function findPatterns<Payload>(
  index: PatternIndex<Payload>,
  words: readonly Word[],
): PatternMatch<Payload>[] {
  return patternSearch(index, words).within(0, words.length);
}

export interface PatternSearch<Payload> {
  /**
   * The matches from one word to before another, which begin and end clauses.
   * @param skips patterns that are not looked for
   */
  within(from: number, to: number, skips?: (payload: Payload) => boolean): PatternMatch<Payload>[];
}

/**
 * Looks for patterns clause by clause. Every match lies within one clause, so that a message costs by its length, and
 * a pattern costs something only in a clause that holds its rarest part. A pronoun is also read as any of its referents.
 */
export function patternSearch<Payload>(
  index: PatternIndex<Payload>,
  words: readonly Word[],
  referents: Referents = nobody,
): PatternSearch<Payload> {
  let places = placesOf.get(index);
  if (!places) {
    places = new ClausePlaces(index);
    placesOf.set(index, places);
  }
  const clause: Clause = { places, words, weight: weights(words) };
  return {
    within(from, to, skips) {
      const matches: PatternMatch<Payload>[] = [];
      for (let start = from, end = from; start < to; start = end) {
        const number = words[start]?.clause;
        while (end < to && words[end]?.clause === number) end++;
        clause.places.read(words, start, end, referents);
        for (const pattern of patternsIn(index, clause.places)) {
          const indexed = index.patterns[pattern];
          if (indexed && !skips?.(indexed.payload)) matchFrom(indexed, clause, matches);
        }
      }
      return matches;
    },
  };
}

/** The patterns that a clause may hold, each once though its rarest part offers several choices that stand there. */
function patternsIn(index: PatternIndex<unknown>, places: ClausePlaces): Set<number> {
  const { starts, values } = index.startingWith;
  const found = new Set<number>();
  for (const choice of places.choices) {
    const last = starts[choice + 1] ?? 0;
    for (let at = starts[choice] ?? 0; at < last; at++) {
      const pattern = values[at] ?? 0;
      if (places.hasNeeded(pattern)) found.add(pattern);
    }
  }
  return found;
}

/** Where a pattern is looked for. */
interface Clause {
  places: ClausePlaces;
  words: readonly Word[];
  weight: Uint32Array;
}

function matchFrom<Payload>(
  pattern: IndexedPattern<Payload>,
  clause: Clause,
  matches: PatternMatch<Payload>[],
): void {
  const { payload } = pattern;
  for (const start of clause.places.of(pattern.steps[pattern.keyStep]?.part ?? 0)) {
    const found = pattern.ordered
      ? matchInOrder(pattern, start, clause)
      : matchAnyOrder(pattern, start, clause);
    if (found) matches.push({ payload, words: found });
  }
}

/** Grows from the rarest part outward, the nearest part first. */
function matchAnyOrder(
  { steps, keyStep }: IndexedPattern<unknown>,
  start: Place,
  { places, words, weight }: Clause,
): number[] | undefined {
  const taken = wordsOf([start]);
  if (steps.length === 1) return taken;
  let from = firstOf(start);
  let to = endOf(start);
  const rest = steps.filter((step, at) => at !== keyStep && !step.optional);
  while (rest.length > 0) {
    let nearest: Place = -1;
    let nearestStep = 0;
    let nearestGap = Number.POSITIVE_INFINITY;
    for (let at = 0; at < rest.length; at++) {
      const step = rest[at];
      if (!step) continue;
      for (const place of places.of(step.part)) {
        const first = firstOf(place);
        if (first < from - WIDEST_GAP - 6) continue;
        if (first > to + WIDEST_GAP) break;
        const end = endOf(place);
        if (overlaps(taken, first, end)) continue;
        const gap =
          first >= to ? gapBetween(weight, to, first) : end <= from ? gapBetween(weight, end, from) : 0;
        if (gap <= step.most && gap < nearestGap) {
          nearest = place;
          nearestStep = at;
          nearestGap = gap;
        }
      }
    }
    if (nearest < 0) return undefined;
    const first = firstOf(nearest);
    const end = endOf(nearest);
    for (let at = first; at < end; at++) taken.push(at);
    from = Math.min(from, first);
    to = Math.max(to, end);
    rest.splice(nearestStep, 1);
  }
  taken.sort((a, b) => a - b);
  return taken.every((at) => deniesItsOwn(words, at, taken)) ? taken : undefined;
}

function overlaps(taken: readonly number[], from: number, to: number): boolean {
  for (const at of taken) if (at >= from && at < to) return true;
  return false;
}

function wordsOf(places: readonly Place[]): number[] {
  const found: number[] = [];
  for (const place of places) {
    const end = endOf(place);
    for (let at = firstOf(place); at < end; at++) found.push(at);
  }
  return found;
}

/** A "no" that a phrase names must stand before the phrase's own word: "no feeling", not "no fever, feeling well". */
function deniesItsOwn(words: readonly Word[], at: number, taken: readonly number[]): boolean {
  return (
    !/^(?:no|not|without|never)$/.test(words[at]?.text ?? '') ||
    taken.length === 1 ||
    taken.includes(at + 1) ||
    followsLightly(words, at, taken)
  );
}

function followsLightly(words: readonly Word[], at: number, taken: readonly number[]): boolean {
  return (
    taken.includes(at + 2) &&
    /^(?:any|more|real|proper|longer|even|really|much|fully|properly|quite|been|be|a|the|my)$/.test(
      words[at + 1]?.text ?? '',
    )
  );
}

/** Looks for the parts one after the other, to the left and to the right of the rarest. */
function matchInOrder(pattern: IndexedPattern<unknown>, start: Place, clause: Clause): number[] | undefined {
  if (pattern.steps.length === 1) return wordsOf([start]);
  const found: Place[] = [start];
  if (!follow(pattern, pattern.keyStep, start, -1, clause, found)) return undefined;
  if (!follow(pattern, pattern.keyStep, start, 1, clause, found)) return undefined;
  return wordsOf(found.sort((a, b) => a - b));
}

/** Adds the places of the steps before, or behind, one that stands at a place; adds none where one is missing. */
function follow(
  pattern: IndexedPattern<unknown>,
  step: number,
  at: Place,
  direction: 1 | -1,
  clause: Clause,
  found: Place[],
): boolean {
  const nextStep = step + direction;
  const next = pattern.steps[nextStep];
  const limits = pattern.steps[direction === 1 ? nextStep : step];
  if (!next || !limits) return true;
  const from = firstOf(at);
  const to = endOf(at);
  const before = found.length;
  const list = clause.places.of(next.part);
  const isNumber = next.isNumber || pattern.steps[step]?.isNumber === true;
  for (let index = 0; index < list.length; index++) {
    // The nearest first: "feels (nothing from the waist) down".
    const place = list[direction === 1 ? index : list.length - 1 - index] ?? 0;
    const first = firstOf(place);
    if (first < from - 20 || first > to + 20) continue;
    const gapStart = direction === 1 ? to : endOf(place);
    const between = (direction === 1 ? first : from) - gapStart;
    if (between < limits.least || !fits(between, limits.most, gapStart, clause.weight)) continue;
    if (isNumber && holdsNumber(clause.words, gapStart, gapStart + between)) continue;
    found.push(place);
    if (follow(pattern, nextStep, place, direction, clause, found)) return true;
    found.length = before;
  }
  return next.optional && follow(pattern, nextStep, at, direction, clause, found);
}

/** "HR 88, BP 132" is no pulse of 132. */
function holdsNumber(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^\d/.test(words[at]?.text ?? '')) return true;
  return false;
}

function fits(between: number, most: number, from: number, weight: Uint32Array): boolean {
  if (most === 0) return between === 0;
  return between <= most || gapBetween(weight, from, from + between) <= Math.min(most, 3);
}
