import { checkRecord } from '../generation/check-record.js';
import type { Therapist } from '../therapist.js';

/** @throws CodedError DIRECTORY_INVALID where somebody else wrote what is no therapist. */
export function storedRecord(text: string): Therapist {
  return checkRecord(JSON.parse(text), 'the therapists of DATABASE_URL');
}
