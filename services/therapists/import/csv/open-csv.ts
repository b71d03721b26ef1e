import type { Draft, DraftRow, DraftSource, FaultyRow } from '../imported-row.js';
import type { TextPiece } from '../text-pieces.js';
import { CsvReader, type CsvRow } from './csv-reader.js';
import { type Header, placeColumns, readHeader } from './header.js';
import { draftOf } from './row-draft.js';

/**
 * Reads therapists from a CSV file by the names of its columns.
 * @throws CodedError IMPORT_COLUMNS
 */
export async function openCsv(pieces: AsyncGenerator<TextPiece>, file: string): Promise<DraftSource> {
  const start = await readStart(pieces, file);
  const { names, delimiter, line } = start.header;
  const columns = placeColumns(names, file);
  const known = columns.map(({ index }) => index);
  const reader = new CsvReader({ delimiter, columns: names.length, wanted: known }, line);
  return {
    covers: [...new Set(columns.map(({ column }) => coveredBy(column.field)))],
    unread: names.filter((name, index) => name !== '' && !known.includes(index)),
    rows: draftRows(reader, start, pieces, ({ cells }) => draftOf(columns, cells)),
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

interface Start {
  header: Header;
  /** What was read behind the header. */
  piece: TextPiece;
}

/** @throws CodedError IMPORT_COLUMNS */
async function readStart(pieces: AsyncGenerator<TextPiece>, file: string): Promise<Start> {
  let bytes: Buffer = Buffer.alloc(0);
  for (;;) {
    const { value: piece } = await pieces.next();
    const last = piece?.last ?? true;
    if (piece) bytes = Buffer.concat([bytes, piece.bytes]);
    const header = readHeader(bytes, last, file);
    if (header) return { header, piece: { bytes: bytes.subarray(header.end), last } };
  }
}

/** The rows behind the header as drafts; a row of which `draftOf` makes nothing is left out. */
async function* draftRows(
  reader: CsvReader,
  { piece }: Start,
  pieces: AsyncGenerator<TextPiece>,
  toDraft: (row: CsvRow) => Draft | undefined,
): AsyncGenerator<(DraftRow | FaultyRow)[]> {
  const read = ({ bytes, last }: TextPiece) =>
    reader.read(bytes, last).flatMap((row): (DraftRow | FaultyRow)[] => {
      if ('reason' in row) return [row];
      const draft = toDraft(row);
      return draft ? [{ line: row.line, draft }] : [];
    });
  yield read(piece);
  if (!piece.last) for await (const next of pieces) yield read(next);
}
