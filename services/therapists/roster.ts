import { isDeepStrictEqual } from 'node:util';
import type { Upserted, UpsertOptions } from './editable-directory.js';
import type { Therapist } from './therapist.js';

/** Records in their order, with what upsert and remove mean for them. */
export class Roster {
  private readonly byId = new Map<string, Therapist>();
  private readonly idOfNpi = new Map<string, string>();

  constructor(therapists: readonly Therapist[]) {
    for (const therapist of therapists) this.put(therapist);
  }

  get therapists(): Therapist[] {
    return [...this.byId.values()];
  }

  async upsert(
    records: Iterable<Therapist> | AsyncIterable<Therapist>,
    { merge = (_standing, incoming) => incoming }: Pick<UpsertOptions, 'merge'> = {},
  ): Promise<Upserted> {
    const counts: Upserted = { added: 0, changed: 0, unchanged: 0 };
    for await (const incoming of records) {
      const standing = this.standing(incoming);
      if (!standing) {
        counts.added++;
        this.put(incoming);
        continue;
      }
      const merged = { ...merge(standing, incoming), id: standing.id };
      if (isDeepStrictEqual(merged, standing)) {
        counts.unchanged++;
        continue;
      }
      counts.changed++;
      this.forgetNpi(standing);
      this.put(merged);
    }
    return counts;
  }

  remove(ids: Iterable<string>): number {
    let removed = 0;
    for (const id of ids) {
      const therapist = this.byId.get(id);
      if (!therapist) continue;
      this.forgetNpi(therapist);
      this.byId.delete(id);
      removed++;
    }
    return removed;
  }

  private standing({ id, npi }: Therapist): Therapist | undefined {
    return this.byId.get(id) ?? (npi === undefined ? undefined : this.byId.get(this.idOfNpi.get(npi) ?? ''));
  }

  private put(therapist: Therapist): void {
    this.byId.set(therapist.id, therapist);
    if (therapist.npi !== undefined) this.idOfNpi.set(therapist.npi, therapist.id);
  }

  private forgetNpi({ id, npi }: Therapist): void {
    if (npi !== undefined && this.idOfNpi.get(npi) === id) this.idOfNpi.delete(npi);
  }
}
