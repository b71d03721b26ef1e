import { readFile, stat } from 'node:fs/promises';
import type { Changes } from '../generation/changes.js';
import type { Generation } from '../generation/generation.js';
import { nextGeneration } from '../generation/next-generation.js';
import { readGeneration } from '../generation/read-generation.js';
import { inThread } from './in-thread.js';

/** What takes long where a directory is large. */
export interface GenerationWork {
  read(path: string): Promise<Generation>;
  next(standing: Generation, changes: Changes, path: string): Promise<Generation>;
}

/** Larger files are worked on in a thread of their own, so that no conversation waits. */
const LARGE_BYTES = 1_000_000;

export function isLarge(bytes: number): boolean {
  return bytes > LARGE_BYTES;
}

/**
 * Works on small directories here and on large ones in a thread. `snapshots` is a folder for what is known of
 * large files, so that the next start need not check them again; without it none is kept.
 */
export function generationWork(snapshots?: string): GenerationWork {
  return {
    async read(path) {
      const { size } = await stat(path);
      if (isLarge(size)) return inThread({ kind: 'read', path, snapshots });
      return readGeneration(await readFile(path), path);
    },
    async next(standing, changes, path) {
      const added = changes.added.reduce((sum, { length }) => sum + length, 0);
      if (isLarge(standing.text.length + added))
        return inThread({ kind: 'next', standing, changes, path, snapshots });
      return nextGeneration(standing, changes, path);
    },
  };
}
