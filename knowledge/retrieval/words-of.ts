const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Calls `found` for each word of a text in order: lower case, accents folded ("Ménière's" is "meniere's").
 * A word is letters and digits of any script; an apostrophe inside it belongs to it, a hyphen parts two.
 */
export function eachWord(text: string, found: (word: string) => void): void {
  const folded = fold(text);
  let start = -1;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (isWordUnit(code, folded, at)) {
      if (start < 0) start = at;
    } else if (
      start >= 0 &&
      !(code === APOSTROPHE && at + 1 < folded.length && isLetter(folded.charCodeAt(at + 1)))
    ) {
      found(folded.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) found(folded.slice(start));
}

/** As `eachWord`, as a list; at most `limit` words. */
export function wordsOf(text: string, limit = Number.POSITIVE_INFINITY): string[] {
  const words: string[] = [];
  eachWord(text, (word) => {
    if (words.length < limit) words.push(word);
  });
  return words;
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll(String.fromCharCode(CURLY_APOSTROPHE), "'");
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isWordUnit(code: number, text: string, at: number): boolean {
  if (isLetter(code) || (code >= 0x30 && code <= 0x39)) return true;
  if (code < 0x80) return false;
  // The halves of a surrogate pair are judged by the whole character.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && LETTER_OR_DIGIT.test(text.slice(at - 1, at + 1));
  return LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? code));
}
