import { ChangeSet } from '../change-set.js';
import { rowOfId, rowOfNpi } from '../record-index/find-row.js';
import { type Generation, recordOfRow } from './generation.js';

/** What becomes of a generation. */
export interface Changes {
  /** By position: the record's new JSON, or undefined where it goes. */
  altered: Map<number, string | undefined>;
  /** JSON of records that come after those that stand. */
  added: string[];
}

/** Changes to a generation, held as JSON. */
export function changeSetOf(generation: Generation): ChangeSet<string> {
  const recordOf = (row: number | undefined) =>
    row === undefined ? undefined : recordOfRow(generation, row);
  const { index } = generation;
  return new ChangeSet<string>(
    { byId: (id) => recordOf(rowOfId(index, id)), byNpi: (npi) => recordOf(rowOfNpi(index, npi)) },
    { hold: (therapist) => JSON.stringify(therapist), read: (text) => JSON.parse(text) },
  );
}

export function changesOf({ outcome }: ChangeSet<string>, { index }: Generation): Changes {
  const changes: Changes = { altered: new Map(), added: [] };
  for (const [id, text] of outcome) {
    const row = rowOfId(index, id);
    if (row !== undefined) changes.altered.set(index.positions[row] as number, text);
    else if (text !== undefined) changes.added.push(text);
  }
  return changes;
}
