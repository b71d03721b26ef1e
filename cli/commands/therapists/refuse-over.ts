import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';

/**
 * Nothing is written over the directory or over the file that is read, by whatever path or link it is named.
 * @throws CodedError WOULD_OVERWRITE
 */
export function refuseOver(target: string, kept: readonly string[]): void {
  if (kept.some((file) => real(file) === real(target)))
    throw new CodedError(
      'WOULD_OVERWRITE',
      `${shownPath(target)}: would be written over, and is needed; name another file`,
    );
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
