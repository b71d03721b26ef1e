const ellipsis = '…';

/**
 * Control characters (a terminal obeys them) and marks that turn the writing direction of what follows
 * (a name could make a telephone number read backwards). Line breaks and tabs stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unsafeCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** A half of a surrogate pair alone is not text and breaks encoders. */
const loneSurrogates = /\p{Surrogate}/gu;

/** Nearly every text has nothing of it, and each is looked at for every client. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const suspect = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/;

/** Text that no client takes for a command. */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(unsafeCharacters, '').replace(loneSurrogates, '\ufffd');
}

let graphemes: Intl.Segmenter | undefined;

/** At most `limit` UTF-16 units, an ellipsis included; never cuts an emoji or an accented letter in two. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = safeEnd(text, limit - ellipsis.length);
  return text.slice(0, end).trimEnd() + ellipsis;
}

/** The text in parts of at most `limit` UTF-16 units, parted at paragraphs, else lines, sentences, words. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** For a button: no line breaks, no runs of spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Paragraphs are parted by a blank line. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** What JSON takes on the wire, in bytes. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

function breakBefore(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const longEnough = limit / 2;
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = head.lastIndexOf(mark);
    if (at >= longEnough) return at + mark.length;
  }
  return safeEnd(text, limit);
}

function safeEnd(text: string, limit: number): number {
  if (isPrintable(text.charCodeAt(limit - 1)) && isPrintable(text.charCodeAt(limit))) return limit;
  // Far fewer units than this make up one grapheme, unless somebody piles up accents to do harm.
  const longestGrapheme = 64;
  const from = Math.max(0, limit - longestGrapheme);
  let end = from;
  // Made when the first such text comes: it takes longer than all other modules here together.
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { index, segment } of graphemes.segment(text.slice(from, limit + longestGrapheme))) {
    if (from + index + segment.length > limit) break;
    end = from + index + segment.length;
  }
  return end > from ? end : limit;
}

/** An ASCII letter, digit, mark or space: between two of them text may always be cut. */
function isPrintable(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f;
}
