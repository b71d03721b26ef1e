import type { EditableDirectory, Upserted } from '../editable-directory.js';
import { inState } from '../in-state.js';
import type { Therapist } from '../therapist.js';
import type { FaultyRow } from './imported-row.js';
import { mergerFor } from './merge.js';
import type { TherapistSource } from './read-therapists.js';

export interface ImportOptions {
  /** Only therapists of that state or province: "MA". */
  state?: string;
  /** Counts what would happen, and changes nothing. */
  dryRun?: boolean;
  /** Told of every row that is not taken over, in the order of the file. */
  onRejected(row: FaultyRow): Promise<void> | void;
  /** Told now and then how far it is. */
  onProgress?(bytesRead: number, rows: number): void;
}

export interface ImportSummary extends Upserted {
  /** Rows in all, but for those that were passed over. */
  rows: number;
  rejected: number;
  /** Right, and of no interest: of another profession. */
  passedOver: number;
  /** Right, and of another state. */
  elsewhere: number;
}

/**
 * Takes a file's therapists over into the directory: its good rows, as far as the directory lets it all at once.
 * The same file again changes nothing.
 * @throws CodedError what reading the file and changing the directory throw
 */
export async function importTherapists(
  source: TherapistSource,
  directory: Pick<EditableDirectory, 'upsert'>,
  { state, dryRun = false, onRejected, onProgress = () => undefined }: ImportOptions,
): Promise<ImportSummary> {
  const counted = { rows: 0, rejected: 0, elsewhere: 0 };

  async function* taken(): AsyncGenerator<Therapist> {
    for await (const rows of source.rows) {
      for (const row of rows) {
        counted.rows++;
        if ('reason' in row) {
          counted.rejected++;
          await onRejected(row);
        } else if (state !== undefined && !inState(row.therapist, state)) {
          counted.elsewhere++;
        } else {
          yield row.therapist;
        }
      }
      onProgress(source.bytesRead(), counted.rows);
    }
  }

  const upserted = await directory.upsert(taken(), { merge: mergerFor(source), dryRun });
  return { ...upserted, ...counted, passedOver: source.passedOver() };
}
