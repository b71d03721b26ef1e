import type { FaultyRow } from '../imported-row.js';
import { HeldBytes, MAX_RECORD_BYTES, TOO_LONG } from './held-bytes.js';
import type { JsonElement } from './json-elements.js';

const LINE_FEED = 0x0a;

/** Parts JSON Lines while their bytes arrive, holding one line at a time. Blank lines are passed over. */
export class JsonLines {
  private readonly held = new HeldBytes(MAX_RECORD_BYTES);

  constructor(private line: number) {}

  /** The lines that end in this piece; with `last` the file's end ends the line. */
  read(piece: Buffer, last = false): (JsonElement | FaultyRow)[] {
    const found: (JsonElement | FaultyRow)[] = [];
    let from = 0;
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, from)) {
      this.held.keep(piece.subarray(from, at));
      from = at + 1;
      this.end(found);
    }
    this.held.keep(piece.subarray(from));
    if (last) this.end(found);
    return found;
  }

  private end(found: (JsonElement | FaultyRow)[]): void {
    const text = this.held.take();
    if (text === undefined) found.push({ line: this.line, reason: TOO_LONG });
    else if (text.trim() !== '') found.push({ line: this.line, text });
    this.line++;
  }
}
