/** A list of numbers for each row, in two arrays: those of row `r` stand from `ends[r - 1]` up to `ends[r]`. */
export interface Lists {
  ends: Uint32Array;
  values: Float64Array;
}

/** The part of `values` that is row `r`'s. */
export function startOf({ ends }: Lists, row: number): number {
  return row === 0 ? 0 : (ends[row - 1] as number);
}

export function listsOf(rows: readonly (readonly number[])[]): Lists {
  const ends = new Uint32Array(rows.length);
  let total = 0;
  for (const [row, list] of rows.entries()) {
    total += list.length;
    ends[row] = total;
  }
  const values = new Float64Array(total);
  for (const [row, list] of rows.entries()) values.set(list, (ends[row] as number) - list.length);
  return { ends, values };
}

/** Whether one of the values of a row is among some few. */
export function hasAny(lists: Lists, row: number, some: readonly number[]): boolean {
  const end = lists.ends[row] as number;
  for (let at = startOf(lists, row); at < end; at++) {
    if (some.includes(lists.values[at] as number)) return true;
  }
  return false;
}

export function has(lists: Lists, row: number, value: number): boolean {
  const end = lists.ends[row] as number;
  for (let at = startOf(lists, row); at < end; at++) if (lists.values[at] === value) return true;
  return false;
}
