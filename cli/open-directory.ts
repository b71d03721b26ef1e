import { join } from 'node:path';
import type { Config } from '../services/config.js';
import type { EditableDirectory } from '../services/therapists/editable-directory.js';
import {
  type LowdbDirectoryOptions,
  openLowdbDirectory,
} from '../services/therapists/lowdb/lowdb-directory.js';

/** The therapists of a file. What is known of a large one is kept in the data folder. */
export function openDirectoryFile(
  file: string,
  { dataDir }: Pick<Config, 'dataDir'>,
  options: LowdbDirectoryOptions = {},
): Promise<EditableDirectory> {
  return openLowdbDirectory(file, { snapshots: join(dataDir, 'directory'), ...options });
}
