import type { MatchQuery, MatchResult } from '../directory.js';
import type { Therapist } from '../therapist.js';

/** The wishes that a therapist must meet, but for the distance. */
export type FilterWish = Exclude<NonNullable<MatchResult['relax']>[number]['wish'], 'radiusKm'>;

type Filter = (therapist: Therapist) => boolean;

/**
 * The filters a query asks for. Of several values any one fits; they may be written as people write them, for
 * the directory's own are in one form already. What is not known of a therapist does not meet a wish. An empty
 * list, the word "any" and `accepting: false` wish for nothing.
 */
export function filtersOf(query: MatchQuery): Map<FilterWish, Filter> {
  const filters = new Map<FilterWish, Filter>();
  const add = (
    wish: FilterWish,
    wanted: readonly string[] | undefined,
    has: (therapist: Therapist) => readonly string[],
  ) => {
    const words = new Set(wanted?.map(plain));
    if (words.size > 0) filters.set(wish, (therapist) => has(therapist).some((value) => words.has(value)));
  };
  add('specialties', query.specialties, ({ specialties }) => specialties);
  add('modalities', query.modalities, ({ modalities }) => modalities ?? []);
  add('insurance', wished(query.insurance), ({ insurance }) => insurance ?? []);
  add('languages', query.languages?.map(baseLanguage), ({ languages }) =>
    (languages ?? []).map(baseLanguage),
  );
  const [gender] = wished(query.gender).map(plain);
  if (gender !== undefined) filters.set('gender', (therapist) => therapist.gender === gender);
  if (query.accepting) filters.set('accepting', ({ accepting }) => accepting?.newClients === true);
  return filters;
}

function wished(word: string | undefined): string[] {
  return word === undefined || plain(word) === 'any' ? [] : [word];
}

/** "Blue Cross" and "blue-cross" are one word. */
export function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** "es" for "es-MX": who asks for Spanish is content with any. */
function baseLanguage(code: string): string {
  return code.toLowerCase().split(/[-_]/)[0] ?? code;
}
