import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import { checkRecords, type DirectoryData, parseDirectory } from './parse-directory.js';

/**
 * lowdb's adapter for the directory file. lowdb's own never syncs, takes `[]` for data and replaces `null` by
 * defaults; this one checks what it reads, refuses to write over what it could not read, and leaves either the
 * old file or the new one after a crash, with the generation before as `.bak`.
 */
export class DirectoryFile implements Adapter<DirectoryData> {
  /** The generation that was last read or written and found good. */
  private good?: string;

  constructor(readonly path: string) {}

  /** Tells one generation of the file from the next; undefined where there is no file. */
  async fingerprint(): Promise<string | undefined> {
    try {
      const { ino, size, mtimeNs } = await stat(this.path, { bigint: true });
      return `${ino}:${size}:${mtimeNs}`;
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined;
      throw this.unreadable(cause);
    }
  }

  /**
   * The checked content, or null where there is no file.
   * @throws CodedError DIRECTORY_UNREADABLE, DIRECTORY_INVALID
   */
  async read(): Promise<DirectoryData | null> {
    const fingerprint = await this.fingerprint();
    if (fingerprint === undefined) return null;
    const data = await parseDirectory(await this.bytes(), this.path);
    this.good = fingerprint;
    return data;
  }

  /**
   * On disk when the promise resolves. Hold the writer's lock (see writer-lock.ts).
   * @throws CodedError DIRECTORY_INVALID where the records or the file that stands there are not valid,
   * DIRECTORY_UNWRITABLE where the disk refuses; the file that stood there is then untouched.
   */
  async write(data: DirectoryData): Promise<void> {
    const therapists = await checkRecords(data.therapists, this.path);
    const standing = await this.fingerprint();
    if (standing !== undefined && standing !== this.good) await this.read();
    const text = `${JSON.stringify({ version: 1, therapists }, null, 1)}\n`;
    try {
      await replaceFile(this.path, text);
    } catch (cause) {
      throw new CodedError(
        'DIRECTORY_UNWRITABLE',
        `${shownPath(this.path)}: cannot be written (${codeOf(cause)})`,
        {
          cause,
        },
      );
    }
    const written = await this.fingerprint();
    if (written !== undefined) this.good = written;
  }

  private async bytes(): Promise<Uint8Array> {
    try {
      return await readFile(this.path);
    } catch (cause) {
      throw this.unreadable(cause);
    }
  }

  private unreadable(cause: unknown): CodedError {
    return new CodedError(
      'DIRECTORY_UNREADABLE',
      `${shownPath(this.path)}: cannot be read (${codeOf(cause)})`,
      {
        cause,
      },
    );
  }
}

/** Old or new, never half: written beside, synced, the old one kept as `.bak`, renamed, the folder synced. */
async function replaceFile(given: string, text: string): Promise<void> {
  await mkdir(dirname(given), { recursive: true });
  // A link to a file is followed, else the rename would replace the link.
  const path = await realpath(given).catch(() => given);
  const folder = dirname(path);
  const unique = join(folder, `.${basename(path)}.${process.pid}.${randomUUID()}`);
  const fresh = `${unique}.tmp`;
  const previous = `${unique}.bak`;
  try {
    await writeSynced(fresh, text);
    if (await linked(path, previous)) await rename(previous, `${path}.bak`);
    await rename(fresh, path);
    await syncFolder(folder);
  } finally {
    await Promise.all([rm(fresh, { force: true }), rm(previous, { force: true })]);
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A second name for the standing file costs no copy; false where there is none yet. */
async function linked(path: string, second: string): Promise<boolean> {
  try {
    await link(path, second);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}
