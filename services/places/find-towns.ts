import { isEnglishWord } from '../../knowledge/symptoms/text/english-words.js';
import { cityNames, wordsAndCities } from './countries.js';
import type { Town } from './gather-places.js';
import type { Gazetteer, Region } from './gazetteer.js';
import { placeWords, states } from './place-words.js';
import { typosBetween } from './typos.js';

/** Towns that a text can mean, and whether it named their state (abroad: their country) as well. */
export interface Found {
  towns: readonly Town[];
  withState: boolean;
  /** Only a state was named: these are its largest towns. */
  stateOnly?: boolean;
}

/** Words of the longest state name: "newfoundland and labrador", "northern mariana islands". */
const STATE_WORDS = 3;
/** A bare word is a typo of a town only where the town is of some size; abroad it must be a city. */
const TYPO_PEOPLE = 30_000;
const TYPO_PEOPLE_ABROAD = 500_000;
/** A name shared by a state means the town only where the town is as well known: New York, Washington. */
const OUTSHINES_STATE = 400_000;
/** "ok", "me" and "in" are states as well. */
const SHORTEST_BARE_STATE = 4;

/** Towns that these words name letter by letter: "austin tx", "texas austin", "nyc", or a state's largest. */
export function exactTowns(given: readonly string[], gazetteer: Gazetteer): Found | undefined {
  const key = otherName(given.join(' '));
  const words = key.split(' ');
  for (const { region, rest } of regionSplits(words, gazetteer)) {
    const towns = townsIn(gazetteer, otherName(rest), region);
    if (towns.length > 0) return { towns, withState: true };
  }
  const towns = gazetteer.townsNamed(key).filter((town) => !isOnlyAWord(town));
  const state = key.length < SHORTEST_BARE_STATE ? undefined : states.get(key);
  if (state && (towns[0]?.people ?? 0) < OUTSHINES_STATE) {
    return largestOf({ state: state.code, country: state.country }, gazetteer);
  }
  const [country] = key.length < SHORTEST_BARE_STATE ? [] : gazetteer.regionsNamed(key);
  if (country && !state && !towns.some((town) => town.country === country.country)) {
    const { towns: largest } = largestOf(country, gazetteer);
    return { towns: [...largest.slice(0, 3), ...towns], withState: false, stateOnly: true };
  }
  return towns.length > 0 ? { towns, withState: false } : undefined;
}

/** As `exactTowns`, with one letter wrong in a short name and two in a long one. */
export function nearTowns(words: readonly string[], gazetteer: Gazetteer): Found | undefined {
  for (const { region, rest } of regionSplits(words, gazetteer)) {
    const towns = alike(rest, gazetteer.townsOf(region));
    if (towns.length > 0) return { towns, withState: true };
  }
  const key = words.join(' ');
  if (key.length < 5) return undefined;
  const fewestAbroad = key.length < 6 || isEnglishWord(key) ? Number.POSITIVE_INFINITY : TYPO_PEOPLE_ABROAD;
  const known = gazetteer
    .townsFrom(key.charAt(0))
    .filter(({ people, state }) => people >= (state === '' ? fewestAbroad : TYPO_PEOPLE));
  const keys = new Set(alike(key, known).map((town) => town.key));
  const towns = [...keys].flatMap((name) => gazetteer.townsNamed(name));
  return towns.length > 0 ? { towns, withState: false } : undefined;
}

/** "nice", "most" and "man" are towns abroad, which nobody means without the country. */
function isOnlyAWord({ key, state }: Town): boolean {
  return state === '' && isEnglishWord(key) && !wordsAndCities.has(key);
}

function otherName(key: string): string {
  return placeWords.nicknames.get(key) ?? cityNames.get(key) ?? key;
}

function largestOf(region: Region, gazetteer: Gazetteer): Found {
  return { towns: gazetteer.townsOf(region).slice(0, 5), withState: false, stateOnly: true };
}

function alike(key: string, towns: readonly Town[]): Town[] {
  if (key.length < 4) return [];
  const most = key.length < 8 ? 1 : 2;
  const near = towns
    .map((town) => ({ town, typos: typosBetween(key, town.key, most) }))
    .filter(({ typos }) => typos <= most);
  const fewest = Math.min(...near.map(({ typos }) => typos));
  return near.filter(({ typos }) => typos === fewest).map(({ town }) => town);
}

const CODES_THAT_ARE_WORDS = new Set(['in', 'or', 'me', 'ok', 'hi', 'oh']);

/** Each way to read the words as a town and a state or country, in either order. */
function regionSplits(words: readonly string[], gazetteer: Gazetteer): { region: Region; rest: string }[] {
  const splits: { region: Region; rest: string }[] = [];
  for (let count = Math.min(STATE_WORDS, words.length - 1); count > 0; count--) {
    for (const region of gazetteer.regionsNamed(words.slice(-count).join(' '))) {
      splits.push({ region, rest: words.slice(0, -count).join(' ') });
    }
    const first = words.slice(0, count).join(' ');
    // "in Boston", "or Portland": the code of a state ahead of a town is mostly a word.
    if (CODES_THAT_ARE_WORDS.has(first)) continue;
    for (const region of gazetteer.regionsNamed(first))
      splits.push({ region, rest: words.slice(count).join(' ') });
  }
  return splits;
}

function townsIn(gazetteer: Gazetteer, name: string, { state, country }: Region): Town[] {
  return gazetteer.townsNamed(name).filter((town) => town.state === state && town.country === country);
}
