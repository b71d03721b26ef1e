import { stat } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import type { Generation } from '../generation/generation.js';
import { errnoOf } from './errno.js';
import type { GenerationWork } from './generation-work.js';
import { replaceFile } from './replace-file.js';

/**
 * lowdb's adapter for the directory file. lowdb's own never syncs, takes `[]` for data and replaces `null` by
 * defaults; this one checks what it reads, refuses to write over what it could not read or has not seen, and
 * leaves either the old file or the new one after a crash, with the generation before as `.bak`.
 */
export class DirectoryFile implements Adapter<Generation> {
  /** The fingerprint of the file that was last read or written and found good. */
  seen?: string;

  constructor(
    readonly path: string,
    private readonly work: GenerationWork,
  ) {}

  /** Tells one file from the next; undefined where there is none. */
  async fingerprint(): Promise<string | undefined> {
    return (await this.look())?.fingerprint;
  }

  async look(): Promise<{ fingerprint: string; bytes: number } | undefined> {
    try {
      const { ino, size, mtimeNs } = await stat(this.path, { bigint: true });
      return { fingerprint: `${ino}:${size}:${mtimeNs}`, bytes: Number(size) };
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return undefined;
      throw this.failure('DIRECTORY_UNREADABLE', 'cannot be read', cause);
    }
  }

  /**
   * The checked content, or null where there is no file.
   * @throws CodedError DIRECTORY_UNREADABLE, DIRECTORY_INVALID
   */
  async read(): Promise<Generation | null> {
    const fingerprint = await this.fingerprint();
    if (fingerprint === undefined) return null;
    const generation = await this.checked();
    this.seen = fingerprint;
    return generation;
  }

  /**
   * On disk when the promise resolves. Hold the writer's lock (see writer-lock.ts).
   * @throws CodedError DIRECTORY_INVALID where the file that stands there is not valid, DIRECTORY_CHANGED where
   * somebody changed it without the lock since it was read, DIRECTORY_UNWRITABLE where the disk refuses; the
   * file that stood there is then untouched.
   */
  async write({ text }: Generation): Promise<void> {
    const standing = await this.fingerprint();
    if (standing !== undefined && standing !== this.seen) {
      await this.checked();
      throw new CodedError(
        'DIRECTORY_CHANGED',
        `${shownPath(this.path)}: was changed by another program meanwhile, so nothing was written; try again`,
      );
    }
    try {
      await replaceFile(this.path, text);
    } catch (cause) {
      const mend = errnoOf(cause) === 'ENOSPC' ? ', make room on the disk and try again' : '';
      throw this.failure('DIRECTORY_UNWRITABLE', 'cannot be written', cause, `; it is as it was${mend}`);
    }
    const written = await this.fingerprint();
    if (written !== undefined) this.seen = written;
  }

  private async checked(): Promise<Generation> {
    try {
      return await this.work.read(this.path);
    } catch (error) {
      if (error instanceof CodedError && error.code === 'DIRECTORY_INVALID')
        throw new CodedError(error.code, `${error.message}${await this.backup()}`, { cause: error });
      if (error instanceof CodedError) throw error;
      throw this.failure('DIRECTORY_UNREADABLE', 'cannot be read', error);
    }
  }

  /** What the generation before has to offer where this one is broken. */
  private async backup(): Promise<string> {
    const path = `${this.path}.bak`;
    try {
      const { index } = await this.work.read(path);
      return `. The generation before stands in ${shownPath(path)}, is whole and holds ${index.size} records: copy it over to take it back`;
    } catch {
      return '';
    }
  }

  private failure(code: string, what: string, cause: unknown, mend = ''): CodedError {
    const { path } = this;
    return new CodedError(code, `${shownPath(path)}: ${what} (${errnoOf(cause)})${mend}`, { cause });
  }
}
