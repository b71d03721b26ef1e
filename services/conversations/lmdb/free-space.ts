import { statfsSync } from 'node:fs';
import { CodedError } from '../../../knowledge/coded-error.js';

const MEGABYTE = 1024 * 1024;

/** More than all writes that are under way together need; turns stop first, so that erasing still finds room. */
const RESERVE = { turn: 16 * MEGABYTE, tidying: 4 * MEGABYTE };

/** Bytes that this process may still write to the folder's disk. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * LMDB 3.5.6 overruns its own error message where a write finds the disk full, which ends the process soon
 * after. So we stop before. The look costs 2 microseconds.
 * @throws CodedError STORE_UNAVAILABLE
 */
export function checkSpace(folder: string, free: number, purpose: keyof typeof RESERVE): void {
  if (free >= RESERVE[purpose]) return;
  throw new CodedError(
    'STORE_UNAVAILABLE',
    `The conversation store in ${folder} is not written to: its disk has less than ` +
      `${RESERVE[purpose] / MEGABYTE} MB left. Free some space; nothing else is needed.`,
  );
}
