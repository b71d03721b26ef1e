import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { readMessage } from '../slots/message.js';
import { isCommonWord } from '../text/clauses.js';
import { languageOfScript } from './script.js';

const words = z.array(z.coerce.string()).transform((list) => new Set(list));
const schema = z.strictObject({
  english: words,
  names: words,
  particles: words,
  letters: z.record(z.string().length(2), words),
  profiles: z.record(z.string().length(2), words),
});
let loaded: z.infer<typeof schema> | undefined;

/** So many words of another language, and so many times those of English, make a message foreign. */
const MARGIN = 2;

/**
 * The language, ISO 639-1, of a message that is clearly not English and of which nothing was understood; else
 * undefined. Strongly for English: a word or two, names, slang and misspellings never count.
 */
export function readLanguage(text: string): string | undefined {
  const script = languageOfScript(text);
  if (script) return script;
  const tokens =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? [];
  if (tokens.length < 2) return undefined;
  loaded ??= readDataFile(projectPath('knowledge', 'symptoms', 'language', 'profiles.yaml'), schema);
  const { english, names, particles, profiles, letters } = loaded;
  const told = tokens.filter((token) => !names.has(token));
  const inEnglish = told.filter((token) => english.has(token) || isCommonWord(token)).length;
  const best = Object.entries(profiles)
    .map(([language, profile]) => {
      const own = letters[language];
      const known = told.filter(
        (token) => profile.has(token) || (own && [...token].some((letter) => own.has(letter))),
      );
      // "de la" alone is part of a name.
      return { language, score: known.some((word) => !particles.has(word)) ? known.length : 0 };
    })
    .sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < MARGIN || best.score < inEnglish * MARGIN || best.score * 3 < told.length)
    return undefined;
  return isUnderstood(text, best.score, told.length) ? undefined : best.language;
}

/** A message with English symptoms in it is answered, whatever stands around them. */
function isUnderstood(text: string, foreign: number, all: number): boolean {
  const message = readMessage(text);
  const understood = message.matches('region').length + message.matches('course').length;
  return understood > 0 && foreign / all < 0.5;
}
