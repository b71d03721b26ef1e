import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';
import { recordFault } from '../record-fault.js';
import { type Therapist, therapistSchema } from '../therapist.js';
import { jsonFault } from './json-fault.js';

/** The file as it stands on disk. */
export interface DirectoryData {
  version: 1;
  therapists: Therapist[];
}

/** Records that are checked before other work gets a turn. */
const RECORDS_A_STRETCH = 500;

/**
 * Reads a directory file's bytes. Large files are checked in stretches, so that conversations go on meanwhile.
 * @throws CodedError DIRECTORY_INVALID, naming the file and the line, or the record and its field. It never
 * quotes the file.
 */
export async function parseDirectory(bytes: Uint8Array, path: string): Promise<DirectoryData> {
  const records = recordsOf(parseJson(decode(bytes, path), path), path);
  const therapists = await checkRecords(records, path);
  return { version: 1, therapists };
}

/** Checks records that come from elsewhere, as if they stood in the file. */
export async function checkRecords(records: readonly unknown[], path: string): Promise<Therapist[]> {
  const therapists: Therapist[] = [];
  const positions = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    if (index > 0 && index % RECORDS_A_STRETCH === 0) await new Promise((resolve) => setImmediate(resolve));
    const result = therapistSchema.safeParse(record);
    if (!result.success)
      throw invalid(path, `${nameOf(record, index)}: ${recordFault(result.error)}`, result.error);
    const earlier = positions.get(result.data.id);
    if (earlier !== undefined) {
      throw invalid(
        path,
        `records ${earlier + 1} and ${index + 1} have the same id "${result.data.id}": give one of them another`,
      );
    }
    positions.set(result.data.id, index);
    therapists.push(result.data);
  }
  return therapists;
}

function decode(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0) throw invalid(path, 'the file is empty: restore it from its .bak');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalid(path, 'the file is not UTF-8 text', cause);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The cause is left out on purpose: its message quotes the file.
    const fault = jsonFault(text);
    const where = fault ? ` at character ${fault.offset} (line ${fault.line})` : '';
    throw invalid(
      path,
      fault?.truncated
        ? `the file is cut off${where}: restore it from its .bak`
        : `the file is not JSON${where}`,
    );
  }
}

function recordsOf(data: unknown, path: string): unknown[] {
  const form = 'a directory is {"version": 1, "therapists": [...]}';
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw invalid(path, `the file holds ${kindOf(data)}: ${form}`);
  }
  const { version, therapists, ...others } = data as Record<string, unknown>;
  if (version === undefined) throw invalid(path, `version is missing: ${form}`);
  if (version !== 1) throw invalid(path, 'version is not 1, the only one that is known here');
  if (!Array.isArray(therapists)) throw invalid(path, `therapists is not a list: ${form}`);
  if (Object.keys(others).length > 0)
    throw invalid(path, `the file holds more than version and therapists: ${form}`);
  return therapists;
}

function kindOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'a bare list' : `a bare ${typeof data}`;
}

/** 'record 3 (id "boston-rivera")': the position first, since an id can itself be wrong. */
function nameOf(record: unknown, index: number): string {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
  const readable = typeof id === 'string' && /^[\w.-]{1,100}$/.test(id);
  return `record ${index + 1}${readable ? ` (id "${id}")` : ''}`;
}

function invalid(path: string, fault: string, cause?: unknown): CodedError {
  return new CodedError(
    'DIRECTORY_INVALID',
    `${shownPath(path)}: ${fault}`,
    cause === undefined ? {} : { cause },
  );
}
