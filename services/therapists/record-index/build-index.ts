import { column, lists } from './columns.js';
import type { Facts } from './facts.js';
import { idAt } from './find-row.js';
import type { RecordIndex } from './record-index.js';
import { freshOf, inCellOrder, inOrder, type RowSources } from './row-sources.js';
import { Words } from './words.js';

/** A record of the new index: one that stands in the index before, by its position there, or a new one. */
export type Entry = number | Facts;

/**
 * Makes the index of a directory from the one before it, so that a change to one record costs no look at the
 * others. Entries come in the order of the directory; ids must be unique.
 */
export function nextIndex(before: RecordIndex, entries: readonly Entry[]): RecordIndex {
  const fresh: Facts[] = [];
  const freshPositions: number[] = [];
  /** By position before. */
  const newPositions = new Int32Array(before.size).fill(-1);
  for (const [position, entry] of entries.entries()) {
    if (typeof entry === 'number') newPositions[entry] = position;
    else {
      fresh.push(entry);
      freshPositions.push(position);
    }
  }
  const positionOfRow = (row: number) => newPositions[before.positions[row] as number] as number;
  const staying = Int32Array.from(before.positions.keys()).filter((row) => positionOfRow(row) >= 0);
  const positionOfFresh = (place: number) => freshPositions[place] as number;
  const sources = inCellOrder(before, fresh, staying, { ofRow: positionOfRow, ofFresh: positionOfFresh });
  return {
    ...columnsOf({ before, fresh, sources }),
    positions: Uint32Array.from(sources, (source) =>
      source >= 0 ? positionOfRow(source) : positionOfFresh(freshOf(source)),
    ),
  };
}

/** The index of records that stand nowhere yet. */
export function buildIndex(facts: readonly Facts[]): RecordIndex {
  return nextIndex(EMPTY, facts);
}

function columnsOf(rows: RowSources): Omit<RecordIndex, 'positions'> {
  const { before, fresh, sources } = rows;
  const words = new Words(before.words);
  const codes = (of: (facts: Facts) => readonly string[]) => (facts: Facts) => of(facts).map(words.code);
  const ids = Array.from(sources, (source) =>
    source >= 0 ? idAt(before, source) : (fresh[freshOf(source)] as Facts).id,
  );
  const rowsById = inOrder(
    rows,
    before.rowsById,
    () => true,
    (a, b) => compareText(ids[a] as string, ids[b] as string),
  );
  const idRanks = inverseOf(rowsById);
  const npis = column(rows, before.npis, ({ npi }) => npi);
  return {
    size: sources.length,
    idText: ids.join(''),
    idEnds: runningTotals(ids),
    rowsById,
    idRanks,
    rowsByNpi: inOrder(
      rows,
      before.rowsByNpi,
      ({ npi }) => !Number.isNaN(npi),
      (a, b) => (npis[a] as number) - (npis[b] as number) || (idRanks[a] as number) - (idRanks[b] as number),
    ),
    npis,
    cells: column(rows, before.cells, ({ cell }) => cell),
    xs: column(rows, before.xs, ({ vector: [x] }) => x),
    ys: column(rows, before.ys, ({ vector: [, y] }) => y),
    zs: column(rows, before.zs, ({ vector: [, , z] }) => z),
    genders: column(rows, before.genders, ({ gender }) => words.code(gender)),
    accepting: column(rows, before.accepting, ({ accepting }) => accepting),
    needsReferral: column(rows, before.needsReferral, ({ needsReferral }) => needsReferral),
    prices: column(rows, before.prices, ({ price }) => price),
    currencies: column(rows, before.currencies, ({ currency }) => words.code(currency)),
    yearsInPractice: column(rows, before.yearsInPractice, ({ yearsInPractice }) => yearsInPractice),
    updated: column(rows, before.updated, ({ updated }) => updated),
    acceptingAsOf: column(rows, before.acceptingAsOf, ({ acceptingAsOf }) => acceptingAsOf),
    ratings: column(rows, before.ratings, ({ rating }) => rating),
    ratingCounts: column(rows, before.ratingCounts, ({ ratingCount }) => ratingCount),
    specialties: lists(
      rows,
      before.specialties,
      codes(({ specialties }) => specialties),
    ),
    modalities: lists(
      rows,
      before.modalities,
      codes(({ modalities }) => modalities),
    ),
    languages: lists(
      rows,
      before.languages,
      codes(({ languages }) => languages),
    ),
    insurance: lists(
      rows,
      before.insurance,
      codes(({ insurance }) => insurance),
    ),
    accessibility: lists(
      rows,
      before.accessibility,
      codes(({ accessibility }) => accessibility),
    ),
    experience: lists(rows, before.experience, ({ experience }) =>
      experience.flatMap(({ specialty, years }) => [words.code(specialty), years]),
    ),
    credentials: lists(rows, before.credentials, ({ credentials }) => credentials),
    words: words.all,
  };
}

function runningTotals(texts: readonly string[]): Uint32Array {
  let total = 0;
  return Uint32Array.from(texts, ({ length }) => {
    total += length;
    return total;
  });
}

function inverseOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] as number] = rank;
  return ranks;
}

/** By code units, the same in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const noNumbers = () => new Float64Array();
const noCodes = () => new Uint32Array();
const noAnswers = () => new Uint8Array();
const noLists = () => ({ ends: noCodes(), values: noNumbers() });

const EMPTY: RecordIndex = {
  size: 0,
  words: [''],
  idText: '',
  idEnds: noCodes(),
  rowsById: noCodes(),
  idRanks: noCodes(),
  rowsByNpi: noCodes(),
  npis: noNumbers(),
  positions: noCodes(),
  cells: noNumbers(),
  xs: noNumbers(),
  ys: noNumbers(),
  zs: noNumbers(),
  genders: noCodes(),
  accepting: noAnswers(),
  needsReferral: noAnswers(),
  prices: noNumbers(),
  currencies: noCodes(),
  yearsInPractice: noNumbers(),
  updated: noNumbers(),
  acceptingAsOf: noNumbers(),
  ratings: noNumbers(),
  ratingCounts: noNumbers(),
  specialties: noLists(),
  modalities: noLists(),
  languages: noLists(),
  insurance: noLists(),
  accessibility: noLists(),
  experience: noLists(),
  credentials: noLists(),
};
