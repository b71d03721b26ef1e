import type { MatchQuery, Wish } from './directory.js';
import { findWords } from './vocabulary/find-words.js';
import {
  accessibility,
  insurers,
  modalities,
  specialties,
  type VocabularyWord,
} from './vocabulary/vocabulary.js';
import { readCompared, readDistanceKm, readsTravelTime } from './wish-numbers.js';
import { readPrice } from './wish-price.js';
import { WishText } from './wish-text.js';
import { wishWords } from './wishes-data.js';

/** What a message wishes of a therapist. Only what was said is in it. */
export type WishesRead = Partial<Omit<MatchQuery, 'near' | 'limit' | 'offset'>> & {
  more?: boolean;
  closer?: boolean;
  farther?: boolean;
  /** All wishes so far are taken back. */
  reset?: boolean;
  /** The place is to be asked for again as well. */
  searchAgain?: boolean;
  /** These wishes are taken back: "forget Aetna", "any price". */
  lifted?: Wish[];
  /** Less is to be paid, and it was not said how much. */
  cheaper?: boolean;
  /** A time to get there was named, which no distance tells. */
  travelTime?: boolean;
  /** Positions in the list that was shown, from 1; empty: those that are shown, or those named. */
  compare?: number[];
};

/** No wish is longer; the rest of a longer message is not read. */
const LONGEST = 500;

/**
 * Reads wishes in a patient's own words: "women only", "speaks Spanish", "within 10 miles". Gender, language and
 * insurance that do not matter come out as what wishes for nothing: "any", an empty list.
 * @param country where is searched, by which "$" is read.
 */
export function readWishes(message: string, { country }: { country?: string } = {}): WishesRead {
  const given = message.slice(0, LONGEST);
  const text = new WishText(given);
  if (text.has(wishWords.compare)) return { compare: readCompared(given) };
  if (text.has(wishWords.searchAgain)) return { searchAgain: true };
  if (text.is(wishWords.resetAlone) || text.has(wishWords.reset)) return { reset: true };
  const lifted = readTakenBack(text);
  if (lifted.length > 0) return { lifted };
  return readPlainWishes(given, text, country);
}

/** What is said of the list that was shown, rather than wished of a therapist. */
export interface ListWords {
  /** One of the list is to be shown again, if the message says which. */
  reaches: boolean;
  /** Positions in the list, from 1, that the message names. */
  positions: number[];
  /** It is nothing but a wish to call, to book, to find the way. */
  reachesAnyone: boolean;
  asksForBest: boolean;
  /** Something to search by that no directory holds. */
  notSearchable: boolean;
}

export function readListWords(message: string): ListWords {
  const given = message.slice(0, LONGEST);
  const text = new WishText(given);
  const reaches = text.has(wishWords.reach);
  return {
    reaches,
    positions: reaches ? readCompared(given) : [],
    reachesAnyone: text.is(wishWords.reachAlone),
    asksForBest: text.has(wishWords.best),
    notSearchable: text.has(wishWords.notSearchable),
  };
}

/** Whether a question asks for a therapist ("does anyone take Aetna?") and not for an answer of the guide. */
export function asksForSomeone(message: string): boolean {
  return new WishText(message.slice(0, LONGEST)).has(wishWords.aboutSomeone);
}

/** The message tells what a therapist should know of, and nothing of the patient: "who has treated sciatica". */
export function tellsOfTherapistOnly(message: string): boolean {
  const text = new WishText(message.slice(0, LONGEST));
  return text.has(wishWords.specialtyCues) && !text.has(wishWords.ofOneself);
}

function readPlainWishes(given: string, text: WishText, country: string | undefined): WishesRead {
  const radiusKm = readDistanceKm(given);
  const price = readPrice(given, country);
  const lifted = readLifted(text);
  const wishes: WishesRead = {
    ...(lifted.length > 0 && { lifted }),
    ...(radiusKm !== undefined && { radiusKm }),
    ...(asksFor(text, wishWords.more) && { more: true }),
    ...(radiusKm === undefined && asksFor(text, wishWords.closer) && { closer: true }),
    ...(radiusKm === undefined && asksFor(text, wishWords.farther) && { farther: true }),
    ...(price && { price }),
    ...(!price && asksFor(text, wishWords.cheaper) && { cheaper: true }),
    ...(radiusKm === undefined && !price && readsTravelTime(given) && { travelTime: true }),
    ...readGender(text),
    ...readLanguages(text),
    ...(text.take(wishWords.withoutReferral) && { withoutReferral: true }),
    ...readInsurance(text),
    ...(text.take(wishWords.accepting) && { accepting: true }),
  };
  const needed = takeWords(text, accessibility);
  const offered = takeWords(text, modalities);
  const treated = readSpecialties(text);
  return {
    ...wishes,
    ...(needed.length > 0 && { accessibility: needed }),
    ...(offered.length > 0 && { modalities: offered }),
    ...(treated.length > 0 && { specialties: treated }),
  };
}

/** "forget Aetna", "remove the distance", "does not have to speak Spanish". */
function readTakenBack(text: WishText): Wish[] {
  if (!text.has(wishWords.takeBack)) return [];
  text.take(wishWords.takeBack);
  const named = Object.entries(wishWords.wishNames).filter(([, names]) => text.take(names));
  const { lifted = [], ...rest } = readPlainWishes(text.left, new WishText(text.left), undefined);
  const wishes = Object.keys(rest).filter((name) => name in wishWords.wishNames);
  return [...new Set([...named.map(([wish]) => wish), ...lifted, ...wishes])] as Wish[];
}

/** "any price", "distance does not matter". */
function readLifted(text: WishText): Wish[] {
  return (Object.keys(wishWords.anyOther) as (keyof typeof wishWords.anyOther)[]).filter((wish) =>
    text.takeAnyway(wishWords.anyOther[wish]),
  );
}

/** One word asks only as the whole message ("more" is also in "more than"); several words ask anywhere. */
function asksFor(text: WishText, phrases: readonly string[]): boolean {
  return text.is(phrases) || text.take(phrases.filter((phrase) => phrase.includes(' ')));
}

function readGender(text: WishText): Pick<WishesRead, 'gender'> {
  if (text.take(wishWords.anyGender)) return { gender: 'any' };
  const genders = Object.entries(wishWords.gender);
  // "women only" before "men only": the longest words of all genders are read first.
  const said = genders
    .flatMap(([gender, { anywhere }]) => anywhere.map((phrase) => ({ gender, phrase })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
    .filter(({ phrase }) => text.take([phrase]));
  const found = new Set(said.map(({ gender }) => gender));
  for (const [gender, { alone }] of genders) if (text.is(alone)) found.add(gender);
  const [gender] = found;
  return found.size === 1 && gender !== undefined ? { gender } : {};
}

function readLanguages(text: WishText): Pick<WishesRead, 'languages'> {
  if (text.take(wishWords.anyLanguage)) return { languages: [] };
  const named = Object.entries(wishWords.languages);
  const alone = !text.is(wishWords.languageNotAlone);
  const cues = { before: wishWords.languageBefore, after: wishWords.languageAfter, alone };
  const take = () => named.filter(([, names]) => text.takeWithCue(names, cues)).map(([code]) => code);
  // Twice: in "Spanish or French" a language can be the cue for one that comes earlier in the list.
  const languages = [...take(), ...take()];
  return languages.length > 0 ? { languages: [...new Set(languages)] } : {};
}

function readInsurance(text: WishText): Pick<WishesRead, 'insurance'> {
  if (text.has(wishWords.anyInsurance)) {
    text.take(wishWords.anyInsurance);
    return { insurance: 'any' };
  }
  const [insurance] = takeWords(text, insurers);
  return insurance === undefined ? {} : { insurance };
}

function readSpecialties(text: WishText): string[] {
  const cued = text.has(wishWords.specialtyCues);
  const onlyThat = !text.is(wishWords.specialtyNotAlone);
  if (!cued && !onlyThat) return [];
  const found = takeWords(text, specialties);
  return cued || text.isSpent ? found : [];
}

/** Ids that the text names, in the order of mention, and takes them out; not those that are negated. */
function takeWords(text: WishText, entries: readonly VocabularyWord[]): string[] {
  const { ids } = findWords(entries, text.left);
  return ids.filter((id) => text.take(entries.find((entry) => entry.id === id)?.words ?? []));
}
