import { countriesByName, countryName } from './countries.js';
import type { PlaceData, Town } from './gather-places.js';
import { states } from './place-words.js';
import type { Place } from './places.js';

export interface Gazetteer {
  /** By "02139" or "M5V". */
  postcode(code: string): Place | undefined;
  /** All towns of that name, most people first. */
  townsNamed(key: string): readonly Town[];
  /** Of a state, or of a country abroad; most people first. */
  townsOf(region: Region): readonly Town[];
  /** By "illinois", "il", "spain"; "georgia" is a state first, and a country. */
  regionsNamed(key: string): readonly Region[];
  /** Towns whose name begins with that letter: typos seldom change it. */
  townsFrom(letter: string): readonly Town[];
}

/** A state or province, or (without a state) a country abroad. */
export interface Region {
  state: string;
  country: string;
}

/** The places, ready to be asked for. */
export function gazetteerOf({ postcodes, towns }: PlaceData): Gazetteer {
  const byCode = new Map(postcodes.map(({ code, ...place }): [string, Place] => [code, place]));
  const byName = groupBy(towns, ({ key }) => key);
  const byRegion = groupBy(towns, regionKey);
  const abroad = towns.filter(({ state }) => state === '');
  const countries = countriesByName(new Set(abroad.map(({ country }) => country)));
  const byLetter = groupBy(towns, ({ key }) => key.charAt(0));
  return {
    postcode: (code) => byCode.get(code),
    townsNamed: (key) => byName.get(key) ?? [],
    townsOf: (region) => byRegion.get(regionKey(region)) ?? [],
    regionsNamed(key) {
      const state = states.get(key);
      const country = countries.get(key);
      return [
        ...(state ? [{ state: state.code, country: state.country }] : []),
        ...(country === undefined ? [] : [{ state: '', country }]),
      ];
    },
    townsFrom: (letter) => byLetter.get(letter) ?? [],
  };
}

export function placeOf({ name, state, lat, lon, country }: Town): Place {
  return { label: `${name}, ${state || countryName(country)}`, lat, lon, country };
}

function regionKey({ state, country }: Region): string {
  return `${country}-${state}`;
}

function groupBy(
  towns: readonly Town[],
  keyOf: (town: Town) => string,
): ReadonlyMap<string, readonly Town[]> {
  const groups = new Map<string, Town[]>();
  for (const town of towns) {
    const group = groups.get(keyOf(town));
    if (group) group.push(town);
    else groups.set(keyOf(town), [town]);
  }
  return groups;
}
