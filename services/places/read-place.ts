import { exactTowns, type Found, nearTowns } from './find-towns.js';
import { type Gazetteer, placeOf, type Town } from './gazetteer.js';
import { placeWords } from './place-words.js';
import type { Place, PlaceResult } from './places.js';
import { plainWords } from './plain-words.js';
import { findPostcode } from './postcode.js';
import { inAddress, inSentence, NAME_WORDS, withoutFiller } from './sentence.js';

/** Nobody describes a place at greater length; the rest is not read. */
const LONGEST = 300;
const MOST_WORDS = 40;
/** A town of this size is meant even where its name is an ordinary word. */
const KNOWN_PEOPLE = 45_000;
/** One namesake is meant without asking where it has so many times the people of the next. */
const OUTSHINES = 10;
/** Namesakes so near each other are one place to somebody who looks for a therapist. */
const SAME_PLACE_DEGREES = 0.35;
/** A town's name and a postcode farther apart than this contradict each other. */
const CONTRADICTS_DEGREES = 1;
const KNOWN_COUNTRIES = new Set(['US', 'CA']);

/** Reads where somebody is. A pure function; bounded in time whatever the text. */
export function readPlace(text: string, gazetteer: Gazetteer, hint: { country?: string } = {}): PlaceResult {
  const given = text.slice(0, LONGEST);
  const country = countryNamed(given) ?? hint.country?.toUpperCase();
  const result = read(given, gazetteer, country);
  // Somebody elsewhere in the world: a namesake over here is asked about, not taken for granted.
  return result.kind === 'found' && country !== undefined && !KNOWN_COUNTRIES.has(country)
    ? { kind: 'ambiguous', choices: [result.place] }
    : result;
}

function read(text: string, gazetteer: Gazetteer, country: string | undefined): PlaceResult {
  const code = findPostcode(text, gazetteer);
  if (code) return withTown(code.place, code.around, gazetteer);
  const words = plainWords(text).slice(0, MOST_WORDS);
  const stripped = withoutFiller(words);
  if (stripped.length === 0) return { kind: 'unknown' };
  const found =
    (words.length <= NAME_WORDS && exactTowns(words, gazetteer)) ||
    exactTowns(stripped, gazetteer) ||
    inAddress(text.split(/[,;\n]/).map(plainWords), gazetteer) ||
    inSentence(words, gazetteer) ||
    (stripped.length <= NAME_WORDS && nearTowns(stripped, gazetteer));
  if (!found) return { kind: 'unknown' };
  const key = stripped.join(' ');
  const small = (found.towns[0]?.people ?? 0) < KNOWN_PEOPLE;
  if (!found.withState && small && placeWords.notAlone.has(key)) return { kind: 'unknown' };
  return choose(found, key, gazetteer, country);
}

/** The postcode wins over the town's name beside it, unless they lie far apart. */
function withTown(place: Place, around: string, gazetteer: Gazetteer): PlaceResult {
  const words = withoutFiller(plainWords(around).slice(0, MOST_WORDS));
  const found = words.length === 0 ? undefined : exactTowns(words, gazetteer);
  const towns = found && !found.stateOnly ? found.towns : [];
  const [other] = towns;
  return other === undefined || towns.some((town) => apart(place, town) < CONTRADICTS_DEGREES)
    ? { kind: 'found', place }
    : { kind: 'ambiguous', choices: [place, placeOf(other)] };
}

function choose(
  { towns, withState, stateOnly }: Found,
  key: string,
  gazetteer: Gazetteer,
  country?: string,
): PlaceResult {
  const there = towns.filter((town) => town.country === country);
  const candidates =
    there.length > 0 ? there : [...(withState ? [] : largeLookalike(towns, key, gazetteer)), ...towns];
  const [top, ...others] = candidates;
  if (!top) return { kind: 'unknown' };
  const rival = others.find((town) => apart(top, town) > SAME_PLACE_DEGREES);
  const clear = !stateOnly && (rival === undefined || top.people >= OUTSHINES * rival.people);
  if (clear && (withState || !placeWords.worldCities.has(top.key)) && !isLookalike(top, key, towns)) {
    return { kind: 'found', place: placeOf(top) };
  }
  return { kind: 'ambiguous', choices: candidates.slice(0, 5).map(placeOf) };
}

/** "Pittsburg" is a small town, but most who write it mean Pittsburgh: both are offered. */
function largeLookalike(towns: readonly Town[], key: string, gazetteer: Gazetteer): Town[] {
  const [top] = towns;
  if (!top || top.key !== key) return [];
  const [alike] = nearTowns(key.split(' '), gazetteer)?.towns ?? [];
  return alike && alike.key !== key && alike.people >= OUTSHINES * 2 * top.people ? [alike] : [];
}

function isLookalike(top: Town, key: string, towns: readonly Town[]): boolean {
  return top.key !== key && towns.some((town) => town.key === key);
}

function countryNamed(text: string): string | undefined {
  if (/\bcanada\b/i.test(text)) return 'CA';
  return /\b(?:usa|u\.s\.a?|united states)\b/i.test(text) ? 'US' : undefined;
}

/** Roughly, in degrees of latitude. */
function apart(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180));
}
