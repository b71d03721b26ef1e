import type { Place, Places } from '../../../places/places.js';
import { plainKey } from '../../../places/plain-words.js';
import type { Draft } from '../../columns/draft-reader.js';
import { distanceKm } from '../../match/distance.js';

/** How many looked-up places are remembered; a state's therapists share a few thousand postcodes. */
const REMEMBERED = 50_000;
/** No postcode is so wide: a sign or two numbers were mixed up. */
const CONTRADICTS_KM = 200;

/**
 * Gives drafts the coordinates, the country and the state of their postcode or city where they bring none, and compares
 * those that they bring. Returns what is wrong, if anything is.
 */
export class Locator {
  private readonly known = new Map<string, Place | undefined>();

  constructor(private readonly places: Places) {}

  async locate(draft: Draft): Promise<string | undefined> {
    draft.location ??= {};
    if (typeof draft.location !== 'object') return undefined;
    const location = draft.location as Draft;
    const place = this.byPostcode(location) ?? (await this.lookUp(location));
    if (location.lat === undefined && location.lon === undefined) {
      if (!place) return UNKNOWN;
      location.lat = place.lat;
      location.lon = place.lon;
    } else if (place && typeof location.lat === 'number' && typeof location.lon === 'number') {
      const km = distanceKm(place, { lat: location.lat, lon: location.lon });
      if (km > CONTRADICTS_KM) return contradicts(km);
    }
    if (place) fillIn(location, place);
    return undefined;
  }

  /** The usual case, without waiting. */
  private byPostcode({ postcode, country }: Draft): Place | undefined {
    return typeof postcode === 'string' ? this.known.get(keyOf(postcode, country)) : undefined;
  }

  private async lookUp({ postcode, city, region, country }: Draft): Promise<Place | undefined> {
    const byPostcode = typeof postcode === 'string' ? await this.placeOf(postcode, country) : undefined;
    if (byPostcode || typeof city !== 'string') return byPostcode;
    const byCity = await this.placeOf(typeof region === 'string' ? `${city}, ${region}` : city, country);
    // A namesake that differs by a letter is a guess.
    return byCity && plainKey(byCity.label.split(',')[0] ?? '') === plainKey(city) ? byCity : undefined;
  }

  private async placeOf(text: string, country: unknown): Promise<Place | undefined> {
    const key = keyOf(text, country);
    if (!this.known.has(key)) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      const result = await this.places.find(text, typeof country === 'string' ? { country } : {});
      this.known.set(key, result.kind === 'found' ? result.place : undefined);
    }
    return this.known.get(key);
  }
}

/** A postcode lies in one country and state; which town it is called by, people decide. */
function fillIn(location: Draft, { country, label }: Place): void {
  location.country ??= country;
  const region = /, ([A-Z]{2})(?: \S+)?$/.exec(label)?.[1];
  if (region !== undefined) location.region ??= region;
}

/** Long texts are no place, and are not kept. */
function keyOf(text: string, country: unknown): string {
  return `${typeof country === 'string' ? country.slice(0, 10) : ''}|${text.slice(0, 200)}`;
}

const UNKNOWN = 'location: its postcode or city is not known here; correct it, or add lat and lon';

function contradicts(km: number): string {
  return `location: lat and lon lie ${Math.round(km).toLocaleString('en')} km from its postcode; a sign may be missing, or the two are mixed up`;
}
