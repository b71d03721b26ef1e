import { CodedError } from '../../../../knowledge/coded-error.js';
import { shownPath } from '../../../../knowledge/data-file.js';
import { type Column, columnNamed } from '../../columns/columns.js';
import { emptyRow, scanRow } from './scan-row.js';

const DELIMITERS = [',', ';', '\t'].map((sign) => sign.charCodeAt(0));
const MAX_HEADER_BYTES = 1 << 16;

export interface Header {
  delimiter: number;
  names: string[];
  /** Where the first row begins: its offset and its line. */
  end: number;
  line: number;
}

/**
 * The first row that is not blank, parted by whichever of comma, semicolon and tab makes most cells.
 * Undefined where the bytes do not hold all of it yet.
 * @throws CodedError IMPORT_COLUMNS
 */
export function readHeader(bytes: Buffer, last: boolean, file: string): Header | undefined {
  const row = emptyRow();
  let start = 0;
  let line = 1;
  while (start < bytes.length) {
    let best: Header | undefined;
    for (const delimiter of DELIMITERS) {
      scanRow(bytes, start, delimiter, last, row);
      if (row.state !== 'whole' || row.cells <= (best?.names.length ?? 0)) continue;
      const names = Array.from({ length: row.cells }, (_, cell) =>
        bytes
          .toString('utf8', row.bounds[cell * 2], row.bounds[cell * 2 + 1])
          .replaceAll('""', '"')
          .trim(),
      );
      best = { delimiter, names, end: row.end, line: line + row.lines };
    }
    if (!best) break;
    if (best.names.some((name) => name !== '')) return best;
    start = best.end;
    line = best.line;
  }
  if (!last && bytes.length <= MAX_HEADER_BYTES) return undefined;
  throw wrongColumns(file, 'the first row with the names of the columns cannot be read');
}

/** A column of the file that is known, and its place there. */
export interface PlacedColumn {
  index: number;
  /** As the file calls it. */
  name: string;
  column: Column;
}

/**
 * Which columns of the file are known.
 * @throws CodedError IMPORT_COLUMNS where one is there twice, or one that every therapist needs is missing.
 */
export function placeColumns(names: readonly string[], file: string): PlacedColumn[] {
  const placed: PlacedColumn[] = [];
  for (const [index, name] of names.entries()) {
    const column = columnNamed(name);
    if (!column) continue;
    const twin = placed.find((other) => other.column === column);
    if (twin) {
      throw wrongColumns(
        file,
        `columns ${twin.index + 1} ("${shown(twin.name)}") and ${index + 1} ("${shown(name)}") both mean ${column.column}: rename or remove one`,
      );
    }
    placed.push({ index, name: shown(name), column });
  }
  const has = (field: string) => placed.some(({ column }) => column.field === field);
  if (!has('name') && !(has('first') && has('last')))
    throw missing(file, 'name (or first name and last name)', names);
  const hasPlace =
    ['location.postcode', 'location.city'].some(has) || (has('location.lat') && has('location.lon'));
  if (!hasPlace) throw missing(file, 'postcode (or city, or lat and lon)', names);
  return placed;
}

function missing(file: string, what: string, names: readonly string[]): CodedError {
  const found = names.slice(0, 20).map((name) => `"${shown(name)}"`);
  return wrongColumns(
    file,
    `there is no column ${what}. Found: ${found.join(', ')}${names.length > found.length ? ' …' : ''}`,
  );
}

function wrongColumns(file: string, fault: string): CodedError {
  return new CodedError('IMPORT_COLUMNS', `${shownPath(file)}: ${fault}`);
}

/** For a terminal: short, and nothing invisible. */
function shown(name: string): string {
  const plain = name.replace(/[\p{C}]/gu, '');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
