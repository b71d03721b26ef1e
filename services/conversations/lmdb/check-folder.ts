import { execFile } from 'node:child_process';
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CodedError } from '../../../knowledge/coded-error.js';

/** Reading all of even a large store takes seconds; pages that refer to each other in a circle take for ever. */
const PATIENCE = 60 * 1000;

/** Reads every entry and the list of free pages, and writes one entry. */
const READ_THROUGH = `
  const [lmdb, path] = process.argv.slice(1);
  const root = require(lmdb).open({ path, noSubdir: false, overlappingSync: false });
  for (const name of root.getKeys()) {
    for (const entry of root.openDB({ name, encoding: 'binary', create: false }).getRange()) entry.value.length;
  }
  root.getStats();
  root.openDB({ name: 'probe' }).put('probe', Date.now()).then(() => root.close());
`;

/**
 * LMDB ends the process on a file that is damaged, cut short or not its own, so that a folder with data is
 * first read through in a process apart. (Two processes may have a folder open.)
 * @throws CodedError STORE_UNAVAILABLE for a damaged file; what `mkdir` and `access` throw for the folder
 */
export async function checkFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  let hasData = false;
  for (const name of ['data.mdb', 'lock.mdb']) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found) continue;
    await access(path, constants.R_OK | constants.W_OK);
    if (!found.isFile()) throw damaged(folder, `${name} is no file`);
    hasData ||= found.size > 0;
  }
  if (!hasData) return;
  try {
    const lmdb = createRequire(import.meta.url).resolve('lmdb');
    await promisify(execFile)(process.execPath, ['-e', READ_THROUGH, lmdb, folder], { timeout: PATIENCE });
  } catch (error) {
    const neverRan = error instanceof Error && 'code' in error && typeof error.code === 'string';
    if (neverRan) throw error;
    throw damaged(folder, 'data.mdb cannot be read through: it is damaged, cut short or of another program');
  }
}

function damaged(folder: string, what: string): CodedError {
  return new CodedError(
    'STORE_UNAVAILABLE',
    `The conversation store in ${folder} cannot be used: ${what}. ` +
      'Restore the folder from a backup, or move it away to begin anew.',
  );
}
