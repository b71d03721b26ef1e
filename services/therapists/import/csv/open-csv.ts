import type { DraftSource } from '../imported-row.js';
import type { TextPiece } from '../text-pieces.js';
import { CsvReader } from './csv-reader.js';
import { draftRows, readStart } from './draft-rows.js';
import { placeColumns } from './header.js';
import { draftReader } from './row-draft.js';

/**
 * Reads therapists from a CSV file by the names of its columns.
 * @throws CodedError IMPORT_COLUMNS
 */
export async function openCsv(pieces: AsyncGenerator<TextPiece>, file: string): Promise<DraftSource> {
  const start = await readStart(pieces, file);
  const { names, delimiter, line } = start.header;
  const columns = placeColumns(names, file);
  const toDraft = draftReader(columns);
  const known = columns.map(({ index }) => index);
  const reader = new CsvReader({ delimiter, columns: names.length, wanted: known }, line);
  return {
    covers: [...new Set(columns.map(({ column }) => coveredBy(column.field)))],
    unread: names.filter((name, index) => name !== '' && !known.includes(index)),
    rows: draftRows(reader, start, pieces, ({ cells }) => toDraft(cells)),
    passedOver: () => reader.passedOver,
  };
}

/** Contact details stand for themselves; of all else a part speaks for the whole: a new city is a new location. */
function coveredBy(field: string): string {
  if (field.startsWith('contact.')) return field;
  return PARTS[field] ?? field.replace(/\..*$/, '');
}
const PARTS: Readonly<Record<string, string>> = {
  first: 'name',
  last: 'name',
  moreCredentials: 'credentials',
};
