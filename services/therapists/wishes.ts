import type { MatchQuery } from './directory.js';
import { findWords } from './vocabulary/find-words.js';
import { insurers, modalities, specialties } from './vocabulary/vocabulary.js';
import { readCompared, readDistanceKm } from './wish-numbers.js';
import { WishText } from './wish-text.js';
import { wishWords } from './wishes-data.js';

/** What a message wishes of a therapist. Only what was said is in it. */
export type WishesRead = Partial<Omit<MatchQuery, 'near' | 'limit' | 'offset'>> & {
  more?: boolean;
  closer?: boolean;
  /** All wishes so far are taken back. */
  reset?: boolean;
  /** Positions in the list that was shown, from 1; empty: those that are shown. */
  compare?: number[];
};

/** No wish is longer; the rest of a longer message is not read. */
const LONGEST = 500;

/**
 * Reads wishes in a patient's own words: "women only", "speaks Spanish", "within 10 miles". A wish taken back
 * comes out as what wishes for nothing: gender or insurance "any", an empty list of languages.
 */
export function readWishes(message: string): WishesRead {
  const given = message.slice(0, LONGEST);
  const text = new WishText(given);
  const compare = text.has(wishWords.compare) ? readCompared(given) : undefined;
  if (compare) return { compare };
  if (text.is(wishWords.resetAlone) || text.has(wishWords.reset)) return { reset: true };

  const radiusKm = readDistanceKm(given);
  const wishes: WishesRead = {
    ...(radiusKm !== undefined && { radiusKm }),
    ...(asksFor(text, wishWords.more) && { more: true }),
    ...(radiusKm === undefined && asksFor(text, wishWords.closer) && { closer: true }),
    ...readGender(text),
    ...readLanguages(text),
    ...readInsurance(text),
    ...(text.take(wishWords.accepting) && { accepting: true }),
  };
  const offered = takeWords(text, modalities);
  const treated = readSpecialties(text);
  return {
    ...wishes,
    ...(offered.length > 0 && { modalities: offered }),
    ...(treated.length > 0 && { specialties: treated }),
  };
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
function takeWords(text: WishText, entries: typeof modalities | typeof specialties): string[] {
  const { ids } = findWords(entries, text.left);
  return ids.filter((id) => text.take(entries.find((entry) => entry.id === id)?.words ?? []));
}
