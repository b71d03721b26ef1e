import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { readDataFile } from '../data-file.js';
import { parsePlainYaml } from './plain-yaml.js';

/**
 * `readDataFile`, ten times as fast for files that are lists and maps of plain words, as all of the lexicon is:
 * the words are read before the first message, and thousands of lines would delay every start.
 * Whatever is unusual or wrong goes the long way, with its errors.
 * @throws CodedError as `readDataFile`
 */
export function readPlainDataFile<T>(path: string, schema: z.ZodType<T>): T {
  const plain = parsePlainYaml(readText(path));
  const result = plain === undefined ? undefined : schema.safeParse(plain);
  return result?.success ? result.data : readDataFile(path, schema);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The long way says what is wrong with the file.
    return '';
  }
}
