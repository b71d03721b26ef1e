import type { EditableDirectory } from './editable-directory.js';
import { matchTherapists } from './match/match-therapists.js';
import { prepareTherapists } from './match/prepared.js';
import { oneAtATime } from './one-at-a-time.js';
import { Roster } from './roster.js';
import type { Therapist } from './therapist.js';

/** The directory held in memory. Ids must be unique; `now` decides which licences have expired. */
export function memoryDirectory(
  initial: readonly Therapist[],
  { now = () => new Date() }: { now?: () => Date } = {},
): EditableDirectory {
  let current = generation(initial, 1);
  const inTurn = oneAtATime();

  const change = <T>(work: (roster: Roster) => Promise<T>, kept: (outcome: T) => boolean): Promise<T> =>
    inTurn(async () => {
      const roster = new Roster([...current.byId.values()]);
      const outcome = await work(roster);
      if (kept(outcome)) current = generation(roster.therapists, current.number + 1);
      return outcome;
    });

  return {
    match: async (query) => matchTherapists(current.prepared, query, now()),
    get: async (id) => current.byId.get(id),
    size: async () => current.byId.size,
    async *all() {
      yield* current.byId.values();
    },
    version: async () => String(current.number),
    close: async () => undefined,
    upsert: (records, { dryRun = false, ...options } = {}) =>
      change(
        (roster) => roster.upsert(records, options),
        ({ added, changed }) => !dryRun && added + changed > 0,
      ),
    remove: (ids) =>
      change(
        async (roster) => roster.remove(ids),
        (removed) => removed > 0,
      ),
  };
}

function generation(therapists: readonly Therapist[], number: number) {
  const byId = new Map(therapists.map((therapist) => [therapist.id, therapist]));
  return { number, byId, prepared: prepareTherapists([...byId.values()]) };
}
