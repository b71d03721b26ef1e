import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { readWords } from '../text/words.js';

export type YesNo = 'yes' | 'no' | 'unsure';

const phrases = z.array(z.coerce.string());
const schema = z.strictObject({ yes: phrases, no: phrases, unsure: phrases });
let patterns: [YesNo, string][] | undefined;

/**
 * How an answer to a yes-or-no question comes down: "yep", "nah", "not that I know of", "dunno".
 * Undefined where it begins with none of these. The longest beginning decides: "no idea" is unsure, not no.
 */
export function readYesNo(text: string): YesNo | undefined {
  const words = readWords(text).map((word) => word.text);
  while (
    /^(?:well|oh|um|uh|er|hmm|so|ok|okay|and|but|erm|hm|ah|please)$/.test(words[0] ?? '') &&
    words.length > 1
  )
    words.shift();
  const said = `${words.join(' ')} `;
  const found = answers().find(([, phrase]) => said.startsWith(phrase));
  if (found) return found[0];
  return emoji(text);
}

function answers(): [YesNo, string][] {
  patterns ??= Object.entries(
    readDataFile(projectPath('knowledge', 'symptoms', 'answers', 'yes-no.yaml'), schema),
  )
    .flatMap(([answer, list]) =>
      list.map((phrase): [YesNo, string] => [
        answer as YesNo,
        `${readWords(phrase)
          .map((word) => word.text)
          .join(' ')} `,
      ]),
    )
    .sort(([, a], [, b]) => b.length - a.length);
  return patterns;
}

function emoji(text: string): YesNo | undefined {
  if (/^\s*(?:\u{1F44D}|\u2705|\u2714)/u.test(text)) return 'yes';
  if (/^\s*(?:\u{1F44E}|\u274C)/u.test(text)) return 'no';
  return /^\s*\u{1F937}/u.test(text) ? 'unsure' : undefined;
}
