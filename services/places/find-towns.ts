import type { Gazetteer, Town } from './gazetteer.js';
import { placeWords, type State, states } from './place-words.js';
import { typosBetween } from './typos.js';

/** Towns that a text can mean, and whether it named their state as well. */
export interface Found {
  towns: readonly Town[];
  withState: boolean;
  /** Only a state was named: these are its largest towns. */
  stateOnly?: boolean;
}

/** Words of the longest state name: "newfoundland and labrador", "northern mariana islands". */
const STATE_WORDS = 3;
/** A bare word is a typo of a town only where the town is of some size. */
const TYPO_PEOPLE = 30_000;
/** A name shared by a state means the town only where the town is as well known: New York, Washington. */
const OUTSHINES_STATE = 400_000;
/** "ok", "me" and "in" are states as well. */
const SHORTEST_BARE_STATE = 4;

/** Towns that these words name letter by letter: "austin tx", "texas austin", "nyc", or a state's largest. */
export function exactTowns(given: readonly string[], gazetteer: Gazetteer): Found | undefined {
  const key = placeWords.nicknames.get(given.join(' ')) ?? given.join(' ');
  const words = key.split(' ');
  for (const { state, rest } of stateSplits(words)) {
    const town = placeWords.nicknames.get(rest) ?? rest;
    const towns = townsIn(gazetteer, town, state);
    if (towns.length > 0) return { towns, withState: true };
  }
  const towns = gazetteer.townsNamed(key);
  const state = key.length < SHORTEST_BARE_STATE ? undefined : states.get(key);
  if (state && (towns[0]?.people ?? 0) < OUTSHINES_STATE) {
    return { towns: gazetteer.townsOf(state.code).slice(0, 5), withState: false, stateOnly: true };
  }
  return towns.length > 0 ? { towns, withState: false } : undefined;
}

/** As `exactTowns`, with one letter wrong in a short name and two in a long one. */
export function nearTowns(words: readonly string[], gazetteer: Gazetteer): Found | undefined {
  for (const { state, rest } of stateSplits(words)) {
    const towns = alike(rest, gazetteer.townsOf(state.code));
    if (towns.length > 0) return { towns, withState: true };
  }
  const key = words.join(' ');
  if (key.length < 5) return undefined;
  const towns = alike(
    key,
    gazetteer.townsFrom(key.charAt(0)).filter(({ people }) => people >= TYPO_PEOPLE),
  );
  return towns.length > 0 ? { towns, withState: false } : undefined;
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

/** Each way to read the words as a town and a state, in either order. */
function stateSplits(words: readonly string[]): { state: State; rest: string }[] {
  const splits: { state: State; rest: string }[] = [];
  for (let count = Math.min(STATE_WORDS, words.length - 1); count > 0; count--) {
    const behind = states.get(words.slice(-count).join(' '));
    if (behind) splits.push({ state: behind, rest: words.slice(0, -count).join(' ') });
    const first = words.slice(0, count).join(' ');
    // "in Boston", "or Portland": the code of a state ahead of a town is mostly a word.
    const ahead = CODES_THAT_ARE_WORDS.has(first) ? undefined : states.get(first);
    if (ahead) splits.push({ state: ahead, rest: words.slice(count).join(' ') });
  }
  return splits;
}

function townsIn(gazetteer: Gazetteer, name: string, state: State): Town[] {
  return gazetteer
    .townsNamed(name)
    .filter((town) => town.state === state.code && town.country === state.country);
}
