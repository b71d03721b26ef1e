import type { Draft } from '../columns/draft-reader.js';
import type { Therapist } from '../therapist.js';

/** A row that cannot be taken over, and why, in words for the operator. */
export interface FaultyRow {
  line: number;
  reason: string;
  /** Which therapist it is, where the row says so; as given. */
  id?: string;
  name?: string;
}

export interface TherapistRow {
  line: number;
  therapist: Therapist;
}

export interface DraftRow {
  line: number;
  draft: Draft;
}

/** A file that is being read. What is wrong with all of it is thrown while its rows are read. */
export interface DraftSource {
  /**
   * The fields that the file speaks about, as "location.city"; in a record that is there already the others stay
   * as they are. Undefined: it speaks about all.
   */
  covers?: readonly string[];
  /** A record from another source only gains what it lacks: a clinic knows its people better than a register. */
  fillsIn?: boolean;
  /** Columns of the file that are not known here, and were not read. */
  unread: readonly string[];
  /** In the order of the file, some at a time. */
  rows: AsyncGenerator<(DraftRow | FaultyRow)[]>;
  /** Rows that are right and not of interest, so far. */
  passedOver(): number;
}
