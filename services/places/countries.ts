import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { plainKey } from './plain-words.js';

const code = z.string().regex(/^[A-Z]{2}$/);
const names = z.array(z.string().min(1)).min(1);

const abroad = readDataFile(
  projectPath('services', 'places', 'data', 'abroad.yaml'),
  z.strictObject({
    countryNames: z.record(code, z.string().min(1)),
    countries: z.record(code, names),
    cities: z
      .record(z.string(), z.string())
      .transform(
        (cities) => new Map(Object.entries(cities).map((pair) => pair.map(plainKey) as typeof pair)),
      ),
    wordsAndCities: names.transform((all) => new Set(all.map(plainKey))),
    postcodes: z.array(z.string().regex(/^[A9 -]+$/, 'write A for a letter and 9 for a digit')).min(1),
  }),
);

/** Other names of cities abroad, each with the name and country that the data has. */
export const cityNames: ReadonlyMap<string, string> = abroad.cities;
/** Cities that are meant though their name is an English word. */
export const wordsAndCities: ReadonlySet<string> = abroad.wordsAndCities;
/** What postcodes look like that cannot be looked up. */
export const unknownPostcodes: readonly string[] = abroad.postcodes;

const inEnglish = new Intl.DisplayNames('en', { type: 'region' });

/** "Germany" of "DE". */
export function countryName(country: string): string {
  return abroad.countryNames[country] ?? inEnglish.of(country) ?? country;
}

/** Countries by each of their names, in plain words. */
export function countriesByName(codes: Iterable<string>): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const country of codes) {
    for (const name of [
      countryName(country),
      inEnglish.of(country) ?? country,
      ...(abroad.countries[country] ?? []),
    ]) {
      byName.set(plainKey(name), country);
    }
  }
  return byName;
}
