import { Low } from 'lowdb';
import type { Therapist } from '../therapist.js';
import { DirectoryFile } from './directory-file.js';
import type { DirectoryData } from './parse-directory.js';
import { asOnlyWriter } from './writer-lock.js';

/**
 * Changes the directory file as its only writer; a file that is not there yet begins empty. `change` gets the
 * records as they stand and returns them as they shall be.
 * @returns the records as written.
 * @throws CodedError DIRECTORY_LOCKED, DIRECTORY_UNREADABLE, DIRECTORY_INVALID, DIRECTORY_UNWRITABLE; the file
 * is then as it was.
 */
export async function updateDirectory(
  file: string,
  change: (therapists: readonly Therapist[]) => readonly Therapist[] | Promise<readonly Therapist[]>,
): Promise<Therapist[]> {
  return asOnlyWriter(file, async () => {
    const store = new Low<DirectoryData>(new DirectoryFile(file), { version: 1, therapists: [] });
    await store.read();
    store.data = { version: 1, therapists: [...(await change(store.data.therapists))] };
    await store.write();
    return store.data.therapists;
  });
}
