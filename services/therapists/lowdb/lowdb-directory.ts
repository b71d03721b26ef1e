import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import type { TherapistDirectory } from '../directory.js';
import type { EditableDirectory } from '../editable-directory.js';
import { memoryDirectory } from '../memory-directory.js';
import { oneAtATime } from '../one-at-a-time.js';
import { Roster } from '../roster.js';
import { DirectoryFile } from './directory-file.js';
import { updateDirectory } from './update-directory.js';

export interface LowdbDirectoryOptions {
  /** Decides which licences have expired. Default: the machine's clock. */
  now?: () => Date;
  /** How long a look at the file holds before the next one. Default: 2,000. */
  lookEveryMs?: number;
  /** A changed file was not valid; the one before stays in use. Told once for each such file. */
  onRefused?: (error: unknown) => void;
}

/**
 * The directory in a lowdb file, which is read on first use. A file that another process changed is swapped in
 * if it is valid; otherwise, or where it is gone, the one before stays in use. Changes hold the writer's lock.
 */
export async function openLowdbDirectory(
  file: string,
  { now = () => new Date(), lookEveryMs = 2000, onRefused = () => undefined }: LowdbDirectoryOptions = {},
): Promise<EditableDirectory> {
  const source = new DirectoryFile(file);
  let current: TherapistDirectory | undefined;
  /** The generation that was last tried, good or not. */
  let tried: string | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<TherapistDirectory> | undefined;

  async function first(): Promise<TherapistDirectory> {
    tried = await source.fingerprint();
    const data = await source.read();
    if (!data) {
      throw new CodedError('DIRECTORY_UNREADABLE', `${shownPath(file)}: there is no such file`);
    }
    return memoryDirectory(data.therapists, { now });
  }

  async function swapped(standing: TherapistDirectory): Promise<TherapistDirectory> {
    try {
      const fingerprint = await source.fingerprint();
      if (fingerprint === undefined || fingerprint === tried) return standing;
      tried = fingerprint;
      const data = await source.read();
      return data ? memoryDirectory(data.therapists, { now }) : standing;
    } catch (error) {
      onRefused(error);
      return standing;
    }
  }

  /**
   * Looks at the file where the last look is too old. Calls that come during a look get the generation that
   * stands, so that nobody waits for a large file but the one who noticed it.
   */
  function directory(): Promise<TherapistDirectory> {
    const time = performance.now();
    if (current && (looking || time - lookedAt < lookEveryMs)) return Promise.resolve(current);
    looking ??= (current ? swapped(current) : first())
      .then((latest) => {
        lookedAt = time;
        current = latest;
        return latest;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  const inTurn = oneAtATime();
  const change = <T>(work: (roster: Roster) => Promise<T>, kept: (outcome: T) => boolean): Promise<T> =>
    inTurn(async () => {
      let outcome: T | undefined;
      await updateDirectory(file, async (therapists) => {
        const roster = new Roster(therapists);
        outcome = await work(roster);
        return kept(outcome) ? roster.therapists : undefined;
      });
      // Who changed the file reads the change next.
      lookedAt = Number.NEGATIVE_INFINITY;
      return outcome as T;
    });

  return {
    match: async (query) => (await directory()).match(query),
    get: async (id) => (await directory()).get(id),
    size: async () => (await directory()).size(),
    async *all() {
      yield* (await directory()).all();
    },
    async version() {
      await directory();
      return tried ?? '';
    },
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
