const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
const [OPEN, CLOSE] = [0x7b, 0x7d];

/** How a directory's file begins and ends; between stand the records, parted by commas. */
const HEAD = /^\ufeff?\s*\{\s*"version"\s*:\s*1\s*,\s*"therapists"\s*:\s*\[/;
const TAIL = /^\]\s*\}\s*$/;
const LONGEST_HEAD = 1000;

export interface RecordPlaces {
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * Where the records stand in a directory's text, or undefined where the text has another form: it may then still
 * be right, only written otherwise. What stands inside a record is not judged.
 */
export function scanRecords(text: Uint8Array): RecordPlaces | undefined {
  const head = HEAD.exec(Buffer.from(text.subarray(0, LONGEST_HEAD)).toString())?.[0];
  if (head === undefined) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = afterSpace(text, Buffer.byteLength(head));
  while (text[at] === OPEN) {
    const end = endOfValue(text, at);
    starts.push(at);
    ends.push(end);
    at = afterSpace(text, end);
    if (text[at] !== COMMA) break;
    at = afterSpace(text, at + 1);
    if (text[at] !== OPEN) return undefined;
  }
  if (!TAIL.test(Buffer.from(text.subarray(at, at + LONGEST_HEAD)).toString())) return undefined;
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Behind the bracket that closes the one at `start`; the end of the text where none does. */
function endOfValue(text: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const byte = text[at];
    if (byte === QUOTE) at = endOfString(text, at);
    else if (byte === OPEN || byte === OPEN_LIST) depth++;
    else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
}

function afterSpace(text: Uint8Array, from: number): number {
  let at = from;
  while (text[at] === 0x20 || text[at] === 0x0a || text[at] === 0x0d || text[at] === 0x09) at++;
  return at;
}
