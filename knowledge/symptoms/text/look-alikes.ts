import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';

const LATIN = /\p{sc=Latin}/gu;
const OTHER = /[\p{sc=Cyrillic}\p{sc=Greek}]/gu;
const RUN = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+/gu;

const table: ReadonlyMap<string, string> = new Map(
  Object.entries(
    readDataFile(
      projectPath('knowledge', 'symptoms', 'text', 'look-alikes.yaml'),
      z.record(z.string().length(1), z.string().length(1)),
    ),
  ),
);

/**
 * Cyrillic and Greek letters that pass for Latin ones become Latin, in a message that is mainly Latin and in one that
 * mixes the alphabets within a word, as nobody does who writes Russian or Greek. The length stays the same.
 */
export function lookAlikes(text: string): string {
  const others = text.match(OTHER)?.length ?? 0;
  if (others === 0) return text;
  const isDisguised = (text.match(LATIN)?.length ?? 0) >= others || text.match(RUN)?.some(mixesAlphabets);
  if (!isDisguised) return text;
  return text.replace(RUN, (run) => Array.from(run, (letter) => table.get(letter) ?? letter).join(''));
}

function mixesAlphabets(run: string): boolean {
  return run.search(LATIN) >= 0 && run.search(OTHER) >= 0;
}
