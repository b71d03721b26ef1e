import type { MatchQuery, Wish } from '../../services/therapists/directory.js';
import { specialtiesFor } from '../../services/therapists/specialties.js';
import type { WishesRead } from '../../services/therapists/wishes.js';
import type { PatientRecord, Wishes } from '../record/record.js';
import { remember } from '../record/trail.js';

/** "Closer" looks no further than half as far as before, "further" twice; in kilometres. */
const NEAREST_KM = 5;
const FARTHEST_KM = 500;
const FIRST_KM = 16;
/** So many earlier searches "back" can return to. */
const MOST_EARLIER = 10;

/** What the record asks of the directory; undefined as long as no place is known. */
export function queryOf(record: PatientRecord): MatchQuery | undefined {
  const { place, wishes, report } = record;
  if (!place) return undefined;
  const specialties = specialtiesFor(report);
  return { near: place, ...(specialties.length > 0 && { specialties }), ...wishes };
}

/** A changed place or wish begins the list anew. */
export function startSearch(record: PatientRecord): void {
  record.offset = 0;
  record.searching = true;
  record.shown = [];
}

/** Keeps the search as it is, for "back", before it is changed. */
export function keepSearch(record: PatientRecord): void {
  const { place, wishes } = record;
  record.earlier = [...(record.earlier ?? []), { ...(place && { place }), wishes }].slice(-MOST_EARLIER);
  remember(record, 'search');
}

export function changeWishes(record: PatientRecord, wishes: Wishes): void {
  keepSearch(record);
  record.wishes = wishes;
  startSearch(record);
}

/** The wishes with what a message adds and takes back. A pure function. */
export function withWishes(wishes: Wishes, read: WishesRead, searchedKm = FIRST_KM): Wishes {
  const {
    more,
    closer,
    farther,
    reset,
    searchAgain,
    compare,
    cheaper,
    travelTime,
    lifted = [],
    ...added
  } = read;
  if (reset) return {};
  const all: Wishes = { ...wishes, ...added };
  if (closer) all.radiusKm = Math.max(NEAREST_KM, Math.round(searchedKm / 2));
  if (farther) all.radiusKm = Math.min(FARTHEST_KM, Math.round(searchedKm * 2));
  const kept = Object.entries(all).filter(
    ([wish, value]) => !lifted.includes(wish as Wish) && !wishesForNothing(value),
  );
  // The complaint asks for a specialty by itself: only an empty list says that none is wanted.
  return { ...Object.fromEntries(kept), ...(lifted.includes('specialties') && { specialties: [] }) };
}

function wishesForNothing(value: unknown): boolean {
  return value === 'any' || (Array.isArray(value) && value.length === 0);
}
