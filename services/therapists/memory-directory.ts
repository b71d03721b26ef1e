import type { EditableDirectory } from './editable-directory.js';
import { search } from './match/search.js';
import { oneAtATime } from './one-at-a-time.js';
import { buildIndex } from './record-index/build-index.js';
import { factsOf } from './record-index/facts.js';
import { indexEngine } from './record-index/index-engine.js';
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
    match: (query) => search(current.engine, query, now()),
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

function generation(initial: readonly Therapist[], number: number) {
  const byId = new Map(initial.map((therapist) => [therapist.id, therapist]));
  const therapists = [...byId.values()];
  const index = buildIndex(therapists.map(factsOf));
  const recordAt = (row: number) => therapists[index.positions[row] ?? -1] as Therapist;
  return { number, byId, engine: indexEngine(index, recordAt) };
}
