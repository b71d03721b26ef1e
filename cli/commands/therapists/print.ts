import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '../../../knowledge/coded-error.js';
import { shownPath } from '../../../knowledge/data-file.js';

/**
 * Writes text as it comes, to standard output or a file. A reader that has seen enough (`| head`) ends it
 * without a word.
 * @throws CodedError OUTPUT_UNWRITABLE, and what making the text throws
 */
export async function print(text: AsyncIterable<string> | Iterable<string>, file?: string): Promise<void> {
  const target = file === undefined ? process.stdout : createWriteStream(file);
  try {
    await pipeline(Readable.from(text), target, { end: file !== undefined });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    if (cause instanceof CodedError || code === undefined) throw cause;
    if (file === undefined && code === 'EPIPE') return;
    const where = file === undefined ? 'standard output' : shownPath(file);
    throw new CodedError('OUTPUT_UNWRITABLE', `${where}: cannot be written (${code})`, { cause });
  }
}
