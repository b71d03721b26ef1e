import { populations, states } from './place-words.js';
import type { Place } from './places.js';
import { plainKey } from './plain-words.js';

export interface Town {
  /** Plain words, to compare by. */
  key: string;
  name: string;
  /** Empty abroad. */
  state: string;
  country: string;
  lat: number;
  lon: number;
  /** Inhabitants where data/populations.yaml has them, else as many as its postcodes let one expect. */
  people: number;
}

export interface Postcode extends Place {
  /** "02139" or "M5V". */
  code: string;
}

/** All that is known of places. */
export interface PlaceData {
  postcodes: readonly Postcode[];
  /** Most people first. */
  towns: readonly Town[];
}

/** One postcode's record, as the package `zipcodes` has it. */
export interface PostcodeRecord {
  zip: string;
  latitude: number | null;
  longitude: number | null;
  city: string;
  state: string;
  country: string;
}

const PEOPLE_A_POSTCODE = 3000;

/** Groups postcodes into towns; a town lies at the median of its postcodes, which a stray one does not move. */
export function gatherPlaces(records: Iterable<PostcodeRecord>, abroad: readonly Town[] = []): PlaceData {
  const postcodes = new Map<string, Postcode>();
  const points = new Map<
    string,
    { name: string; state: string; country: string; lats: number[]; lons: number[] }
  >();
  for (const { zip, latitude, longitude, city, state: stateName, country: countryName } of records) {
    const state = states.get(plainKey(stateName));
    // Army and fleet post offices have no coordinates; a few Canadian records have a town for a province.
    if (!state || !latitude || !longitude || (state.country === 'US') !== (countryName === 'US')) continue;
    const name = state.country === 'US' ? city.replace(/^O (?=\p{Lu})/u, "O'") : canadianTown(city);
    const label = `${name}, ${state.code} ${zip}`;
    postcodes.set(zip, { code: zip, label, lat: latitude, lon: longitude, country: state.country });
    const id = `${plainKey(name)}|${state.code}`;
    const town = points.get(id) ?? { name, state: state.code, country: state.country, lats: [], lons: [] };
    town.lats.push(latitude);
    town.lons.push(longitude);
    points.set(id, town);
  }
  const towns = [...points.values()].map(({ name, state, country, lats, lons }): Town => {
    const key = plainKey(name);
    const people = populations.get(key)?.[state] ?? lats.length * PEOPLE_A_POSTCODE;
    return { key, name, state, country, lat: rounded(median(lats)), lon: rounded(median(lons)), people };
  });
  towns.push(...abroad);
  towns.sort((a, b) => b.people - a.people || (a.state < b.state ? -1 : 1));
  return { postcodes: [...postcodes.values()], towns };
}

/**
 * "Toronto" of "Downtown Toronto (King And Spadina)": Canadian records name quarters. U+FFFD stands there for
 * letters that were lost on the way, nearly always an accented e.
 */
function canadianTown(quarter: string): string {
  const name = quarter
    .replace(/\s*\(.*$/, '')
    .replace(/\ufffd/g, 'e')
    .replace(/\s*-\s*(\p{Ll}?)/gu, (_, letter: string) => `-${letter.toUpperCase()}`)
    .replace(/^(?:Downtown|Central) (?=\p{L})/u, '');
  return (
    name.replace(
      / (?:Central|Downtown|(?:North|South)?(?:east|west)?|East|West)(?: (?:Central|East|West))*$/,
      '',
    ) || name
  );
}

/** A metre is more than enough. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper;
}
