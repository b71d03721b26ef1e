import { Low } from 'lowdb';
import type { Therapist } from '../therapist.js';
import { DirectoryFile } from './directory-file.js';
import type { DirectoryData } from './parse-directory.js';
import { asOnlyWriter } from './writer-lock.js';

/**
 * Changes the directory file as its only writer; a file that is not there yet begins empty. `change` gets the
 * records as they stand and returns them as they shall be, or nothing to leave the file alone.
 * @throws CodedError DIRECTORY_LOCKED, DIRECTORY_UNREADABLE, DIRECTORY_INVALID, DIRECTORY_UNWRITABLE; the file
 * is then as it was.
 */
export async function updateDirectory(
  file: string,
  change: (therapists: readonly Therapist[]) => Changed | Promise<Changed>,
): Promise<void> {
  return asOnlyWriter(file, async () => {
    const store = new Low<DirectoryData>(new DirectoryFile(file), { version: 1, therapists: [] });
    await store.read();
    const changed = await change(store.data.therapists);
    if (!changed) return;
    store.data = { version: 1, therapists: [...changed] };
    await store.write();
  });
}

type Changed = readonly Therapist[] | undefined;
