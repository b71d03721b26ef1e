import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../../knowledge/coded-error.js';

const FILE = 'direct-line.secret';
/** One word of 32 characters or more, as DIRECT_LINE_SECRET must be. */
const usable = /^[^\s\p{Cc}]{32,4096}$/u;

/**
 * The secret that Direct Line's tokens are signed with: the configured one, else the one in the data folder,
 * which is made there once, readable by its owner only. Several processes that start together get the same.
 * @throws CodedError DIRECT_LINE_SECRET_DAMAGED or DIRECT_LINE_SECRET_UNAVAILABLE, naming the file
 */
export async function readOrMakeSecret(
  dataDir: string,
  configured?: string,
  random: (bytes: number) => Buffer = randomBytes,
): Promise<string> {
  if (configured !== undefined) return configured;
  const path = join(dataDir, FILE);
  try {
    const found = await read(path);
    if (found !== undefined) return await checked(found, path);
    await make(dataDir, path, random(32).toString('base64url'));
    return await checked((await read(path)) ?? '', path);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError(
      'DIRECT_LINE_SECRET_UNAVAILABLE',
      `${path}: cannot be read or written (${codeOf(cause)}); let this user write to the folder, or set DIRECT_LINE_SECRET`,
      { cause },
    );
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/\r?\n$/, '');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function checked(secret: string, path: string): Promise<string> {
  if (!usable.test(secret)) {
    throw new CodedError(
      'DIRECT_LINE_SECRET_DAMAGED',
      `${path}: holds no secret (one word of 32 characters or more); remove the file to have a new one made, which ends the open conversations of the widget, or set DIRECT_LINE_SECRET`,
    );
  }
  // A copy or a backup may have come back readable to all. Where the file is another user's, it is theirs to set.
  await chmod(path, 0o600).catch(() => undefined);
  return secret;
}

/** Whole or not at all, and never over one that another process has just made. */
async function make(dataDir: string, path: string, secret: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${secret}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dataDir);
}

/** So that the name outlasts a power cut too; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
