import { DeletionIndex } from './deletion-index.js';
import { stem } from './stem.js';

const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 9;

/** Finds the word of a vocabulary that a misspelt one was meant to be. */
export class Corrector {
  readonly #words: ReadonlySet<string>;
  readonly #stems: ReadonlySet<string>;
  /** Made when first needed, as is the list of long words. */
  #byDeletion: DeletionIndex | undefined;
  /** Long words by their first letter. */
  #long: Map<string, string[]> | undefined;

  /** Words that may be what a misspelt one was meant to be. */
  readonly #targets: readonly string[];

  /** @param never words that are known, and that nothing is corrected onto */
  constructor(vocabulary: Iterable<string>, never: ReadonlySet<string> = new Set()) {
    this.#words = new Set(vocabulary);
    this.#targets = [...this.#words].filter((word) => !never.has(word));
    this.#stems = new Set([...this.#words].map(stem));
  }

  /** Whether a word is of the vocabulary, in any form. */
  knows(word: string): boolean {
    return this.#words.has(word) || this.#stems.has(stem(word));
  }

  /** The nearest word within reach; `undefined` where there is none, or two are equally near. */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST || word.length > 24) return undefined;
    return (
      this.#only(this.#oneAway(word)) ?? (word.length >= LONG ? this.#only(this.#twoAway(word)) : undefined)
    );
  }

  /** One candidate, or candidates that are forms of one word. */
  #only(candidates: readonly string[]): string | undefined {
    const [first, ...rest] = candidates;
    return first !== undefined && rest.every((other) => stem(other) === stem(first)) ? first : undefined;
  }

  #oneAway(word: string): string[] {
    this.#byDeletion ??= new DeletionIndex(
      this.#targets.filter((target) => target.length >= SHORTEST && /^[a-z]+$/.test(target)),
    );
    return [...this.#byDeletion.candidates(word)].filter(
      (candidate) => candidate[0] === word[0] && editDistance(word, candidate, 1) <= 1,
    );
  }

  #twoAway(word: string): string[] {
    this.#long ??= byFirstLetter(this.#targets);
    return (this.#long.get(word.charAt(0)) ?? []).filter(
      (candidate) => Math.abs(candidate.length - word.length) <= 2 && editDistance(word, candidate, 2) <= 2,
    );
  }
}

function byFirstLetter(words: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < LONG || !/^[a-z]+$/.test(word)) continue;
    const list = index.get(word.charAt(0));
    if (list) list.push(word);
    else index.set(word.charAt(0), [word]);
  }
  return index;
}

/** Letters wrong, missing, too many or swapped with a neighbour; stops counting beyond `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (old[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (old[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    older = old;
    old = current;
  }
  return old[b.length] ?? most + 1;
}
