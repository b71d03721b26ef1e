import { isDeepStrictEqual } from 'node:util';
import type { Upserted, UpsertOptions } from '../editable-directory.js';
import { rowOfId, rowOfNpi } from '../record-index/find-row.js';
import type { Therapist } from '../therapist.js';
import type { Changes } from './changes.js';
import { type Generation, recordAt } from './generation.js';

/** Gathers changes to a generation, as JSON, since an import can be large. */
export class ChangeSet {
  /** JSON of what was changed or added, by id; undefined where it was removed. */
  private readonly pending = new Map<string, string | undefined>();
  /** Ids of changed and added records by their NPI. */
  private readonly pendingNpis = new Map<string, string>();

  constructor(private readonly generation: Generation) {}

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
      this.put(merged, standing);
    }
    return counts;
  }

  remove(ids: Iterable<string>): number {
    let removed = 0;
    for (const id of ids) {
      const standing = this.recordOf(id);
      if (!standing) continue;
      this.forgetNpi(standing);
      this.pending.set(id, undefined);
      removed++;
    }
    return removed;
  }

  changes(): Changes {
    const changes: Changes = { altered: new Map(), added: [] };
    for (const [id, text] of this.pending) {
      const position = this.positionOf(id);
      if (position !== undefined) changes.altered.set(position, text);
      else if (text !== undefined) changes.added.push(text);
    }
    return changes;
  }

  private standing({ id, npi }: Therapist): Therapist | undefined {
    return this.recordOf(id) ?? (npi === undefined ? undefined : this.recordOfNpi(npi));
  }

  private recordOf(id: string): Therapist | undefined {
    if (this.pending.has(id)) {
      const text = this.pending.get(id);
      return text === undefined ? undefined : JSON.parse(text);
    }
    const position = this.positionOf(id);
    return position === undefined ? undefined : recordAt(this.generation, position);
  }

  private recordOfNpi(npi: string): Therapist | undefined {
    const changed = this.pendingNpis.get(npi);
    if (changed !== undefined) return this.recordOf(changed);
    const { index } = this.generation;
    const row = rowOfNpi(index, npi);
    const record = row === undefined ? undefined : recordAt(this.generation, index.positions[row] as number);
    // Of a record that was changed only what it is now counts.
    return record && !this.pending.has(record.id) ? record : undefined;
  }

  private positionOf(id: string): number | undefined {
    const { index } = this.generation;
    const row = rowOfId(index, id);
    return row === undefined ? undefined : index.positions[row];
  }

  private put(therapist: Therapist, standing?: Therapist): void {
    if (standing) this.forgetNpi(standing);
    this.pending.set(therapist.id, JSON.stringify(therapist));
    if (therapist.npi !== undefined) this.pendingNpis.set(therapist.npi, therapist.id);
  }

  private forgetNpi({ id, npi }: Therapist): void {
    if (npi !== undefined && this.pendingNpis.get(npi) === id) this.pendingNpis.delete(npi);
  }
}
