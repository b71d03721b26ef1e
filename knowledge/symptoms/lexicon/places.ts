import { isLight } from '../text/clauses.js';
import type { Referents } from '../text/referents.js';
import type { Word } from '../text/word.js';
import type { PatternIndex } from './pattern-index.js';

/**
 * A part of a pattern in a message, its first word and the word after its last, as one number: thousands are made
 * for a message, and numbers cost no memory. Numbers ascend as places do.
 */
export type Place = number;

const FACTOR = 512;

export function firstOf(place: Place): number {
  return Math.floor(place / FACTOR);
}

export function endOf(place: Place): number {
  return firstOf(place) + (place % FACTOR);
}

/** However light the words between, so many are a new thought. */
export const WIDEST_GAP = 8;

const nowhere: readonly Place[] = [];
const nothing: readonly number[] = [];
const nobody: readonly Word[] = [];

/** Where the parts of an index's patterns stand in one clause; made for an index once and filled for each clause. */
export class ClausePlaces {
  readonly #index: PatternIndex<unknown>;
  readonly #isThere: Uint8Array;
  readonly #byChoice: Place[][];
  readonly #byPart: (readonly Place[] | undefined)[];
  /** What was filled in for this clause, so that it can be emptied again at no greater cost. */
  readonly #choices: number[] = [];
  readonly #parts: number[] = [];

  constructor(index: PatternIndex<unknown>) {
    const choices = index.startingWith.starts.length - 1;
    this.#index = index;
    this.#isThere = new Uint8Array(choices);
    this.#byChoice = Array.from({ length: choices }, () => []);
    this.#byPart = Array.from({ length: index.choicesOf.starts.length - 1 }, () => undefined);
  }

  /** Walks the tree of words from each word of a clause. */
  read(words: readonly Word[], start: number, end: number, referents: Referents): void {
    this.#empty();
    const { root, byStem, asWritten } = this.#index;
    for (let from = start; from < end; from++) {
      for (const meant of referents.get(from) ?? nobody)
        for (const choice of root.next?.get(byStem ? meant.stem : meant.text)?.choices ?? nothing)
          this.#add(choice, from, from + 1);
      for (const choice of asWritten.get(words[from]?.text ?? '') ?? nothing)
        this.#add(choice, from, from + 1);
      let node = root;
      for (let to = from; to < end; to++) {
        const word = words[to];
        const next = word && node.next?.get(byStem ? word.stem : word.text);
        if (!next) break;
        node = next;
        for (const choice of node.choices) this.#add(choice, from, to + 1);
      }
    }
  }

  #add(choice: number, from: number, to: number): void {
    if (this.#isThere[choice] === 0) {
      this.#isThere[choice] = 1;
      this.#choices.push(choice);
    }
    this.#byChoice[choice]?.push(from * FACTOR + to - from);
  }

  #empty(): void {
    for (const choice of this.#choices) {
      this.#isThere[choice] = 0;
      this.#byChoice[choice] = [];
    }
    for (const part of this.#parts) this.#byPart[part] = undefined;
    this.#choices.length = 0;
    this.#parts.length = 0;
  }

  /** The choices that the clause holds, in order of mention. */
  get choices(): readonly number[] {
    return this.#choices;
  }

  /** Whether the clause holds some choice of every part that a pattern needs. */
  hasNeeded(pattern: number): boolean {
    const { needed, choicesOf } = this.#index;
    const isThere = this.#isThere;
    const last = needed.starts[pattern + 1] ?? 0;
    for (let at = needed.starts[pattern] ?? 0; at < last; at++) {
      const part = needed.values[at] ?? 0;
      const end = choicesOf.starts[part + 1] ?? 0;
      let choice = choicesOf.starts[part] ?? 0;
      while (choice < end && isThere[choicesOf.values[choice] ?? 0] === 0) choice++;
      if (choice === end) return false;
    }
    return true;
  }

  /** The places of a part in ascending order, each once though two of its choices may stand there. */
  of(part: number): readonly Place[] {
    const known = this.#byPart[part];
    if (known) return known;
    const { starts, values } = this.#index.choicesOf;
    let found = nowhere;
    for (let at = starts[part] ?? 0; at < (starts[part + 1] ?? 0); at++) {
      const choice = values[at] ?? 0;
      if (this.#isThere[choice] === 0) continue;
      const list = this.#byChoice[choice] ?? nowhere;
      found = found.length === 0 ? list : joined(found, list);
    }
    this.#byPart[part] = found;
    this.#parts.push(part);
    return found;
  }
}

/** Two ascending lists as one, without what is in both. */
function joined(some: readonly Place[], others: readonly Place[]): Place[] {
  const all: Place[] = [];
  let at = 0;
  for (const place of some) {
    for (let other = others[at]; other !== undefined && other <= place; other = others[++at])
      if (other < place) all.push(other);
    all.push(place);
  }
  for (let other = others[at]; other !== undefined; other = others[++at]) all.push(other);
  return all;
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
