import type { Facts } from './facts.js';
import { type Lists, startOf } from './lists.js';
import { freshOf, type RowSources } from './row-sources.js';

type Column = Float64Array | Uint32Array | Uint8Array;

/** A new column: the numbers that rows had before, and those of fresh records. */
export function column<T extends Column>(
  { fresh, sources }: RowSources,
  before: T,
  of: (facts: Facts) => number,
): T {
  const Kind = before.constructor as new (length: number) => T;
  const made = new Kind(sources.length);
  for (let row = 0; row < sources.length; row++) {
    const source = sources[row] as number;
    made[row] = source >= 0 ? (before[source] as number) : of(fresh[freshOf(source)] as Facts);
  }
  return made;
}

/** As `column`, for a list of numbers a row. */
export function lists(
  { fresh, sources }: RowSources,
  before: Lists,
  of: (facts: Facts) => readonly number[],
): Lists {
  const freshLists = fresh.map(of);
  const ends = new Uint32Array(sources.length);
  let total = 0;
  for (let row = 0; row < sources.length; row++) {
    const source = sources[row] as number;
    total +=
      source >= 0
        ? (before.ends[source] as number) - startOf(before, source)
        : (freshLists[freshOf(source)] as readonly number[]).length;
    ends[row] = total;
  }
  const values = new Float64Array(total);
  let at = 0;
  for (const source of sources) {
    const from: ArrayLike<number> = source >= 0 ? before.values : (freshLists[freshOf(source)] ?? []);
    const end = source >= 0 ? (before.ends[source] as number) : from.length;
    for (let value = source >= 0 ? startOf(before, source) : 0; value < end; value++)
      values[at++] = from[value] as number;
  }
  return { ends, values };
}
