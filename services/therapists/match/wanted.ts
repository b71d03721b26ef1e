import type { MatchQuery, Wish } from '../directory.js';

/** The wishes of a query in the directory's own words. What is wished for by nobody is left out. */
export interface Wanted {
  /** Any one fits; the foremost first. */
  specialties?: string[];
  modalities?: string[];
  /** Without their country: who asks for Spanish is content with any. */
  languages?: string[];
  gender?: string;
  insurance?: string;
  accepting?: true;
  price?: { atMost: number; currency: string };
  /** All are needed. */
  accessibility?: string[];
  withoutReferral?: true;
}

export type FilterWish = keyof Wanted & Wish;

/**
 * Reads wishes as people write them ("Blue Cross", "es-MX"). An empty list, the word "any" and `false` wish for
 * nothing.
 */
export function wantedOf(query: MatchQuery): Wanted {
  const { specialties, modalities, languages, accessibility, gender, insurance, price } = query;
  return {
    ...named('specialties', words(specialties)),
    ...named('modalities', words(modalities)),
    ...named('languages', unique(languages?.map(baseLanguage))),
    ...named('accessibility', words(accessibility)),
    ...named('gender', oneWord(gender)),
    ...named('insurance', oneWord(insurance)),
    ...named('price', price && { atMost: price.atMost, currency: plain(price.currency).toUpperCase() }),
    ...named('accepting', query.accepting || undefined),
    ...named('withoutReferral', query.withoutReferral || undefined),
  };
}

/** "Blue Cross" and "blue-cross" are one word. */
export function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** "es" for "es-MX". */
export function baseLanguage(code: string): string {
  if (/^[a-z]{2,3}$/.test(code)) return code;
  return plain(code).split('-')[0] ?? code;
}

function words(wishes: readonly string[] | undefined): string[] | undefined {
  return unique(wishes?.map(plain));
}

function oneWord(wish: string | undefined): string | undefined {
  const word = wish === undefined ? 'any' : plain(wish);
  return word === 'any' ? undefined : word;
}

function unique(wishes: readonly string[] | undefined): string[] | undefined {
  return wishes?.length ? [...new Set(wishes)] : undefined;
}

function named<Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in Name]?: T };
}
