import { readConfig } from '../../../services/config.js';
import { csvRow } from '../../../services/therapists/columns/csv-text.js';
import { cellsOf, exportedColumns } from '../../../services/therapists/columns/write-cells.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { servedDirectory } from './directories.js';
import { print } from './print.js';
import { refuseOver } from './refuse-over.js';

/** All therapists as CSV, for a spreadsheet and for `import`. The byte order mark tells Excel that it is UTF-8. */
export async function exportAll(
  file: string | undefined,
  { template = false }: { template?: boolean },
): Promise<void> {
  if (file !== undefined) {
    const { directoryFile, ownDirectoryFile } = readConfig();
    refuseOver(file, [directoryFile, ownDirectoryFile]);
  }
  await print(sheetOf(template ? [] : (await servedDirectory()).all()), file);
}

async function* sheetOf(therapists: AsyncIterable<Therapist> | Iterable<Therapist>): AsyncGenerator<string> {
  yield `\ufeff${csvRow(exportedColumns.map(({ column }) => column))}`;
  for await (const therapist of therapists) yield csvRow(cellsOf(therapist));
}
