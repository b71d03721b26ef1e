import { Low } from 'lowdb';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import type { EditableDirectory } from '../editable-directory.js';
import type { Changes } from '../generation/changes.js';
import { directoryOfGenerations } from '../generation/directory-of-generations.js';
import type { Generation } from '../generation/generation.js';
import { emptyGeneration } from '../generation/next-generation.js';
import { oneAtATime } from '../one-at-a-time.js';
import { DirectoryFile } from './directory-file.js';
import { generationWork, isLarge } from './generation-work.js';
import { asOnlyWriter } from './writer-lock.js';

export interface LowdbDirectoryOptions {
  /** Decides which licences have expired. Default: the machine's clock. */
  now?: () => Date;
  /** How long a look at the file holds before the next one. Default: 2,000. */
  lookEveryMs?: number;
  /** A changed file was not valid; the one before stays in use. Told once for each such file. */
  onRefused?: (error: unknown) => void;
  /** Folder for what is known of a large file, which makes the next start faster. Default: none is kept. */
  snapshots?: string;
}

/**
 * The directory in a lowdb file, which is read on first use. A file that another process changed is swapped in
 * if it is valid; otherwise, or where it is gone, the one before stays in use. Changes hold the writer's lock.
 */
export async function openLowdbDirectory(
  path: string,
  {
    now = () => new Date(),
    lookEveryMs = 2000,
    onRefused = () => undefined,
    snapshots,
  }: LowdbDirectoryOptions = {},
): Promise<EditableDirectory> {
  const work = generationWork(snapshots);
  const file = new DirectoryFile(path, work);
  const store = new Low<Generation>(file, emptyGeneration());
  const inTurn = oneAtATime();
  /** Reads and changes that are under way or wait for their turn. */
  let pending = 0;
  let loading: Promise<void> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** The file that was last tried, good or not. */
  let tried: string | undefined;

  function exclusively<T>(piece: () => Promise<T>): Promise<T> {
    pending++;
    return inTurn(piece).finally(() => {
      pending--;
    });
  }

  async function current(): Promise<Generation> {
    if (file.seen === undefined) {
      loading ??= exclusively(load).finally(() => {
        loading = undefined;
      });
      await loading;
    } else if (pending === 0 && performance.now() - lookedAt >= lookEveryMs) {
      lookedAt = performance.now();
      await swap().catch(onRefused);
    }
    return store.data;
  }

  async function load(): Promise<void> {
    lookedAt = performance.now();
    tried = await file.fingerprint();
    await store.read();
    if (file.seen === undefined)
      throw new CodedError('DIRECTORY_UNREADABLE', `${shownPath(path)}: there is no such file`);
  }

  /** A large file is read while conversations go on with the one before. */
  async function swap(): Promise<void> {
    const found = await file.look();
    if (!found || found.fingerprint === tried || found.fingerprint === file.seen) return;
    tried = found.fingerprint;
    const swapped = exclusively(() => store.read()).catch(onRefused);
    if (!isLarge(found.bytes)) await swapped;
  }

  async function change(decide: (standing: Generation) => Promise<Changes | undefined>): Promise<void> {
    const standing = await latest();
    const changes = await decide(standing);
    if (!changes) return;
    const next = await work.next(standing, changes, path);
    await new Low(file, next).write();
    store.data = next;
  }

  /** What stands on disk: a change begins there, with nothing where there is no file yet. */
  async function latest(): Promise<Generation> {
    const fingerprint = await file.fingerprint();
    if (fingerprint === undefined) return emptyGeneration();
    if (fingerprint !== file.seen) await store.read();
    return store.data;
  }

  return directoryOfGenerations(
    {
      current,
      change: (decide) => exclusively(() => asOnlyWriter(path, () => change(decide))),
      close: async () => undefined,
    },
    now,
  );
}
