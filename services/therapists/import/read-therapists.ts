import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import type { Places } from '../../places/places.js';
import type { Draft } from '../columns/draft-reader.js';
import { checkDraft, latestDay } from './check/check-draft.js';
import { Locator } from './check/locate.js';
import { Repeats } from './check/repeats.js';
import { openCsv } from './csv/open-csv.js';
import type { DraftRow, DraftSource, FaultyRow, TherapistRow } from './imported-row.js';
import { openJson } from './json/open-json.js';
import { openNppes } from './nppes/open-nppes.js';
import { textPieces } from './text-pieces.js';

/**
 * A piece brings forth some hundred records at most, which are gone before the heap is cleaned; else they would be
 * copied. A record is a short row, a long object, or now and then one of many very long rows.
 */
const FORMATS = {
  csv: { open: openCsv, pieceBytes: 1 << 14 },
  json: { open: openJson, pieceBytes: 1 << 17 },
  nppes: { open: openNppes, pieceBytes: 1 << 17 },
};
export type ImportFormat = keyof typeof FORMATS;

export interface TherapistSource extends Omit<DraftSource, 'rows'> {
  /** Checked and located, in the order of the file, some at a time. */
  rows: AsyncGenerator<(TherapistRow | FaultyRow)[]>;
  /** How many bytes the file has, and how many were read so far. */
  bytes: number;
  bytesRead(): number;
}

/**
 * Reads therapists from a file with constant memory, whatever its size.
 * @throws CodedError IMPORT_UNREADABLE, IMPORT_ENCODING, IMPORT_EMPTY, IMPORT_COLUMNS, IMPORT_JSON, at once or
 * while the rows are read.
 */
export async function readTherapists(
  file: string,
  format: ImportFormat,
  { places, now }: { places: Places; now: () => Date },
): Promise<TherapistSource> {
  const bytes = await sizeOf(file);
  const { open, pieceBytes } = FORMATS[format];
  const stream = createReadStream(file, { highWaterMark: pieceBytes });
  const pieces = textPieces(readable(stream, file), file);
  const source = await open(pieces, file);
  const rows = checkedRows(source.rows, places, now);
  return { ...source, rows, bytes, bytesRead: () => stream.bytesRead };
}

/**
 * What the user named, or else by the file's name; one that says nothing is taken for CSV.
 * @throws CodedError IMPORT_FORMAT
 */
export function importFormat(named: string | undefined, file: string): ImportFormat {
  if (named === undefined) return /\.(json|jsonl|ndjson)$/i.test(file) ? 'json' : 'csv';
  if (Object.hasOwn(FORMATS, named)) return named as ImportFormat;
  throw new CodedError('IMPORT_FORMAT', `--format: must be ${Object.keys(FORMATS).join(', ')}`);
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

async function* readable(stream: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): CodedError {
  const reason = cause instanceof Error && 'code' in cause ? cause.code : 'unknown reason';
  return new CodedError('IMPORT_UNREADABLE', `${shownPath(file)}: cannot be read (${reason})`, { cause });
}

async function* checkedRows(
  drafts: DraftSource['rows'],
  places: Places,
  now: () => Date,
): AsyncGenerator<(TherapistRow | FaultyRow)[]> {
  const locator = new Locator(places);
  const repeats = new Repeats();
  const latest = latestDay(now());
  const checkedRow = async (row: DraftRow | FaultyRow): Promise<TherapistRow | FaultyRow> => {
    if ('reason' in row) return row;
    const { line, draft } = row;
    const lost = await locator.locate(draft);
    const checked = lost === undefined ? checkDraft(draft, latest) : { reason: lost };
    const reason = 'reason' in checked ? checked.reason : repeats.faultOf(checked.therapist, line);
    if ('therapist' in checked && reason === undefined) return { line, therapist: checked.therapist };
    return { line, reason: reason ?? '', ...named(draft) };
  };
  for await (const batch of drafts) {
    const rows: (TherapistRow | FaultyRow)[] = [];
    for (const row of batch) rows.push(await checkedRow(row));
    yield rows;
  }
}

/** What the operator finds the row again by. */
function named({ id, name }: Draft): Pick<FaultyRow, 'id' | 'name'> {
  return {
    ...(typeof id === 'string' && { id: id.slice(0, MOST_NAMED) }),
    ...(typeof name === 'string' && { name: name.slice(0, MOST_NAMED) }),
  };
}
const MOST_NAMED = 100;
