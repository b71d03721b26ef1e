import { firstNotBelow, hash } from './hash.js';

/**
 * Words found again by each of the forms they take with one letter left out (after SymSpell). Two arrays of numbers
 * instead of a map of strings: some 60,000 forms take half a megabyte. Two forms can share a hash, so what is found
 * is a candidate only, and the caller measures the distance.
 */
export class DeletionIndex {
  readonly #words: readonly string[];
  /** Hashes of forms, ascending. */
  readonly #hashes: Uint32Array;
  /** For each hash the index of a word that has the form. */
  readonly #owners: Uint32Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    const entries = words.flatMap((word, at) =>
      formsOf(word).map((form): [number, number] => [hash(form), at]),
    );
    entries.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    this.#hashes = Uint32Array.from(entries, ([form]) => form);
    this.#owners = Uint32Array.from(entries, ([, word]) => word);
  }

  /** Every word that may be one letter away, once each. */
  candidates(word: string): Set<string> {
    const found = new Set<string>();
    for (const form of formsOf(word)) {
      const wanted = hash(form);
      for (let at = firstNotBelow(this.#hashes, wanted); this.#hashes[at] === wanted; at++) {
        found.add(this.#words[this.#owners[at] ?? 0] ?? '');
      }
    }
    return found;
  }
}

/** The word, and the word with each of its letters left out. */
function formsOf(word: string): string[] {
  return [word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
