import { directoryFault } from './directory-fault.js';
import { jsonFault } from './json-fault.js';

/**
 * The records of a directory's text, whatever way it is written.
 * @throws CodedError DIRECTORY_INVALID, naming what is wrong and where.
 */
export function parseRecords(text: Uint8Array, path: string): unknown[] {
  return recordsOf(parseJson(new TextDecoder().decode(new Uint8Array(text)), path), path);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The cause is left out on purpose: its message quotes the file.
    const fault = jsonFault(text);
    const where = fault ? ` at character ${fault.offset} (line ${fault.line})` : '';
    throw directoryFault(path, `the file is ${fault?.truncated ? 'cut off' : 'not JSON'}${where}`);
  }
}

function recordsOf(data: unknown, path: string): unknown[] {
  const form = 'a directory is {"version": 1, "therapists": [...]}';
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw directoryFault(path, `the file holds ${kindOf(data)}: ${form}`);
  }
  const { version, therapists, ...others } = data as Record<string, unknown>;
  if (version === undefined) throw directoryFault(path, `version is missing: ${form}`);
  if (version !== 1) throw directoryFault(path, 'version is not 1, the only one that is known here');
  if (!Array.isArray(therapists)) throw directoryFault(path, `therapists is not a list: ${form}`);
  if (Object.keys(others).length > 0)
    throw directoryFault(path, `the file holds more than version and therapists: ${form}`);
  return therapists;
}

function kindOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'a bare list' : `a bare ${typeof data}`;
}
