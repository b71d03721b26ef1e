import { exactTowns, type Found, nearTowns } from './find-towns.js';
import type { Town } from './gather-places.js';
import { type Gazetteer, placeOf } from './gazetteer.js';
import { placeWords } from './place-words.js';
import type { Place, PlaceResult } from './places.js';
import { plainWords } from './plain-words.js';
import { aroundUnknownPostcode, findPostcode } from './postcode.js';
import { inAddress, inSentence, NAME_WORDS, withoutFiller } from './sentence.js';

/** Nobody describes a place at greater length; the rest is not read. */
const LONGEST = 300;
const MOST_WORDS = 40;
/** A town of this size is meant even where its name is an ordinary word. */
const KNOWN_PEOPLE = 45_000;
/** A namesake over here of this size is asked about beside a city of the world: "Paris". */
const SMALL_CITY = 9000;
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
  const isAbroad = country !== undefined && !KNOWN_COUNTRIES.has(country);
  // "10115" is New York's, but not to somebody in Germany.
  const isOurs = isAbroad && placesOf(result).some(({ label }) => /\d/.test(label));
  if (result.kind !== 'unknown' && !isOurs) return result;
  const around = isOurs ? given.replace(/\d{5}(?:-\d{4})?/g, ' ') : aroundUnknownPostcode(given);
  if (around === undefined) return result;
  if (withoutFiller(plainWords(around).slice(0, MOST_WORDS)).length === 0) {
    return { kind: 'unknown', postcode: true };
  }
  return read(around, gazetteer, country);
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

function placesOf(result: PlaceResult): Place[] {
  if (result.kind === 'found') return [result.place];
  return result.kind === 'ambiguous' ? result.choices : [];
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
    there.length > 0
      ? there
      : [...(withState ? [] : largeLookalike(towns, key, gazetteer)), ...sensible(towns)];
  const [top, ...others] = candidates;
  if (!top) return { kind: 'unknown' };
  // Somebody whose device says Britain may well mean the other Boston.
  const [largest] = towns;
  if (there.length > 0 && !withState && largest && largest.people >= OUTSHINES * top.people) {
    return { kind: 'ambiguous', choices: [top, largest].map(placeOf) };
  }
  const rival = others.find((town) => apart(top, town) > SAME_PLACE_DEGREES);
  const isKnownAtHome = top.state === '' && others.some(({ state, people }) => state && people >= SMALL_CITY);
  const isNamedAbroad = there.length > 0 && top.state === '';
  const clear =
    !stateOnly && !isKnownAtHome && (rival === undefined || top.people >= OUTSHINES * rival.people);
  if (
    clear &&
    (withState || isNamedAbroad || !placeWords.worldCities.has(top.key)) &&
    !isLookalike(top, key, towns)
  ) {
    return { kind: 'found', place: placeOf(top) };
  }
  return { kind: 'ambiguous', choices: candidates.slice(0, 5).map(placeOf) };
}

/**
 * Durham in England comes to mind only where no larger Durham is nearer home, and of several abroad only those of
 * about the size of the largest. Home stands first, unless the largest abroad is far larger.
 */
function sensible(towns: readonly Town[]): Town[] {
  const home = towns.filter(({ state }) => state !== '');
  const [largest, ...abroad] = towns.filter(({ state }) => state === '');
  const atHome = home[0]?.people ?? 0;
  if (!largest || largest.people <= atHome) return home;
  if (home.length === 0) return [...towns];
  const elsewhere = [largest, ...abroad.filter(({ people }) => people * OUTSHINES > largest.people)];
  return largest.people >= OUTSHINES * atHome
    ? [...elsewhere.slice(0, 3), ...home]
    : [...home.slice(0, 1), ...elsewhere.slice(0, 2), ...home.slice(1)];
}

/** "Pittsburg" is a small town, but most who write it mean Pittsburgh: both are offered. */
function largeLookalike(towns: readonly Town[], key: string, gazetteer: Gazetteer): Town[] {
  const [top] = towns;
  if (!top || top.key !== key) return [];
  const [alike] = nearTowns(key.split(' '), gazetteer)?.towns ?? [];
  if (alike?.state === '' && top.people >= SMALL_CITY) return [];
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
