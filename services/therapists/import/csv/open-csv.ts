import { coveredBy, draftReader } from '../../columns/draft-reader.js';
import type { DraftSource } from '../imported-row.js';
import type { TextPiece } from '../text-pieces.js';
import { CsvReader } from './csv-reader.js';
import { draftRows, readStart } from './draft-rows.js';
import { placeColumns } from './header.js';

/**
 * Reads therapists from a CSV file by the names of its columns.
 * @throws CodedError IMPORT_COLUMNS
 */
export async function openCsv(pieces: AsyncGenerator<TextPiece>, file: string): Promise<DraftSource> {
  const start = await readStart(pieces, file);
  const { names, delimiter, line } = start.header;
  const columns = placeColumns(names, file);
  const toDraft = draftReader(columns.map(({ column }) => column));
  const known = columns.map(({ index }) => index);
  const reader = new CsvReader({ delimiter, columns: names.length, wanted: known }, line);
  return {
    covers: [...new Set(columns.map(({ column }) => coveredBy(column)))],
    unread: names.filter((name, index) => name !== '' && !known.includes(index)),
    rows: draftRows(reader, start, pieces, ({ cells }) => toDraft(cells)),
    passedOver: () => reader.passedOver,
  };
}
