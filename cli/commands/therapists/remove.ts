import { existingOwnDirectory } from './directories.js';
import { existing } from './existing.js';

/**
 * Removes all of them, or none where one is not there.
 * @throws CodedError THERAPIST_UNKNOWN
 */
export async function remove(ids: string[]): Promise<void> {
  const directory = await existingOwnDirectory();
  for (const id of ids) await existing(directory, id);
  const removed = await directory.remove(ids);
  process.stdout.write(`${removed} removed\n`);
}
