import type { Therapist } from '../../therapist.js';
import { SeenLines } from './seen-lines.js';

/** Tells the second row of a therapist in one file. */
export class Repeats {
  private readonly seen = new SeenLines();

  /** What is wrong with the row, where an earlier one is of the same therapist. */
  faultOf({ id, npi }: Therapist, line: number): string | undefined {
    const byId = id === `npi-${npi}` ? [] : [`id ${id}`];
    const keys = npi === undefined ? byId : [...byId, `npi ${npi}`];
    for (const key of keys) {
      const earlier = this.seen.lineOf(key);
      if (earlier !== undefined)
        return `${key.split(' ')[0]}: is that of line ${earlier} as well; give one of them another, or remove it`;
    }
    for (const key of keys) this.seen.add(key, line);
    return undefined;
  }
}
