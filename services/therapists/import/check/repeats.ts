import type { Therapist } from '../../therapist.js';

/** Tells the second row of a therapist in one file. NPIs are kept as numbers, so that a million take little. */
export class Repeats {
  private readonly lines = new Map<string | number, number>();

  /** What is wrong with the row, where an earlier one is of the same therapist. */
  faultOf({ id, npi }: Therapist, line: number): string | undefined {
    const keys = npi === undefined ? [id] : id === `npi-${npi}` ? [Number(npi)] : [id, Number(npi)];
    for (const key of keys) {
      const earlier = this.lines.get(key);
      if (earlier !== undefined)
        return `${key === id ? 'id' : 'npi'}: is that of line ${earlier} as well; give one of them another, or remove it`;
    }
    for (const key of keys) this.lines.set(key, line);
    return undefined;
  }
}
