import type { FaultyRow } from '../imported-row.js';
import { emptyRow, type ScannedRow, scanRow } from './scan-row.js';

export interface CsvRow {
  line: number;
  cells: string[];
}

export interface CsvLayout {
  /** As a byte. */
  delimiter: number;
  /** A row must have as many cells. */
  columns: number;
  /** The columns whose cells are wanted, in that order. */
  wanted: readonly number[];
  /** Rows without this text are counted and passed over. */
  only?: string;
}

/** A longer row is none: a quote was left open, or somebody pasted a book. */
const MAX_ROW_BYTES = 1 << 20;
const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/**
 * Reads rows from bytes that arrive in pieces, and holds no more than a row and a piece. After a faulty row it
 * goes on behind that row's first line, so that a stray quote does not swallow what follows. A row that is too
 * long is left out whole, with the line ends inside its quotes: what somebody pasted into a cell is no row.
 */
export class CsvReader {
  passedOver = 0;
  private pending: Buffer = Buffer.alloc(0);
  /** What is being left out: the rest of a line, or of a row, whose quotes are open or not. */
  private leaving?: { upTo: 'line' | 'row'; open: boolean; from: number } | undefined;
  private readonly row: ScannedRow = emptyRow();

  constructor(
    private readonly layout: CsvLayout,
    /** The line on which the next row begins. */
    private line = 1,
  ) {}

  /** The rows that end in this piece; with `last` the file's end ends the row. */
  read(piece: Buffer, last = false): (CsvRow | FaultyRow)[] {
    const found: (CsvRow | FaultyRow)[] = [];
    const bytes = this.pending.length > 0 ? Buffer.concat([this.pending, piece]) : piece;
    let at = this.leave(bytes, 0);
    let hit = this.hitFrom(bytes, at);
    while (at < bytes.length) {
      scanRow(bytes, at, this.layout.delimiter, last, this.row);
      const { state, end, lines } = this.row;
      if (state === 'whole') {
        if (hit >= 0 && hit < at) hit = this.hitFrom(bytes, at);
        const item = this.rowOf(bytes, hit >= at && hit < end);
        if (item) found.push(item);
        this.line += lines;
        at = end;
      } else {
        const broken = state === 'after-quote' || last;
        if (!broken && bytes.length - at <= MAX_ROW_BYTES) break;
        found.push({ line: this.line, reason: broken ? brokenQuotes(state) : TOO_LONG });
        this.leaving = { upTo: broken ? 'line' : 'row', open: false, from: this.line };
        at = this.leave(bytes, at);
      }
    }
    this.pending = bytes.subarray(at);
    if (last && this.leaving?.upTo === 'row' && this.leaving.open)
      found.push({ line: this.leaving.from, reason: SWALLOWED });
    return found;
  }

  /** Where what is being left out ends in these bytes: past a line feed, outside of quotes where it is a row. */
  private leave(bytes: Buffer, from: number): number {
    const { leaving } = this;
    if (!leaving) return from;
    for (let at = from; at < bytes.length; at++) {
      if (bytes[at] === QUOTE) leaving.open = !leaving.open;
      if (bytes[at] !== LINE_FEED) continue;
      this.line++;
      if (leaving.upTo === 'row' && leaving.open) continue;
      this.leaving = undefined;
      return at + 1;
    }
    return bytes.length;
  }

  private hitFrom(bytes: Buffer, from: number): number {
    return this.layout.only === undefined ? -1 : bytes.indexOf(this.layout.only, from, 'latin1');
  }

  private rowOf(bytes: Buffer, hit: boolean): CsvRow | FaultyRow | undefined {
    const { columns, only, wanted } = this.layout;
    const { bounds, cells } = this.row;
    if (cells === 1 && bounds[0] === bounds[1]) return undefined;
    if (cells !== columns) {
      return { line: this.line, reason: `has ${count(cells)} where the header has ${columns}` };
    }
    if (only !== undefined && !hit) {
      this.passedOver++;
      return undefined;
    }
    const textOf = (column: number) => cellText(bytes, bounds[column * 2] ?? 0, bounds[column * 2 + 1] ?? 0);
    return { line: this.line, cells: wanted.map(textOf) };
  }
}

const TOO_LONG = 'the row is longer than a megabyte';
const SWALLOWED = 'a quote that is opened here is never closed, so the rows behind it were not read';

function brokenQuotes(state: ScannedRow['state']): string {
  return state === 'after-quote'
    ? 'something stands behind a closing quote: a quote inside a cell is written twice'
    : 'a quote is opened and never closed';
}

function count(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}

/** Quotes inside quotes are written twice; elsewhere a quote is text. */
function cellText(bytes: Buffer, from: number, to: number): string {
  if (from === to) return '';
  const text = bytes.toString('utf8', from, to);
  return from > 0 && bytes[from - 1] === QUOTE && text.includes('"') ? text.replaceAll('""', '"') : text;
}
