import { CodedError } from '../../../../knowledge/coded-error.js';
import { shownPath } from '../../../../knowledge/data-file.js';
import type { Draft } from '../../columns/draft-reader.js';
import type { DraftRow, DraftSource, FaultyRow } from '../imported-row.js';
import { lineFeeds, type TextPiece } from '../text-pieces.js';
import { type JsonElement, JsonElements } from './json-elements.js';
import { JsonLines } from './json-lines.js';

const FORMS =
  'it must be {"version": 1, "therapists": [...]}, a list of therapists, or a therapist in each line (JSON Lines)';
const MAX_HEAD_BYTES = 1 << 16;
const LIST = /^\s*(?:\{\s*(?:"version"\s*:\s*1\s*,\s*)?"therapists"\s*:\s*)?\[/;
/** What stands behind the list, its bracket included: nothing more where the file is a list. */
const TAIL = /^\]\s*(?:(?:,\s*"version"\s*:\s*1\s*)?\}\s*)?$/;
const MAX_TAIL_BYTES = 1000;

/**
 * Reads therapists from JSON, one at a time.
 * @throws CodedError IMPORT_JSON, while the rows are read.
 */
export function openJson(pieces: AsyncIterable<TextPiece>, file: string): DraftSource {
  return { unread: [], rows: rowsOf(pieces, file), passedOver: () => 0 };
}

async function* rowsOf(
  pieces: AsyncIterable<TextPiece>,
  file: string,
): AsyncGenerator<(DraftRow | FaultyRow)[]> {
  let head: Buffer = Buffer.alloc(0);
  let reader: JsonElements | JsonLines | undefined;
  for await (const { bytes, last } of pieces) {
    let text = bytes;
    if (!reader) {
      head = Buffer.concat([head, bytes]);
      const start = startOf(head, last, file);
      if (!start) continue;
      reader = start.reader;
      text = head.subarray(start.from);
    }
    yield reader.read(text, last).map(draftRow);
    if (reader instanceof JsonElements) checkEnd(reader, last, file);
  }
}

/** Which form the file has, and where its first therapist begins; undefined where more of it must be seen. */
function startOf(
  head: Buffer,
  last: boolean,
  file: string,
): { reader: JsonElements | JsonLines; from: number } | undefined {
  const text = head.toString('latin1', 0, MAX_HEAD_BYTES);
  const list = LIST.exec(text)?.[0];
  if (list !== undefined) {
    const line = 1 + lineFeeds(head.subarray(0, list.length));
    return { reader: new JsonElements(line), from: list.length };
  }
  if (!last && head.length < MAX_HEAD_BYTES) return undefined;
  const [first = ''] = text.trimStart().split('\n');
  if (!first.startsWith('{') || first.trim() === '{' || first.includes('"therapists"'))
    throw wrong(file, 1, FORMS);
  return { reader: new JsonLines(1), from: 0 };
}

function draftRow(element: JsonElement | FaultyRow): DraftRow | FaultyRow {
  if ('reason' in element) return element;
  const { line, text } = element;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, reason: 'is not JSON' };
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { line, draft: value as Draft }
    : { line, reason: 'is not a therapist: a record is a JSON object' };
}

function checkEnd({ tail, line }: JsonElements, last: boolean, file: string): void {
  if (!tail && last) throw wrong(file, line, 'the file is cut off in the record that begins here');
  const long = tail !== undefined && tail.length > MAX_TAIL_BYTES;
  if (tail && (last || long) && (long || !TAIL.test(tail.toString('latin1'))))
    throw wrong(file, line, `the list ends behind the record that begins here, and more follows; ${FORMS}`);
}

function wrong(file: string, line: number, fault: string): CodedError {
  return new CodedError('IMPORT_JSON', `${shownPath(file)}:${line}: ${fault}`);
}
