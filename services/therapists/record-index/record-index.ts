import type { Lists } from './lists.js';

/**
 * What of the records decides a match, as columns of numbers: a row is a record, and rows that lie near one
 * another on the map stand near one another here. Unknown numbers are NaN, unknown words the code 0. It holds
 * nothing but numbers, strings and arrays of numbers, so that it can be kept in a file and shared by threads.
 */
export interface RecordIndex {
  size: number;
  /** Words by their code; the word of code 0 is empty. */
  words: string[];
  /** Ids one after the other. They are ASCII, see `therapistSchema`. */
  idText: string;
  idEnds: Uint32Array;
  /** Rows in the order of their ids by code units, and the place of each row in that order. */
  rowsById: Uint32Array;
  idRanks: Uint32Array;
  /** Rows that have an NPI, in the order of the NPIs and then of the ids. */
  rowsByNpi: Uint32Array;
  npis: Float64Array;
  /** The place of each row's record in the directory. */
  positions: Uint32Array;
  /** Of `cellOf`, rising. */
  cells: Float64Array;
  /** See `unitVector`. */
  xs: Float64Array;
  ys: Float64Array;
  zs: Float64Array;
  genders: Uint32Array;
  /** 0 is unknown, 1 no, 2 yes. */
  accepting: Uint8Array;
  needsReferral: Uint8Array;
  prices: Float64Array;
  currencies: Uint32Array;
  yearsInPractice: Float64Array;
  /** Days of `dayOf`. */
  updated: Float64Array;
  acceptingAsOf: Float64Array;
  ratings: Float64Array;
  ratingCounts: Float64Array;
  /** Codes of words. */
  specialties: Lists;
  modalities: Lists;
  languages: Lists;
  insurance: Lists;
  accessibility: Lists;
  /** Pairs: code of a specialty that the row has, years. */
  experience: Lists;
  /** Pairs of days: expires, verified. */
  credentials: Lists;
}

export const UNKNOWN = 0;
export const NO = 1;
export const YES = 2;
