import { CsvReader } from '../csv/csv-reader.js';
import { draftRows, readStart } from '../csv/draft-rows.js';
import type { DraftSource } from '../imported-row.js';
import type { TextPiece } from '../text-pieces.js';
import { NPPES_COVERS, nppesDraft } from './draft.js';
import { layoutOf, nppes } from './layout.js';

/**
 * Reads the massage therapists out of the monthly NPPES file: of every row where it ends and how many cells it
 * has, of those with the taxonomy the cells.
 * @throws CodedError IMPORT_COLUMNS
 */
export async function openNppes(pieces: AsyncGenerator<TextPiece>, file: string): Promise<DraftSource> {
  const start = await readStart(pieces, file);
  const { names, delimiter, line } = start.header;
  const layout = layoutOf(names, file);
  const { wanted } = layout;
  const reader = new CsvReader({ delimiter, columns: names.length, wanted, only: nppes.taxonomy }, line);
  let others = 0;
  return {
    covers: NPPES_COVERS,
    fillsIn: true,
    unread: [],
    rows: draftRows(reader, start, pieces, ({ cells }) => {
      const draft = nppesDraft(layout, cells);
      if (!draft) others++;
      return draft;
    }),
    passedOver: () => reader.passedOver + others,
  };
}
