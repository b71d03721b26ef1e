import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbDirectory } from '../../../services/therapists/lowdb/lowdb-directory.js';
import { memoryDirectory } from '../../../services/therapists/memory-directory.js';
import { directoryContract } from './directory-contract.js';
import { directoryText } from './make-therapist.js';

directoryContract('memory', async (therapists) => memoryDirectory(therapists));

describe('the lowdb file', () => {
  const folders: string[] = [];
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  directoryContract('a lowdb file', async (therapists) => {
    const folder = await mkdtemp(join(tmpdir(), 'directory-'));
    folders.push(folder);
    const file = join(folder, 'therapists.json');
    await writeFile(file, directoryText(therapists));
    return openLowdbDirectory(file);
  });
});
