import { complain } from './complain.js';

/**
 * Imported first: data files are read while modules load, before any `try` of ours stands. A broken one ends the
 * start with one line like every other fault.
 */
process.once('uncaughtException', complain);

/** The start is over; from here on the process guard takes what nobody caught. */
export function loaded(): void {
  process.off('uncaughtException', complain);
}
