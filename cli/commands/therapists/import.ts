import { readConfig } from '../../../services/config.js';
import { createPlaces } from '../../../services/places/create-places.js';
import { importTherapists } from '../../../services/therapists/import/import-therapists.js';
import type { FaultyRow } from '../../../services/therapists/import/imported-row.js';
import { importFormat, readTherapists } from '../../../services/therapists/import/read-therapists.js';
import { progressBar } from '../../progress-bar.js';
import { ownDirectory } from './directories.js';
import { importSummary } from './import-summary.js';
import { refuseOver } from './refuse-over.js';
import { RejectedFile, rejectedFileOf } from './rejected-file.js';
import { stateNamed } from './state-named.js';

export interface ImportCommandOptions {
  format?: string;
  dryRun?: boolean;
  state?: string;
  rejected?: string;
}

/** How many rejected rows are told in the terminal; the file has them all. */
const TOLD = 5;

/** Loads therapists from a file. Returns whether every row was taken over. */
export async function importFile(
  file: string,
  { format, dryRun = false, state, rejected: rejectedPath = rejectedFileOf(file) }: ImportCommandOptions,
): Promise<boolean> {
  const { directoryFile, ownDirectoryFile } = readConfig();
  refuseOver(rejectedPath, [file, directoryFile, ownDirectoryFile]);
  const wanted = state === undefined ? {} : { state: stateNamed(state) };
  const source = await readTherapists(file, importFormat(format, file), {
    places: createPlaces(),
    now: () => new Date(),
  });
  const rejected = new RejectedFile(rejectedPath);
  const told: FaultyRow[] = [];
  const bar = progressBar(source.bytes);
  try {
    const directory = await ownDirectory();
    const summary = await importTherapists(source, directory, {
      ...wanted,
      dryRun,
      onRejected(row) {
        rejected.add(row);
        if (told.length < TOLD) told.push(row);
      },
      onProgress: (bytes, rows) => bar.show(bytes, `${rows.toLocaleString('en')} therapists`),
    });
    bar.clear();
    if (summary.rejected === 0) rejected.removeEarlier();
    process.stdout.write(importSummary(summary, { file, told, unread: source.unread, rejectedPath, dryRun }));
    return summary.rejected === 0;
  } finally {
    bar.clear();
    rejected.close();
  }
}
