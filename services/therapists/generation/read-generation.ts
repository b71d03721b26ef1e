import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { buildIndex } from '../record-index/build-index.js';
import { type Facts, factsOf } from '../record-index/facts.js';
import { checkRecord } from './check-record.js';
import { directoryFault } from './directory-fault.js';
import { encodeDirectory } from './encode.js';
import { type Generation, recordText } from './generation.js';
import { parseRecords } from './parse-records.js';
import { type RecordPlaces, scanRecords } from './scan-records.js';

/** Records that are checked before other work gets a turn. */
const RECORDS_A_STRETCH = 100;

/**
 * Reads and checks the bytes of a directory's file, in stretches, so that conversations go on meanwhile.
 * @throws CodedError DIRECTORY_INVALID, naming the file and the line, or the record and its field. It never
 * quotes the file.
 */
export async function readGeneration(bytes: Uint8Array, path: string): Promise<Generation> {
  if (bytes.length === 0) throw directoryFault(path, 'the file is empty');
  if (!isUtf8(bytes)) throw directoryFault(path, 'the file is not UTF-8 text');
  const hash = hashOf(bytes);
  const places = scanRecords(bytes);
  const facts = places && (await checkedFacts(bytes, places, path));
  if (places && facts) return { text: bytes, ...places, index: buildIndex(facts), hash };
  // Not as this program writes it: JSON in another form, or what is wrong with it is told here.
  const records = parseRecords(bytes, path).map((record, position) => checkRecord(record, path, position));
  const encoded = encodeDirectory(records.map((record) => JSON.stringify(record)));
  return { ...(await readGeneration(encoded.text, path)), hash };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Undefined where a record is not JSON. */
async function checkedFacts(
  text: Uint8Array,
  places: RecordPlaces,
  path: string,
): Promise<Facts[] | undefined> {
  const facts: Facts[] = [];
  const positions = new Map<string, number>();
  for (let position = 0; position < places.starts.length; position++) {
    if (position % RECORDS_A_STRETCH === RECORDS_A_STRETCH - 1) await turnOfOthers();
    const record = parsed(recordText({ text, ...places }, position));
    if (record === undefined) return undefined;
    const therapist = checkRecord(record, path, position);
    const earlier = positions.get(therapist.id);
    if (earlier !== undefined) {
      throw directoryFault(
        path,
        `records ${earlier + 1} and ${position + 1} have the same id "${therapist.id}": give one of them another`,
      );
    }
    positions.set(therapist.id, position);
    facts.push(factsOf(therapist));
  }
  return facts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
