import { z } from 'zod';

/**
 * Controls, surrogates and invisible formatting (bidi overrides, tag characters, zero width), which can hide
 * or forge text on a card. The zero-width joiners stay: Persian and Hindi names are written with them.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}]|(?![\u200c\u200d])\p{Cf}/u;
const HIDDEN_BUT_LINES = /(?!\n)[\p{Cc}\p{Cs}\p{Co}]|(?![\u200c\u200d])\p{Cf}/u;
const TAG = /<[a-z!/?]/i;

/** What most text is made of: nothing in it needs a closer look. */
const HARMLESS = /^[ -;=-~]*$/;

/** Text that is shown as it stands: no markup, nothing invisible, not blank, at most `max` characters. */
export function plainText(max: number, { lines = false } = {}) {
  const hidden = lines ? HIDDEN_BUT_LINES : HIDDEN;
  return z.string().check(({ value, issues }) => {
    const message = textFault(value, max, hidden);
    if (message !== undefined) issues.push({ code: 'custom', message, input: value });
  });
}

function textFault(text: string, max: number, hidden: RegExp): string | undefined {
  if (text.length > max) return `must be at most ${max} characters`;
  if (text.trim() === '') return 'must not be blank; leave an unknown field out';
  if (HARMLESS.test(text)) return undefined;
  if (hidden.test(text)) return 'must hold no control or invisible characters';
  return TAG.test(text) ? 'must be plain text without HTML' : undefined;
}

/** A word of a vocabulary: "trigger-point". */
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-", such as "neck-pain"');

/** An address with one of these schemes. A name and password inside it are refused. */
export function webAddress(schemes: readonly ('https:' | 'tel:' | 'mailto:')[]) {
  return z
    .string()
    .max(2000)
    .refine(
      (text) => isAddress(text, schemes),
      `must be an address that begins with ${schemes.join(' or ')}`,
    );
}

function isAddress(text: string, schemes: readonly string[]): boolean {
  if (!URL.canParse(text) || /[\s\\<>"]/.test(text) || HIDDEN.test(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  if (!schemes.includes(protocol) || username !== '' || password !== '') return false;
  return protocol !== 'https:' || (/^https:\/\//i.test(text) && hostname.includes('.'));
}
