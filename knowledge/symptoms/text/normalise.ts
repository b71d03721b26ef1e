import { lookAlikes } from './look-alikes.js';

/** Text made plain for reading, with the way back to the text as it was given. */
export interface NormalisedText {
  /** Lower case, NFKC, no invisible characters, straight quotes. */
  text: string;
  /** The UTF-16 offset in the given text at which the thing at `index` of `text` begins. */
  startAt(index: number): number;
  /** The UTF-16 offset in the given text just after the thing at `index` of `text`. */
  endAt(index: number): number;
}

const PLAIN = /^[\n\t\r\x20-\x7e]*$/;
/** A letter with the marks that stand on it, or any other single code point. */
const CLUSTER = /\P{M}\p{M}*|\p{M}/gsu;
/** Formatting, bidi, zero-width and tag characters, controls, and the selectors used to smuggle text. */
const INVISIBLE =
  /^(?:\u034f|[\p{Cf}\p{Cc}\p{Cs}\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\p{Variation_Selector})$/u;
const UNREADABLE = /^[\p{Co}\p{Cn}\ufffc\ufffd]$/u;
const LINE_END = /^[\n\r\v\f\u0085\u2028\u2029]$/u;
const APOSTROPHE = /[\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\uff07`\u00b4]/u;
const QUOTE = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]/u;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;

/**
 * Makes a message readable for rules: whatever looks the same to a person becomes the same characters,
 * and whatever a person cannot see is gone, so nothing hidden is ever read.
 */
export function normaliseText(given: string): NormalisedText {
  if (PLAIN.test(given)) {
    return { text: given.toLowerCase(), startAt: (index) => index, endAt: (index) => index + 1 };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces: string[] = [];
  for (const found of given.matchAll(CLUSTER)) {
    const piece = plainCluster(found[0]);
    if (piece === '') continue;
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(found.index);
      ends.push(found.index + found[0].length);
    }
  }
  return {
    text: lookAlikes(pieces.join('')),
    startAt: (index) => starts[index] ?? given.length,
    endAt: (index) => ends[index] ?? given.length,
  };
}

function plainCluster(cluster: string): string {
  const base = String.fromCodePoint(cluster.codePointAt(0) ?? 0);
  if (LINE_END.test(base)) return '\n';
  if (base === '\t') return ' ';
  if (INVISIBLE.test(base) || /^\p{M}$/u.test(base)) return '';
  if (UNREADABLE.test(base)) return ' ';
  if (APOSTROPHE.test(base)) return "'";
  if (QUOTE.test(base)) return '"';
  if (DASH.test(base)) return base === '\u2014' ? ' - ' : '-';
  // One mark can belong to a letter; a heap of them is decoration.
  const composed = cluster
    .slice(0, base.length + 1)
    .normalize('NFKC')
    .toLowerCase();
  return /\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}/u.test(base)
    ? composed.replace(/\p{M}+/gu, '')
    : cluster
        .slice(0, base.length + 4)
        .normalize('NFKC')
        .toLowerCase();
}
