import { isUtf8 } from 'node:buffer';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = 0x0a;
const SAVE_AS = 'Save it as "CSV UTF-8" in your spreadsheet, or convert it with iconv -t UTF-8';

export interface TextPiece {
  bytes: Buffer;
  /** Nothing follows. */
  last: boolean;
}

/**
 * Hands a file's bytes on once they are known to be UTF-8, without a byte order mark. The last piece may be
 * empty.
 * @throws CodedError IMPORT_ENCODING naming the line, IMPORT_EMPTY
 */
export async function* textPieces(source: AsyncIterable<Buffer>, file: string): AsyncGenerator<TextPiece> {
  let line = 1;
  let blank = true;
  let begun = false;
  /** The beginning of a character whose end is in the next piece. */
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    rest = bytes;
    if (!begun && bytes.length < BYTE_ORDER_MARK.length) continue;
    const text = begun ? bytes : withoutMark(bytes, file);
    begun = true;
    const whole = text.subarray(0, wholeCharacters(text));
    rest = text.subarray(whole.length);
    if (!isUtf8(whole)) throw notUtf8(file, line + linesBeforeFault(whole));
    line += lineFeeds(whole);
    blank &&= isBlank(whole);
    yield { bytes: whole, last: false };
  }
  if (!isUtf8(rest)) throw notUtf8(file, line);
  if (blank && isBlank(rest)) throw new CodedError('IMPORT_EMPTY', `${shownPath(file)}: the file is empty`);
  yield { bytes: rest, last: true };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.toString('latin1').trim() === '';
}

function withoutMark(bytes: Buffer, file: string): Buffer {
  refuseUtf16(bytes, file);
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

/** Length without a character that the piece has only the beginning of. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Text in UTF-16 has a mark of its own, or a zero byte beside every plain letter. */
function refuseUtf16(bytes: Buffer, file: string): void {
  const mark = bytes.readUInt16BE(0);
  if (mark !== 0xfffe && mark !== 0xfeff && !bytes.subarray(0, 1000).includes(0)) return;
  throw new CodedError('IMPORT_ENCODING', `${shownPath(file)}: is UTF-16 or no text at all. ${SAVE_AS}`);
}

function notUtf8(file: string, line: number): CodedError {
  return new CodedError(
    'IMPORT_ENCODING',
    `${shownPath(file)}:${line}: is not UTF-8 text, so its accents would be lost. ${SAVE_AS}`,
  );
}

/** How many lines stand before the one that is not UTF-8. */
function linesBeforeFault(bytes: Buffer): number {
  let before = 0;
  for (let from = 0; ; before++) {
    const end = bytes.indexOf(LINE_FEED, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return before;
    from = end + 1;
  }
}

export function lineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
