import { isLight } from '../text/clauses.js';
import type { Word } from '../text/word.js';
import type { PatternIndex } from './pattern-index.js';

/** A part of a pattern in a message: its first word and the word after its last. */
export interface Place {
  from: number;
  to: number;
}

/** However light the words between, so many are a new thought. */
export const WIDEST_GAP = 8;

/** Walks the tree of words from each word of the message. Places come out in ascending order. */
export function findParts(index: PatternIndex<unknown>, words: readonly Word[]): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (let from = 0; from < words.length; from++) {
    let node = index.root;
    for (let to = from; to < words.length; to++) {
      const word = words[to];
      if (!word || word.clause !== words[from]?.clause) break;
      const next = node.next?.get(index.byStem ? word.stem : word.text);
      if (!next) break;
      node = next;
      for (const choice of node.choices) {
        for (const part of choice) addPlace(places, part, { from, to: to + 1 });
      }
    }
  }
  return places;
}

/** A part may offer one place by two of its choices; it is one place. */
function addPlace(places: Map<number, Place[]>, part: number, place: Place): void {
  const list = places.get(part);
  const last = list?.at(-1);
  if (!list) places.set(part, [place]);
  else if (last?.from !== place.from || last.to !== place.to) list.push(place);
}

/** Running sums, so that the weight of any gap is one subtraction: a light word weighs nothing, a comma one. */
export function weights(words: readonly Word[]): Uint32Array {
  const sums = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    sums[at + 1] = (sums[at] ?? 0) + (isLight(word) ? 0 : 1) + (word.before === '' ? 0 : 1);
  });
  return sums;
}

export function gapBetween(weight: Uint32Array, from: number, to: number): number {
  if (to - from > WIDEST_GAP) return Number.POSITIVE_INFINITY;
  return (weight[to] ?? 0) - (weight[from] ?? 0);
}

export function take(taken: Set<number>, place: Place): void {
  for (let at = place.from; at < place.to; at++) taken.add(at);
}

export function overlaps(taken: ReadonlySet<number>, place: Place): boolean {
  for (let at = place.from; at < place.to; at++) if (taken.has(at)) return true;
  return false;
}

/** The first place that begins at or after `from`; the list is in ascending order. */
export function firstFrom(list: readonly Place[], from: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
