import { remembered } from '../../../knowledge/remembered.js';
import type { VocabularyWord } from './vocabulary.js';

/** Lower case, without marks, punctuation as single spaces, a space at both ends: whole words can be searched. */
export function spaced(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return ` ${plain
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** `spaced` for the phrases of a data file, which are looked for in every message. */
export const spacedPhrase = remembered(spaced, 5000);

/**
 * Finds which entries a text names, in the order of mention. The longest words win: "knee arthritis" is the
 * knee's, not "arthritis" as well. Returns the text with what was found blanked out.
 */
export function findWords(entries: readonly VocabularyWord[], text: string): { ids: string[]; rest: string } {
  const all = phrasesOf(entries);
  let rest = spaced(text);
  const found = new Map<string, number>();
  for (const { id, phrase } of all) {
    for (let at = rest.indexOf(phrase); at >= 0; at = rest.indexOf(phrase)) {
      found.set(id, Math.min(found.get(id) ?? at, at));
      // The length stays, so that positions stay comparable; "|" is in no phrase.
      rest = `${rest.slice(0, at)} ${'|'.repeat(phrase.length - 2)} ${rest.slice(at + phrase.length)}`;
    }
  }
  return { ids: [...found].sort((a, b) => a[1] - b[1]).map(([id]) => id), rest };
}

type Phrase = { id: string; phrase: string };
const known = new WeakMap<readonly VocabularyWord[], Phrase[]>();

function phrasesOf(entries: readonly VocabularyWord[]): Phrase[] {
  let phrases = known.get(entries);
  if (!phrases) {
    phrases = entries
      .flatMap(({ id, words }) => words.map((word) => ({ id, phrase: spaced(word) })))
      .sort((a, b) => b.phrase.length - a.phrase.length);
    known.set(entries, phrases);
  }
  return phrases;
}
