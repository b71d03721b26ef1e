import { parseColour, showColour } from './colours.js';

/** What a clinic sets by data attributes, as the launcher hands it to the chat. */
export interface WidgetOptions {
  title: string;
  /** A line of the clinic's own, above what the guide says. */
  greeting?: string;
  /** `#rrggbb`. */
  accent: string;
  /** Absolute. */
  logo?: string;
  position: 'left' | 'right';
  locale?: string;
  /** Origin of the page that the widget stands on: whom messages are taken from and sent to. */
  host?: string;
}

type Given = Readonly<Record<string, unknown>>;

export const defaultAccent = '#0f6b63';

/**
 * What is given and is good; the rest falls back to the defaults, since a typing error must not take a clinic's
 * chat away.
 * @param given data attributes, or the options of the chat's address
 * @param page the address that a relative logo is relative to
 */
export function readOptions(given: Given, page: string, defaultTitle: string): WidgetOptions {
  const greeting = plainText(given.greeting, 400);
  const logo = imageUrl(given.logo, page);
  const locale = languageTag(given.locale);
  const host = origin(given.host);
  const accent = typeof given.accent === 'string' ? parseColour(given.accent) : undefined;
  return {
    title: plainText(given.title, 60) ?? defaultTitle,
    accent: accent ? showColour(accent) : defaultAccent,
    position: given.position === 'left' ? 'left' : 'right',
    ...(greeting && { greeting }),
    ...(logo && { logo }),
    ...(locale && { locale }),
    ...(host && { host }),
  };
}

/** After the `#` of the chat's address. */
export function encodeOptions(options: WidgetOptions): string {
  return encodeURIComponent(JSON.stringify(options));
}

/** Never throws: what cannot be read is as if nothing were given. */
export function decodeOptions(hash: string, page: string, defaultTitle: string): WidgetOptions {
  let given: unknown;
  try {
    given = JSON.parse(decodeURIComponent(hash.replace(/^#/, '')));
  } catch {}
  return readOptions(typeof given === 'object' && given !== null ? (given as Given) : {}, page, defaultTitle);
}

function plainText(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these and marks that turn the direction are taken out
  const text = value.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\s]+/g, ' ').trim();
  return text.slice(0, longest).trim() || undefined;
}

/** https, or from the page's own origin. */
function imageUrl(value: unknown, page: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const base = parseUrl(page);
  const url = parseUrl(value.trim(), page);
  const isOwn = url?.origin === base?.origin && url?.origin !== 'null';
  return url && (url.protocol === 'https:' || isOwn) && !url.username ? url.href : undefined;
}

function languageTag(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value) ? value : undefined;
}

function origin(value: unknown): string | undefined {
  const url = typeof value === 'string' ? parseUrl(value) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
