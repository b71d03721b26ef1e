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
 * Cyrillic and Greek letters that pass for Latin ones become Latin: everywhere in a mainly Latin message,
 * elsewhere only within words that mix the alphabets. The length stays the same.
 */
export function lookAlikes(text: string): string {
  const others = text.match(OTHER)?.length ?? 0;
  if (others === 0) return text;
  const mainlyLatin = (text.match(LATIN)?.length ?? 0) >= others;
  return text.replace(RUN, (run) =>
    mainlyLatin || (run.search(LATIN) >= 0 && run.search(OTHER) >= 0)
      ? Array.from(run, (letter) => table.get(letter) ?? letter).join('')
      : run,
  );
}
