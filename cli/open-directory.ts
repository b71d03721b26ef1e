import { join } from 'node:path';
import type { Config } from '../services/config.js';
import type { EditableDirectory } from '../services/therapists/editable-directory.js';
import {
  type LowdbDirectoryOptions,
  openLowdbDirectory,
} from '../services/therapists/lowdb/lowdb-directory.js';

type Where = Pick<Config, 'dataDir' | 'directoryFile' | 'databaseUrl'>;

/** The therapists that the settings name: of a database where there is one, else of a file. */
export async function openDirectory(
  { databaseUrl, directoryFile, dataDir }: Where,
  options: LowdbDirectoryOptions = {},
): Promise<EditableDirectory> {
  if (databaseUrl === undefined) return openDirectoryFile(directoryFile, { dataDir }, options);
  // The driver is loaded only where it is needed.
  const { openPostgresDirectory } = await import('../services/therapists/postgres/postgres-directory.js');
  return openPostgresDirectory(databaseUrl);
}

/** The therapists of a file. What is known of a large one is kept in the data folder. */
export function openDirectoryFile(
  file: string,
  { dataDir }: Pick<Config, 'dataDir'>,
  options: LowdbDirectoryOptions = {},
): Promise<EditableDirectory> {
  return openLowdbDirectory(file, { snapshots: join(dataDir, 'directory'), ...options });
}
