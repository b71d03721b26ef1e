import { remembered } from '../../knowledge/remembered.js';
import { vocabulary } from './vocabulary.js';

const fillers = new Set(vocabulary.fillers);

/** As typed, but for case, width and spaces: what tells apart labels that have no letters ("👍"). */
export function asTyped(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
}

/** The words, without case, accents, apostrophes and punctuation: "It's the 2nd!" -> its, the, 2nd. */
export function wordsOf(text: string): string[] {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '');
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `wordsOf` for labels, values and synonyms of choices, which are the same few thousand for everyone. */
export const choiceWords: (text: string) => readonly string[] = remembered(wordsOf, 5000);

export function withoutFillers(words: readonly string[]): string[] {
  return words.filter((word) => !fillers.has(word));
}

export function isFiller(word: string): boolean {
  return fillers.has(word);
}

export function sameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && left.length === right.length && left.every((word, at) => word === right[at]);
}

export function startsWithWords(words: readonly string[], start: readonly string[]): boolean {
  return start.length > 0 && start.length <= words.length && start.every((word, at) => word === words[at]);
}
