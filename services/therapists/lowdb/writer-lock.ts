import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import { errnoOf } from './errno.js';

const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  since: z.string(),
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** Tokens of the locks this process holds or is about to take: in a container a dead writer often had the same process id. */
const heldHere = new Set<string>();

/**
 * Runs `work` as the one writer of the file. `<file>.lock` names the process that holds it; a lock that a dead
 * process of this machine left behind is taken over.
 * @throws CodedError DIRECTORY_LOCKED, naming the process that writes.
 */
export async function asOnlyWriter<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    token: randomUUID(),
  };
  await mkdir(dirname(path), { recursive: true });
  heldHere.add(own.token);
  try {
    await take(lock, own, path);
    await removeStrays(lock);
    return await work();
  } finally {
    heldHere.delete(own.token);
    if ((await holderOf(lock))?.token === own.token) await rm(lock, { force: true });
  }
}

async function take(lock: string, own: Holder, path: string): Promise<void> {
  if (await claimed(lock, own)) return;
  const holder = await holderOf(lock);
  if (holder && !isGone(holder)) throw locked(path, holder);
  if (holder) await removeLeftover(lock, holder);
  if (!(await claimed(lock, own))) throw locked(path, await holderOf(lock));
}

/** Written beside and then linked: the lock appears whole or not at all, and only one process can make it. */
async function claimed(lock: string, own: Holder): Promise<boolean> {
  const beside = `${lock}.${own.host}.${own.pid}.${own.token}`;
  await writeFile(beside, JSON.stringify(own), { flag: 'wx' });
  try {
    await link(beside, lock);
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(beside, { force: true });
  }
}

/**
 * Moves the leftover aside and looks at it again: if another process had already replaced it by a lock of its
 * own in between, that lock is put back.
 */
async function removeLeftover(lock: string, leftover: Holder): Promise<void> {
  const aside = `${lock}.${hostname()}.${process.pid}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return;
    throw cause;
  }
  try {
    if ((await holderOf(aside))?.token !== leftover.token) await link(aside, lock).catch(() => undefined);
  } finally {
    await rm(aside, { force: true });
  }
}

/** What processes left beside the lock that ended in the moment of taking it. */
async function removeStrays(lock: string): Promise<void> {
  const folder = dirname(lock);
  const begin = `${basename(lock)}.${hostname()}.`;
  for (const name of await readdir(folder)) {
    const [pid, token = ''] = name.startsWith(begin) ? name.slice(begin.length).split('.') : [];
    if (pid !== undefined && isGone({ pid: Number(pid), host: hostname(), token }))
      await rm(join(folder, name), { force: true });
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(lock, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Only a process of this machine can be known to be gone. */
function isGone({ pid, host, token }: Omit<Holder, 'since'>): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid) return !heldHere.has(token);
  try {
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return errnoOf(cause) === 'ESRCH';
  }
}

function locked(path: string, holder: Holder | undefined): CodedError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host} has been writing it since ${holder.since}`
    : 'another process is writing it';
  return new CodedError(
    'DIRECTORY_LOCKED',
    `${shownPath(path)}: ${who}. Wait for it to end; if it no longer runs, delete ${shownPath(`${path}.lock`)}`,
  );
}
