import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { shownPath } from '../../knowledge/data-file.js';

/** Where an error came from, and nothing of what it says: a message may repeat what a person typed. */
export interface ShownError {
  name: string;
  code?: string;
  /** "services/http/server.ts:41:7", innermost first, at most eight. */
  frames: string[];
}

/** Code, class and places in the code of anything thrown; undefined where it is no error. */
export function shownError(thrown: unknown): ShownError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const code = shownCode('code' in thrown ? thrown.code : undefined);
  return {
    name: className(thrown),
    ...(code ? { code } : {}),
    frames: frames(thrown).slice(0, 8),
  };
}

/** A code of ours or of Node ("STORE_BUSY", "ERR_INVALID_ARG_TYPE") or of the system ("ENOSPC"), else undefined. */
export function shownCode(code: unknown): string | undefined {
  if (typeof code !== 'string') return undefined;
  return Object.hasOwn(constants.errno, code) || /^[A-Z][A-Z0-9]*(_[A-Z0-9]+){1,6}$/.test(code)
    ? code
    : undefined;
}

/** The constructor's name: `error.name` can be set to anything. */
function className(error: Error): string {
  const name: unknown = error.constructor?.name;
  return typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
}

const frameLine = /^\s+at (?:.* \()?((?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\s()]+:\d+:\d+)\)?$/;

/**
 * A stack begins with the message as it was when the error was made, and a message may hold lines that look
 * like frames. So the message's lines are skipped, and a stack that does not begin with it gives nothing.
 */
function frames(error: Error): string[] {
  const { stack, message } = error;
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const headerEnd = message === '' ? stack.indexOf('\n') : stack.indexOf(message);
  if (headerEnd < 0 || headerEnd > 200) return [];
  return stack
    .slice(headerEnd + message.length)
    .split('\n')
    .map((line) => frameLine.exec(line)?.[1])
    .filter((place) => place !== undefined)
    .map(shortPlace);
}

function shortPlace(place: string): string {
  const [, path = place, position = ''] = /^(.*?)(:\d+:\d+)$/.exec(place) ?? [];
  if (path.startsWith('node:')) return place;
  const file = path.startsWith('file://') ? fileURLToPath(path) : path;
  return shownPath(file) + position;
}
