import { CodedError } from '../../knowledge/coded-error.js';

/** @throws CodedError TURN_NOT_STORABLE without the cause: its message may quote what a person typed. */
export function turnJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw new CodedError(
      'TURN_NOT_STORABLE',
      'A turn must consist of plain JSON values: its state or an activity holds a cycle, a bigint, or is nested too deeply.',
    );
  }
}
