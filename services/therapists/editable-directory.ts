import type { TherapistDirectory } from './directory.js';
import type { Therapist } from './therapist.js';

/** How many records a change added, altered, or found to be as they shall be already. */
export interface Upserted {
  added: number;
  changed: number;
  unchanged: number;
}

export interface UpsertOptions {
  /**
   * What becomes of a standing record that one comes in for. Its id stays, whatever this returns.
   * Default: the one that came in takes its place.
   */
  merge?: (standing: Therapist, incoming: Therapist) => Therapist;
  /** Counts what would happen, and changes nothing. */
  dryRun?: boolean;
}

/**
 * What imports and edits the directory. Records come checked (`therapistSchema`).
 * @throws CodedError DIRECTORY_LOCKED, DIRECTORY_UNWRITABLE, and what reading throws.
 */
export interface EditableDirectory extends TherapistDirectory {
  /**
   * Adds records and changes those that are there. A record is the same as the one with its id, or else as the
   * one with its NPI, which keeps its own id then. In a file the whole call takes effect or nothing of it, also
   * where `records` throws half-way; in a database each batch, in the order of the records.
   */
  upsert(records: Iterable<Therapist> | AsyncIterable<Therapist>, options?: UpsertOptions): Promise<Upserted>;
  /** @returns how many of them there were. All go, or none. */
  remove(ids: Iterable<string>): Promise<number>;
}
