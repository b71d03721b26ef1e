import type { FaultyRow } from '../imported-row.js';
import { HeldBytes, MAX_RECORD_BYTES, TOO_LONG } from './held-bytes.js';

/** The text of one value, and the line on which it begins. */
export interface JsonElement {
  line: number;
  text: string;
}

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** "[" and "]"; with this bit set they are "{" and "}". */
const OPENING = 0x5b;
const CLOSING = 0x5d;
const CURLY = 0x20;

/**
 * Parts a JSON list into its elements while its bytes arrive, holding one of them at a time. It follows
 * brackets and strings only; whether an element is JSON, `JSON.parse` says.
 */
export class JsonElements {
  /** The list's closing bracket and what stands behind it; undefined until it is closed. */
  tail: Buffer | undefined;
  /** The line on which the element begins that is being read. */
  line: number;
  private here: number;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private begun = false;
  private readonly held = new HeldBytes(MAX_RECORD_BYTES);

  /** `line`: where the list begins. */
  constructor(line: number) {
    this.line = line;
    this.here = line;
  }

  /** The elements that end in this piece. */
  read(piece: Buffer): (JsonElement | FaultyRow)[] {
    const found: (JsonElement | FaultyRow)[] = [];
    if (this.tail) this.tail = Buffer.concat([this.tail, piece]);
    let from = 0;
    for (let at = 0; at < piece.length && !this.tail; at++) {
      if (!this.endsWith(piece[at] ?? 0)) continue;
      this.held.keep(piece.subarray(from, at));
      from = at + 1;
      const closed = this.depth < 0;
      if (this.begun || !closed) found.push(this.element());
      this.begun = false;
      if (closed) this.tail = piece.subarray(at);
    }
    if (!this.tail) this.held.keep(piece.subarray(from));
    return found;
  }

  /** Takes the next byte in; true where it ends an element. */
  private endsWith(byte: number): boolean {
    if (byte === LINE_FEED) this.here++;
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === ESCAPE) this.escaped = true;
      else if (byte === QUOTE) this.inString = false;
      return false;
    }
    const bracket = byte & ~CURLY;
    if (bracket === CLOSING) this.depth--;
    const ends = this.depth < 0 || (this.depth === 0 && byte === COMMA);
    if (!ends && byte > SPACE && !this.begun) {
      this.begun = true;
      this.line = this.here;
    }
    if (bracket === OPENING) this.depth++;
    else if (byte === QUOTE) this.inString = true;
    return ends;
  }

  private element(): JsonElement | FaultyRow {
    const text = this.held.take();
    return text === undefined ? { line: this.line, reason: TOO_LONG } : { line: this.line, text };
  }
}
