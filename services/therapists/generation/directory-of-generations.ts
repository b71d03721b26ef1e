import type { MatchResult, TherapistDirectory } from '../directory.js';
import type { EditableDirectory } from '../editable-directory.js';
import { search } from '../match/search.js';
import { rowOfId } from '../record-index/find-row.js';
import { indexEngine } from '../record-index/index-engine.js';
import { type Changes, changeSetOf, changesOf } from './changes.js';
import { type Generation, recordAt, recordOfRow } from './generation.js';

/** Where generations come from and go to. */
export interface Generations {
  /** The one in use. */
  current(): Promise<Generation>;
  /** Puts another one in its place, one change at a time; where `decide` gives no changes, nothing happens. */
  change(decide: (standing: Generation) => Promise<Changes | undefined>): Promise<void>;
  close(): Promise<void>;
}

/** A directory that holds its records as generations, in memory or in a file. */
export function directoryOfGenerations(generations: Generations, now: () => Date): EditableDirectory {
  const engines = new WeakMap<Generation, ReturnType<typeof indexEngine>>();

  function engineOf(generation: Generation): ReturnType<typeof indexEngine> {
    const known = engines.get(generation);
    if (known) return known;
    const engine = indexEngine(generation.index, (row) => recordOfRow(generation, row));
    engines.set(generation, engine);
    return engine;
  }

  const reading: TherapistDirectory = {
    match: async (query): Promise<MatchResult> => search(engineOf(await generations.current()), query, now()),
    async get(id) {
      const generation = await generations.current();
      const row = rowOfId(generation.index, id);
      return row === undefined ? undefined : recordOfRow(generation, row);
    },
    size: async () => (await generations.current()).index.size,
    async *all() {
      const generation = await generations.current();
      for (let position = 0; position < generation.index.size; position++) {
        yield recordAt(generation, position);
      }
    },
    version: async () => (await generations.current()).hash,
    close: () => generations.close(),
  };

  return {
    ...reading,
    async upsert(records, { dryRun = false, ...options } = {}) {
      let counts = { added: 0, changed: 0, unchanged: 0 };
      await generations.change(async (standing) => {
        const set = changeSetOf(standing);
        counts = await set.upsert(records, options);
        return !dryRun && counts.added + counts.changed > 0 ? changesOf(set, standing) : undefined;
      });
      return counts;
    },
    async remove(ids) {
      let removed = 0;
      await generations.change(async (standing) => {
        const set = changeSetOf(standing);
        removed = set.remove(ids);
        return removed > 0 ? changesOf(set, standing) : undefined;
      });
      return removed;
    },
  };
}
