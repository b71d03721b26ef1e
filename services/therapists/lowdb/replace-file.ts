import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './errno.js';

/**
 * Old or new, never half, whenever the power goes: written beside, synced, the old one kept as `.bak`, renamed,
 * the folder synced. On disk when the promise resolves; where it rejects, the old file stands. Hold the writer's
 * lock.
 */
export async function replaceFile(given: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(given), { recursive: true });
  // A link to a file is followed, else the rename would replace the link.
  const path = await realpath(given).catch(() => given);
  const folder = dirname(path);
  const prefix = `.${basename(path)}.`;
  await removeLeftovers(folder, prefix);
  const unique = join(folder, `${prefix}${process.pid}.${randomUUID()}`);
  const fresh = `${unique}.tmp`;
  const previous = `${unique}.bak`;
  try {
    await writeSynced(fresh, content);
    if (await linked(path, previous)) await rename(previous, `${path}.bak`);
    await rename(fresh, path);
    await syncFolder(folder);
  } finally {
    await Promise.all([rm(fresh, { force: true }), rm(previous, { force: true })]);
  }
}

/** What writers left that were killed: only one writes at a time, so that none of it is in use. */
async function removeLeftovers(folder: string, prefix: string): Promise<void> {
  const leftovers = (await readdir(folder)).filter(
    (name) => name.startsWith(prefix) && /\.[0-9a-f-]{36}\.(tmp|bak)$/.test(name),
  );
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
}

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(content);
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
    if (errnoOf(cause) === 'ENOENT') return false;
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
