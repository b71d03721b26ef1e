import type { Facts } from './facts.js';
import type { RecordIndex } from './record-index.js';

/** What the rows of an index are made of: rows of the index before it, and facts of records that are new. */
export interface RowSources {
  before: RecordIndex;
  fresh: readonly Facts[];
  /** For each row of the new index, in its order: a row before, or -1 - the place among the fresh ones. */
  sources: Int32Array;
}

export function freshOf(source: number): number {
  return -1 - source;
}

/**
 * Puts rows that stay and fresh ones in the order of an index: by cell, within a cell by position. `positions`
 * says where in the directory each source stands.
 */
export function inCellOrder(
  before: RecordIndex,
  fresh: readonly Facts[],
  staying: Int32Array,
  positions: { ofRow(row: number): number; ofFresh(place: number): number },
): Int32Array {
  const cellOf = (source: number) =>
    source >= 0 ? (before.cells[source] as number) : (fresh[freshOf(source)] as Facts).cell;
  const positionOf = (source: number) =>
    source >= 0 ? positions.ofRow(source) : positions.ofFresh(freshOf(source));
  return merged(
    staying,
    Int32Array.from(fresh.keys(), freshOf),
    (a, b) => cellOf(a) - cellOf(b) || positionOf(a) - positionOf(b),
  );
}

/**
 * Places in `sources` in some order, from the order that the rows before already have; of the fresh ones those
 * that belong in it.
 */
export function inOrder(
  { before, fresh, sources }: RowSources,
  orderBefore: Uint32Array,
  belongs: (facts: Facts) => boolean,
  compare: (placeA: number, placeB: number) => number,
): Uint32Array {
  const placeOfRow = new Int32Array(before.size).fill(-1);
  const freshPlaces: number[] = [];
  for (let place = 0; place < sources.length; place++) {
    const source = sources[place] as number;
    if (source >= 0) placeOfRow[source] = place;
    else if (belongs(fresh[freshOf(source)] as Facts)) freshPlaces.push(place);
  }
  const staying = Int32Array.from(orderBefore, (row) => placeOfRow[row] as number).filter(
    (place) => place >= 0,
  );
  return Uint32Array.from(merged(staying, Int32Array.from(freshPlaces), compare));
}

/** One sorted list of one that is sorted and one that is not. */
function merged(
  sorted: Int32Array,
  others: Int32Array,
  compare: (a: number, b: number) => number,
): Int32Array {
  others.sort(compare);
  const all = new Int32Array(sorted.length + others.length);
  let taken = 0;
  let at = 0;
  for (const other of others) {
    while (taken < sorted.length && compare(sorted[taken] as number, other) < 0)
      all[at++] = sorted[taken++] as number;
    all[at++] = other;
  }
  all.set(sorted.subarray(taken), at);
  return all;
}
