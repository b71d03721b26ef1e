import { sheet } from './columns.js';

const UNKNOWN = new Set(sheet.unknown);
const LONGEST_UNKNOWN = Math.max(...sheet.unknown.map((word) => word.length));

/** Whether a cell says that nothing is known: "n/a". */
export function saysUnknown(text: string): boolean {
  return text.length <= LONGEST_UNKNOWN && UNKNOWN.has(text.toLowerCase());
}

/**
 * An apostrophe in front of a text that a spreadsheet would run as a formula, or that would be read as "unknown".
 * A number is left alone.
 */
export function guarded(text: string): string {
  return text !== '' && needsGuard(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

export function unguarded(text: string): string {
  return text.startsWith("'") && needsGuard(text) ? text.slice(1) : text;
}

function needsGuard(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return /^[=+\-@\t\r]/.test(bare) || saysUnknown(bare);
}
