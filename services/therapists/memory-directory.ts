import type { TherapistDirectory } from './directory.js';
import { matchTherapists } from './match/match-therapists.js';
import { prepareTherapists } from './match/prepared.js';
import type { Therapist } from './therapist.js';

/** The directory held in memory. Ids must be unique; `now` decides which licences have expired. */
export function memoryDirectory(
  therapists: readonly Therapist[],
  { now = () => new Date() }: { now?: () => Date } = {},
): TherapistDirectory {
  const byId = new Map(therapists.map((therapist) => [therapist.id, therapist]));
  const prepared = prepareTherapists([...byId.values()]);
  return {
    match: async (query) => matchTherapists(prepared, query, now()),
    get: async (id) => byId.get(id),
    size: async () => byId.size,
  };
}
