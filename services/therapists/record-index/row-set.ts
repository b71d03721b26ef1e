/** A set of rows, a bit each. */
export type RowSet = Uint32Array;

function rowSet(size: number, meets: (row: number) => boolean): RowSet {
  const set = new Uint32Array((size + 31) >>> 5);
  for (let row = 0; row < size; row++)
    if (meets(row)) set[row >>> 5] = (set[row >>> 5] as number) | (1 << (row & 31));
  return set;
}

export function isIn(set: RowSet, row: number): boolean {
  return (((set[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
}

export function inBoth(a: RowSet, b: RowSet): RowSet {
  return a.map((bits, at) => bits & (b[at] as number));
}

export function inEither(a: RowSet, b: RowSet): RowSet {
  return a.map((bits, at) => bits | (b[at] as number));
}

/** Sets that were asked for, up to so many: patients of one place ask for much the same. */
export class KnownSets {
  private readonly known = new Map<string, RowSet>();

  constructor(
    private readonly size: number,
    private readonly most = 300,
  ) {}

  of(name: string, meets: (row: number) => boolean): RowSet {
    const before = this.known.get(name);
    if (before) return before;
    if (this.known.size >= this.most) this.known.clear();
    const made = rowSet(this.size, meets);
    this.known.set(name, made);
    return made;
  }
}
