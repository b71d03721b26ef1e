const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** "May 2027" of an ISO date. */
export function monthOf(date: string, locale = 'en'): string {
  const format =
    locale === 'en'
      ? MONTHS
      : new Intl.DateTimeFormat(knownLocale(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(date));
}

/** "Spanish" of "es"; a code without a name stays as it is. */
export function languageName(code: string, locale = 'en'): string {
  const names =
    locale === 'en' ? LANGUAGES : new Intl.DisplayNames(knownLocale(locale), { type: 'language' });
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
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
