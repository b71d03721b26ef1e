import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { wordsOf } from '../choices/words.js';

const words = z.array(z.string().min(1)).min(1);
const relatives = readDataFile(
  projectPath('dialogs', 'welcome', 'relatives.yaml'),
  z.strictObject({ male: words, female: words }),
);

/** "my husband" -> male; undefined where the words name nobody, or both. */
export function sexOf(text: string): 'male' | 'female' | undefined {
  const said = wordsOf(text);
  const [only, ...more] = (['male', 'female'] as const).filter((sex) =>
    said.some((word) => relatives[sex].includes(word)),
  );
  return more.length === 0 ? only : undefined;
}
