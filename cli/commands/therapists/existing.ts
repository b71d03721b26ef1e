import { CodedError } from '../../../knowledge/coded-error.js';
import type { TherapistDirectory } from '../../../services/therapists/directory.js';
import type { Therapist } from '../../../services/therapists/therapist.js';

/** @throws CodedError THERAPIST_UNKNOWN */
export async function existing(directory: Pick<TherapistDirectory, 'get'>, id: string): Promise<Therapist> {
  const therapist = await directory.get(id);
  if (therapist) return therapist;
  const shown = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(id) ? ` "${id}"` : '';
  throw new CodedError(
    'THERAPIST_UNKNOWN',
    `there is no therapist${shown}; "therapists list" shows them all`,
  );
}
