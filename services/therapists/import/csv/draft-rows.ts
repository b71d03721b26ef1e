import type { Draft } from '../../columns/draft-reader.js';
import type { DraftRow, FaultyRow } from '../imported-row.js';
import type { TextPiece } from '../text-pieces.js';
import type { CsvReader, CsvRow } from './csv-reader.js';
import { type Header, readHeader } from './header.js';

export interface CsvStart {
  header: Header;
  /** What was read behind the header. */
  piece: TextPiece;
}

/** @throws CodedError IMPORT_COLUMNS */
export async function readStart(pieces: AsyncGenerator<TextPiece>, file: string): Promise<CsvStart> {
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
export async function* draftRows(
  reader: CsvReader,
  { piece }: CsvStart,
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
