import { isDeepStrictEqual } from 'node:util';
import type { Upserted, UpsertOptions } from './editable-directory.js';
import type { Therapist } from './therapist.js';

/** The records that a change begins with. */
export interface Standing {
  byId(id: string): Therapist | undefined;
  /** Of several the first by id. */
  byNpi(npi: string): Therapist | undefined;
}

/** In what form changed records are held meanwhile: an import can be large. */
export interface Holding<Held> {
  hold(therapist: Therapist): Held;
  read(held: Held): Therapist;
}

/** What upsert and remove mean, wherever the records are kept. Gathers what shall become of them. */
export class ChangeSet<Held> {
  /** What was changed or added, by id; undefined where it was removed. */
  readonly outcome = new Map<string, Held | undefined>();
  /** Ids of changed and added records by their NPI. */
  private readonly npis = new Map<string, string>();

  constructor(
    private readonly standing: Standing,
    private readonly holding: Holding<Held>,
  ) {}

  async upsert(
    records: Iterable<Therapist> | AsyncIterable<Therapist>,
    { merge = (_standing, incoming) => incoming }: Pick<UpsertOptions, 'merge'> = {},
  ): Promise<Upserted> {
    const counts: Upserted = { added: 0, changed: 0, unchanged: 0 };
    for await (const incoming of records) {
      const same = this.same(incoming);
      if (!same) {
        counts.added++;
        this.put(incoming);
        continue;
      }
      const merged = { ...merge(same, incoming), id: same.id };
      if (isDeepStrictEqual(merged, same)) {
        counts.unchanged++;
        continue;
      }
      counts.changed++;
      this.forgetNpi(same);
      this.put(merged);
    }
    return counts;
  }

  remove(ids: Iterable<string>): number {
    let removed = 0;
    for (const id of ids) {
      const therapist = this.recordOf(id);
      if (!therapist) continue;
      this.forgetNpi(therapist);
      this.outcome.set(id, undefined);
      removed++;
    }
    return removed;
  }

  private same({ id, npi }: Therapist): Therapist | undefined {
    return this.recordOf(id) ?? (npi === undefined ? undefined : this.recordOfNpi(npi));
  }

  private recordOf(id: string): Therapist | undefined {
    if (!this.outcome.has(id)) return this.standing.byId(id);
    const held = this.outcome.get(id);
    return held === undefined ? undefined : this.holding.read(held);
  }

  private recordOfNpi(npi: string): Therapist | undefined {
    const changed = this.npis.get(npi);
    if (changed !== undefined) return this.recordOf(changed);
    const record = this.standing.byNpi(npi);
    // Of a record that was changed only what it is now counts.
    return record && !this.outcome.has(record.id) ? record : undefined;
  }

  private put(therapist: Therapist): void {
    this.outcome.set(therapist.id, this.holding.hold(therapist));
    if (therapist.npi !== undefined) this.npis.set(therapist.npi, therapist.id);
  }

  private forgetNpi({ id, npi }: Therapist): void {
    if (npi !== undefined && this.npis.get(npi) === id) this.npis.delete(npi);
  }
}
