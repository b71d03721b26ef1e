import { type Gazetteer, gazetteerOf } from './gazetteer.js';
import { placesOfPackages } from './place-packages.js';
import type { Places } from './places.js';
import { preparedPlaces } from './prepared-places.js';
import { readAmong } from './read-among.js';
import { readPlace } from './read-place.js';

/**
 * Places of the United States (every ZIP code and its towns) and, by the first half of the postcode, of Canada;
 * towns of the other countries. The data is loaded on first use.
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
  return gazetteerOf((await preparedPlaces()) ?? (await placesOfPackages()));
}
