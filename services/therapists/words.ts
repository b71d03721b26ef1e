import { remembered } from '../../knowledge/remembered.js';

/** An ISO date's month; where it was already asked for, as licences are on every card, it is remembered. */
const months = remembered((date, locale) => monthFormat(locale).format(new Date(date)), 2000);
const monthFormat = remembered(
  (locale) =>
    new Intl.DateTimeFormat(knownLocale(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const displayNames = remembered((locale) =>
  locale === 'en'
    ? new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    : new Intl.DisplayNames(knownLocale(locale), { type: 'language' }),
);

const languageNames = remembered((code, locale) => {
  try {
    return displayNames(locale).of(code) ?? code;
  } catch {
    return code;
  }
}, 2000);

/** "May 2027" of an ISO date. */
export function monthOf(date: string, locale = 'en'): string {
  return months(date, locale);
}

/** "Spanish" of "es"; a code without a name stays as it is. */
export function languageName(code: string, locale = 'en'): string {
  return languageNames(code, locale);
}

/** "a, b and c". */
export function list(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

/** The locale, or English where it is not one: locales come from clients. */
export function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
