import { nppes } from './layout.js';

const CAPITALS = new Set(nppes.capitals);

/** "Mary O'Brien-McDonald" of "MARY O'BRIEN-MCDONALD"; text that is not all capitals stays as it is. */
export function withoutCapitals(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  return text.replace(/[\p{L}\p{N}]+/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    // "2nd" and the s of "Kai's", but "Suite 2B".
    if (/^\d+(st|nd|rd|th)$/.test(lower)) return lower;
    if (word === 'S' && /['’]/.test(text.charAt(at - 1))) return lower;
    if (CAPITALS.has(word) || /^\d/.test(word)) return word;
    return lower.replace(/^(mc)?(\p{L})/u, (_, mc: string | undefined, letter: string) =>
      mc ? `Mc${letter.toUpperCase()}` : letter.toUpperCase(),
    );
  });
}
