/** A list of numbers for each row, in two arrays: those of row `r` stand from `ends[r - 1]` up to `ends[r]`. */
export interface Lists {
  ends: Uint32Array;
  values: Float64Array;
}

/** The part of `values` that is row `r`'s. */
export function startOf({ ends }: Lists, row: number): number {
  return row === 0 ? 0 : (ends[row - 1] as number);
}

/** Whether a value is among a row's. */
export function has(lists: Lists, row: number, value: number): boolean {
  const end = lists.ends[row] as number;
  for (let at = startOf(lists, row); at < end; at++) if (lists.values[at] === value) return true;
  return false;
}
