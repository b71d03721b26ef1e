import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';

/** What is wrong with a directory's content. It never quotes the content. */
export function directoryFault(path: string, fault: string, cause?: unknown): CodedError {
  return new CodedError(
    'DIRECTORY_INVALID',
    `${shownPath(path)}: ${fault}`,
    cause === undefined ? {} : { cause },
  );
}
