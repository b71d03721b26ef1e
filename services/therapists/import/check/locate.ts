import type { Place, Places } from '../../../places/places.js';
import { distanceKm } from '../../match/distance.js';
import { plain } from '../../match/filters.js';
import type { Draft } from '../imported-row.js';

/** How many looked-up places are remembered; a state's therapists share a few thousand postcodes. */
const REMEMBERED = 50_000;
/** No postcode is so wide: a sign or two numbers were mixed up. */
const CONTRADICTS_KM = 200;

/**
 * Gives drafts the coordinates and the country of their postcode or city where they bring none, and compares
 * those that they bring. Returns what is wrong, if anything is.
 */
export function createLocator(places: Places): (draft: Draft) => Promise<string | undefined> {
  const known = new Map<string, Place | undefined>();

  async function placeOf(text: string, country?: string): Promise<Place | undefined> {
    const key = `${country ?? ''}|${text}`;
    if (!known.has(key)) {
      if (known.size >= REMEMBERED) known.clear();
      const result = await places.find(text, country === undefined ? {} : { country });
      known.set(key, result.kind === 'found' ? result.place : undefined);
    }
    return known.get(key);
  }

  async function whereItLies(location: Draft): Promise<Place | undefined> {
    const [postcode, city, region, country] = ['postcode', 'city', 'region', 'country'].map((field) =>
      typeof location[field] === 'string' ? location[field].slice(0, 100) : undefined,
    );
    const byPostcode = postcode === undefined ? undefined : await placeOf(postcode, country);
    if (byPostcode || city === undefined) return byPostcode;
    const byCity = await placeOf([city, region].filter(Boolean).join(', '), country);
    // A namesake that differs by a letter is a guess.
    return byCity && plain(byCity.label.split(',')[0] ?? '') === plain(city) ? byCity : undefined;
  }

  return async (draft) => {
    const location: unknown = draft.location ?? {};
    if (typeof location !== 'object' || location === null) return undefined;
    const given: Draft = { ...location };
    const place = await whereItLies(given);
    if (given.lat === undefined && given.lon === undefined) {
      if (!place) return UNKNOWN;
      Object.assign(given, { lat: place.lat, lon: place.lon });
    } else if (place && typeof given.lat === 'number' && typeof given.lon === 'number') {
      const km = distanceKm(place, { lat: given.lat, lon: given.lon });
      if (km > CONTRADICTS_KM) return contradicts(km);
    }
    if (place) given.country ??= place.country;
    draft.location = given;
    return undefined;
  };
}

const UNKNOWN = 'location: its postcode or city is not known here; correct it, or add lat and lon';

function contradicts(km: number): string {
  return `location: lat and lon lie ${Math.round(km).toLocaleString('en')} km from its postcode; a sign may be missing, or the two are mixed up`;
}
