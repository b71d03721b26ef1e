import type { Place } from '../../services/places/places.js';
import { matchChoice } from '../choices/match-choice.js';
import { say } from '../phrases/phrases.js';
import { remember } from '../record/trail.js';
import type { Turn } from '../turn/turn.js';
import type { Choice } from '../views/view.js';
import { keepSearch, startSearch } from './search.js';

export async function askPlace(turn: Turn): Promise<void> {
  const again = turn.record.attempts > 0;
  await turn.show({
    kind: 'question',
    id: 'place',
    text: say(again ? 'therapists.place_again' : 'therapists.place'),
    why: say('anytime.why', { why: say('therapists.place_why') }),
  });
}

export async function askWhichPlace(turn: Turn, places: Place[]): Promise<void> {
  await turn.show({
    kind: 'question',
    id: 'place_choice',
    text: say('therapists.place_which'),
    choices: places.map(choiceOf),
  });
}

/** One of the namesakes was chosen, or their state or country named: "2", "IL", "the one in Illinois". */
export async function choosePlace(turn: Turn, places: Place[]): Promise<boolean> {
  const chosen = matchChoice(turn.words, places.map(choiceOf))?.value;
  const place =
    places.find((_, index) => chosen === choiceValue(index)) ??
    (await turn.services.places.among(turn.utterance.text, places));
  if (place) setPlace(turn, place);
  return place !== undefined;
}

/** Looks the words up as a place; false where they are none. */
export async function findPlace(turn: Turn, words: string): Promise<boolean> {
  const country = countryOf(turn.locale);
  const result = await turn.services.places.find(words, country === undefined ? {} : { country });
  if (result.kind === 'unknown') {
    if (!result.postcode) return false;
    turn.record.attempts = 0;
    await turn.say('therapists.place_postcode');
    return true;
  }
  if (result.kind === 'found') setPlace(turn, result.place);
  else turn.record.placeChoices = result.choices;
  return true;
}

/** Asks for a place again, and keeps the wishes. */
export function forgetPlace({ record }: Turn): void {
  if (record.place) keepSearch(record);
  delete record.place;
  delete record.placeChoices;
  record.attempts = 0;
}

function setPlace({ record }: Turn, place: Place): void {
  // After "another place" the search before it is kept already, and one step back leads there.
  if (record.place) keepSearch(record);
  else if (record.trail.at(-1) !== 'search') remember(record, 'place');
  record.place = place;
  record.attempts = 0;
  delete record.placeChoices;
  startSearch(record);
}

/**
 * The country of a locale that names one, other than the United States: many clients say "en-US" of everybody, so
 * that it tells nothing.
 */
function countryOf(locale: string): string | undefined {
  const country = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$/i.exec(locale)?.[1]?.toUpperCase();
  return country === 'US' ? undefined : country;
}

function choiceOf(place: Place, index: number): Choice {
  return { value: choiceValue(index), label: place.label };
}

function choiceValue(index: number): string {
  return `place_${'abcdefghij'.charAt(index)}`;
}
