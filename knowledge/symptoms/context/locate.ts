import type { Word } from '../text/word.js';

/**
 * Where a sentence holds a term: indices of its words. First word for word, then by stems, then the longest
 * beginning of the term that is there. Empty where not even its first word is.
 */
export function locate(sentence: readonly Word[], term: readonly Word[]): number[] {
  for (const same of [sameText, sameStem]) {
    for (let length = term.length; length > 0; length--) {
      if (length < term.length && same === sameText) break;
      const at = sentence.findIndex((_, from) =>
        term.slice(0, length).every((word, offset) => same(sentence[from + offset], word)),
      );
      if (at >= 0) return Array.from({ length }, (_, offset) => at + offset);
    }
  }
  return [];
}

function sameText(a: Word | undefined, b: Word): boolean {
  return a?.text === b.text;
}

function sameStem(a: Word | undefined, b: Word): boolean {
  return a?.stem === b.stem;
}
