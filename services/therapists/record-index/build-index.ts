import type { Facts } from './facts.js';
import { type Lists, listsOf } from './lists.js';
import type { RecordIndex } from './record-index.js';

/** Makes the index of records whose facts come in the order of the directory. Ids must be unique. */
export function buildIndex(facts: readonly Facts[]): RecordIndex {
  const positions = Uint32Array.from(facts.keys()).sort(
    (a, b) => (facts[a] as Facts).cell - (facts[b] as Facts).cell || a - b,
  );
  const rows = Array.from(positions, (position) => facts[position] as Facts);
  const words = new Words();
  const numbers = (of: (row: Facts) => number) => Float64Array.from(rows, of);
  const answers = (of: (row: Facts) => number) => Uint8Array.from(rows, of);
  const wordLists = (of: (row: Facts) => readonly string[]): Lists =>
    listsOf(rows.map((row) => of(row).map(words.code)));
  const rowsById = Uint32Array.from(rows.keys()).sort((a, b) =>
    compareIds(rows[a] as Facts, rows[b] as Facts),
  );
  const npis = numbers(({ npi }) => npi);
  return {
    size: rows.length,
    words: words.all,
    idText: rows.map(({ id }) => id).join(''),
    idEnds: runningTotals(rows.map(({ id }) => id.length)),
    rowsById,
    idRanks: inverseOf(rowsById),
    rowsByNpi: rowsById
      .filter((row) => !Number.isNaN(npis[row]))
      .sort((a, b) => (npis[a] as number) - (npis[b] as number)),
    npis,
    positions,
    cells: numbers(({ cell }) => cell),
    vectors: Float64Array.from(rows.flatMap(({ vector }) => vector)),
    genders: Uint32Array.from(rows, ({ gender }) => words.code(gender)),
    accepting: answers(({ accepting }) => accepting),
    needsReferral: answers(({ needsReferral }) => needsReferral),
    prices: numbers(({ price }) => price),
    currencies: Uint32Array.from(rows, ({ currency }) => words.code(currency)),
    yearsInPractice: numbers(({ yearsInPractice }) => yearsInPractice),
    updated: numbers(({ updated }) => updated),
    acceptingAsOf: numbers(({ acceptingAsOf }) => acceptingAsOf),
    ratings: numbers(({ rating }) => rating),
    ratingCounts: numbers(({ ratingCount }) => ratingCount),
    specialties: wordLists(({ specialties }) => specialties),
    modalities: wordLists(({ modalities }) => modalities),
    languages: wordLists(({ languages }) => languages),
    insurance: wordLists(({ insurance }) => insurance),
    accessibility: wordLists(({ accessibility }) => accessibility),
    experience: listsOf(
      rows.map(({ experience }) =>
        experience.flatMap(({ specialty, years }) => [words.code(specialty), years]),
      ),
    ),
    credentials: listsOf(rows.map(({ credentials }) => credentials)),
  };
}

/** Gives each word a code, the empty word 0. */
class Words {
  readonly all = [''];
  private readonly codes = new Map([['', 0]]);

  readonly code = (word: string): number => {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.codes.set(word, this.all.length);
    return this.all.push(word) - 1;
  };
}

function compareIds({ id: a }: Facts, { id: b }: Facts): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function runningTotals(lengths: readonly number[]): Uint32Array {
  let total = 0;
  return Uint32Array.from(lengths, (length) => {
    total += length;
    return total;
  });
}

function inverseOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (const [rank, row] of order.entries()) ranks[row] = rank;
  return ranks;
}
