import { CodedError } from '../../../knowledge/coded-error.js';
import { readConfig } from '../../../services/config.js';
import type { TherapistDirectory } from '../../../services/therapists/directory.js';
import type { EditableDirectory } from '../../../services/therapists/editable-directory.js';
import { openDirectory } from '../../open-directory.js';

/** The directory that the server serves: the operator's own, or else the demo's. */
export function servedDirectory(): Promise<TherapistDirectory> {
  return openDirectory(readConfig());
}

/** The operator's own directory, which may not be there yet. Never the demo's: it is part of the program. */
export function ownDirectory(): Promise<EditableDirectory> {
  const config = readConfig();
  return openDirectory({ ...config, directoryFile: config.ownDirectoryFile });
}

/** @throws CodedError DIRECTORY_IS_DEMO where the operator has none yet. */
export function existingOwnDirectory(): Promise<EditableDirectory> {
  const { directoryFile, ownDirectoryFile, databaseUrl } = readConfig();
  if (databaseUrl !== undefined || directoryFile === ownDirectoryFile) return ownDirectory();
  throw new CodedError(
    'DIRECTORY_IS_DEMO',
    'the therapists of the demo stay as they are; begin a list of your own with "therapists import" or "therapists add"',
  );
}
