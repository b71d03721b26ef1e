const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where the cells of one row stand in the bytes; one is filled again for each row, so nothing is allocated. */
export interface ScannedRow {
  /**
   * `unfinished`: the bytes end inside the row. `unclosed`: they end inside quotes. `after-quote`: something
   * stands between a closing quote and the next cell.
   */
  state: 'whole' | 'unfinished' | 'unclosed' | 'after-quote';
  /** Offset behind the row and its line end; only where it is whole. */
  end: number;
  /** Line feeds the row holds, its own end included. */
  lines: number;
  cells: number;
  /** Start and end of each cell, without its quotes. */
  bounds: Uint32Array;
}

export function emptyRow(): ScannedRow {
  return { state: 'unfinished', end: 0, lines: 0, cells: 0, bounds: new Uint32Array(1024) };
}

/**
 * Finds the cells of the row that begins at `start`, after RFC 4180. A quote inside a cell that does not begin
 * with one is text, as spreadsheets have it. With `last` the end of the bytes ends the row too.
 */
export function scanRow(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  last: boolean,
  row: ScannedRow,
): void {
  const { length } = bytes;
  let at = start;
  row.cells = 0;
  row.lines = 0;
  for (;;) {
    const quoted = at < length && bytes[at] === QUOTE;
    const from = quoted ? at + 1 : at;
    at = from;
    if (quoted) {
      for (;;) {
        while (at < length && bytes[at] !== QUOTE) {
          if (bytes[at] === LINE_FEED) row.lines++;
          at++;
        }
        if (at >= length) {
          row.state = 'unclosed';
          return;
        }
        if (at + 1 >= length || bytes[at + 1] !== QUOTE) break;
        at += 2;
      }
    } else {
      while (at < length && bytes[at] !== delimiter && bytes[at] !== LINE_FEED) at++;
    }
    let to = at;
    if (quoted) at++;
    else if (to > from && bytes[to - 1] === CARRIAGE_RETURN && bytes[at] !== delimiter) to--;
    if (quoted && bytes[at] === CARRIAGE_RETURN && (at + 1 >= length || bytes[at + 1] === LINE_FEED)) at++;
    if (row.cells * 2 >= row.bounds.length) row.bounds = grown(row.bounds);
    row.bounds[row.cells * 2] = from;
    row.bounds[row.cells * 2 + 1] = to;
    row.cells++;
    if (at >= length) {
      row.state = last ? 'whole' : 'unfinished';
      row.end = length;
      return;
    }
    const sign = bytes[at++];
    if (sign === delimiter) continue;
    if (sign === LINE_FEED) {
      row.lines++;
      row.end = at;
      row.state = 'whole';
    } else {
      row.state = 'after-quote';
    }
    return;
  }
}

function grown(bounds: Uint32Array): Uint32Array {
  const larger = new Uint32Array(bounds.length * 2);
  larger.set(bounds);
  return larger;
}
