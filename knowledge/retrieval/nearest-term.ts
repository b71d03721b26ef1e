import { type IndexedWord, type SearchIndex, SHORTEST_CORRECTED } from './search-index.js';

/** From this length on, two slips are forgiven. */
const LONG = 8;
const LONGEST = 30;

/**
 * The term of the indexed word that this one is most likely a misspelling of: it begins with the same
 * letter and lies one slip away (two for a long word), a slip being a letter added, missing, wrong, or swapped with its
 * neighbour. Of equals, the word of the commoner term, then the first in the alphabet.
 */
export function nearestTerm(word: string, index: SearchIndex): string | undefined {
  if (word.length < SHORTEST_CORRECTED || word.length > LONGEST || !/^[a-z]+$/.test(word)) return undefined;
  const allowed = word.length >= LONG ? 2 : 1;
  let nearest: IndexedWord | undefined;
  let fewest = allowed;
  for (const candidate of index.words.get(word[0] ?? '') ?? []) {
    if (Math.abs(candidate.word.length - word.length) > fewest) continue;
    const slips = slipsBetween(word, candidate.word, fewest);
    if (slips > fewest) continue;
    if (slips < fewest || nearest === undefined || isCommoner(candidate, nearest, index)) {
      nearest = candidate;
      fewest = slips;
    }
  }
  return nearest?.term;
}

function isCommoner(a: IndexedWord, b: IndexedWord, { terms, rarities }: SearchIndex): boolean {
  const rarity = ({ term }: IndexedWord) => rarities[terms.get(term) ?? -1] ?? 0;
  const difference = rarity(a) - rarity(b);
  return difference < 0 || (difference === 0 && a.word < b.word);
}

/** Damerau's edit distance; more than `limit` is returned as `limit + 1`. */
function slipsBetween(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
