import { buildGazetteer, type Gazetteer } from './gazetteer.js';
import type { Places } from './places.js';
import { readPlace } from './read-place.js';

/**
 * Places of the United States (every ZIP code and its towns) and, by the first half of the postcode, of Canada,
 * from the package `zipcodes`. The data is loaded on first use, which takes about half a second once.
 */
export function createPlaces(): Places {
  let gazetteer: Promise<Gazetteer> | undefined;
  return {
    async find(text, hint) {
      gazetteer ??= load();
      return readPlace(text, await gazetteer, hint);
    },
  };
}

async function load(): Promise<Gazetteer> {
  const { default: zipcodes } = await import('zipcodes');
  return buildGazetteer(Object.values(zipcodes.codes));
}
