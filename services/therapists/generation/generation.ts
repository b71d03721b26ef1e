import type { RecordIndex } from '../record-index/record-index.js';
import type { Therapist } from '../therapist.js';

/**
 * All records at one time: the text of the directory's file, where in it each record stands, and the index of
 * what decides a match. Checked once and never changed, so that threads and conversations can share it. Records
 * are read out of the text when somebody needs them, which keeps a large directory small in memory.
 */
export interface Generation {
  /** UTF-8. */
  text: Uint8Array;
  /** In the text, by the record's position in the directory. */
  starts: Uint32Array;
  ends: Uint32Array;
  index: RecordIndex;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
}

export function recordAt(generation: Generation, position: number): Therapist {
  return JSON.parse(recordText(generation, position));
}

/** The record of a row of the index. */
export function recordOfRow(generation: Generation, row: number): Therapist {
  return recordAt(generation, generation.index.positions[row] as number);
}

export function recordText(
  { text, starts, ends }: Pick<Generation, 'text' | 'starts' | 'ends'>,
  position: number,
): string {
  const start = starts[position] as number;
  return Buffer.from(text.buffer, text.byteOffset + start, (ends[position] as number) - start).toString();
}
