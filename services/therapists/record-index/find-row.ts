import type { RecordIndex } from './record-index.js';

/** The row of an id, or undefined. */
export function rowOfId(index: RecordIndex, id: string): number | undefined {
  const at = firstAt(index.rowsById, (row) => idAt(index, row) >= id);
  const row = index.rowsById[at];
  return row !== undefined && idAt(index, row) === id ? row : undefined;
}

/** The row of an NPI; of several the first by id. */
export function rowOfNpi(index: RecordIndex, npi: string): number | undefined {
  const wanted = Number(npi);
  const at = firstAt(index.rowsByNpi, (row) => (index.npis[row] as number) >= wanted);
  const row = index.rowsByNpi[at];
  return row !== undefined && index.npis[row] === wanted ? row : undefined;
}

/** Where in a sorted column the first value is that meets the condition, which all after it meet too. */
export function firstAt(column: Uint32Array | Float64Array, meets: (value: number) => boolean): number {
  let from = 0;
  let to = column.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (meets(column[middle] as number)) to = middle;
    else from = middle + 1;
  }
  return from;
}

export function idAt({ idText, idEnds }: RecordIndex, row: number): string {
  return idText.slice(row === 0 ? 0 : idEnds[row - 1], idEnds[row]);
}
