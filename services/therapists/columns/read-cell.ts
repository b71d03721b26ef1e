import { remembered } from '../../../knowledge/remembered.js';
import { plain } from '../match/wanted.js';
import { spaced } from '../vocabulary/find-words.js';
import { insurers, modalities, specialties, type VocabularyWord } from '../vocabulary/vocabulary.js';
import { wishWords } from '../wishes-data.js';
import { languageName } from '../words.js';
import { type CellKind, sheet } from './columns.js';
import { saysUnknown, unguarded } from './guard.js';

/**
 * A cell's value as the record wants it; undefined where nothing is known. What cannot be read stays text, and
 * the record's own check says what is wrong with it. `country` decides what a bare date or postcode means.
 */
export function readCell(cell: string, kind: CellKind, country = 'US'): unknown {
  const text = cell.trim();
  return saysUnknown(text) ? undefined : READERS[kind](unguarded(text), country);
}

/** The lists of a column repeat themselves from row to row. */
const SHEET_VALUES = 2000;

const READERS: Record<CellKind, (text: string, country: string) => unknown> = {
  text: (text) => text,
  words: (text) => parts(text).map(plain),
  specialties: remembered((text) => idsIn(text, SPECIALTIES), SHEET_VALUES),
  modalities: remembered((text) => idsIn(text, MODALITIES), SHEET_VALUES),
  insurance: remembered((text) => idsIn(text, INSURERS), SHEET_VALUES),
  experience: (text) => parts(text).map(experienceOf),
  languages: remembered((text) => parts(text).map(languageOf), SHEET_VALUES),
  gender: (text) => GENDERS.get(text.toLowerCase()) ?? text,
  country: (text) => COUNTRIES.get(text.toLowerCase()) ?? text,
  // Spreadsheets take the leading zero of a ZIP code for nothing.
  postcode: (text, country) => (country === 'US' && /^\d{3,4}$/.test(text) ? text.padStart(5, '0') : text),
  // "(617) 555-0142": a number begins with a digit.
  phone: (text) => text.replace(/^\((\d+)\)[ -]*/, '$1-'),
  address: (text) => (/^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : text),
  number: numberOf,
  'yes or no': (text) => YES_OR_NO.get(text.toLowerCase()) ?? text,
  date: dateOf,
  time: (text, country) => {
    const date = dateOf(text, country);
    return /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : text;
  },
  json: jsonOf,
};

function parts(text: string): string[] {
  return text
    .split(/[;,|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function idsIn(text: string, ids: ReadonlyMap<string, string>): string[] {
  return [...new Set(parts(text).map((part) => idOf(ids, part)))];
}

function idOf(ids: ReadonlyMap<string, string>, text: string): string {
  return ids.get(spaced(text)) ?? plain(text);
}

/** A vocabulary by id, label and the words that people use. */
function idsOf(entries: readonly VocabularyWord[]): ReadonlyMap<string, string> {
  // The entry's own id and label come last, so that they win over another's word.
  const named = entries.flatMap(({ id, words }) => words.map((word) => [spaced(word), id] as const));
  const own = entries.flatMap(({ id, label }) => [id, label].map((name) => [spaced(name), id] as const));
  return new Map([...named, ...own]);
}

const SPECIALTIES = idsOf(specialties);
const MODALITIES = idsOf(modalities);
const INSURERS = idsOf(insurers);
const GENDERS = inverted(sheet.gender);
const COUNTRIES = inverted(sheet.countries);
const LANGUAGES = inverted(wishWords.languages);
const YES_OR_NO = new Map([
  ...sheet.yes.map((word) => [word, true] as const),
  ...sheet.no.map((word) => [word, false] as const),
]);

function inverted(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([id, all]) => all.map((word) => [word, id] as const)));
}

/** "es" of "Spanish", "es-MX" of "es-MX". */
function languageOf(text: string): string {
  const word = spaced(text).trim();
  const code = LANGUAGES.get(word);
  if (code !== undefined) return code;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return text;
  const canonical = text.replace(/^[^-]+/, (base) => base.toLowerCase());
  return languageName(canonical) === canonical ? text : canonical;
}

/** "neck-pain: 9". */
function experienceOf(text: string): unknown {
  const [, specialty = '', years = ''] = /^(.*?)\s*[:=(]\s*([\d.]+)\s*(?:y\w*)?\)?$/i.exec(text) ?? [];
  return specialty === '' ? text : { specialty: idOf(SPECIALTIES, specialty), years: Number(years) };
}

const DIGITS = /^-?\d+(\.\d+)?$/;

/** "$1,250.50" too; "90,50" is left alone, since it may be either. */
function numberOf(text: string): number | string {
  if (DIGITS.test(text)) return Number(text);
  const digits = text.replace(/^[$£€]\s*|^(-)\s*[$£€]\s*/, '$1').replace(/,(?=\d{3}(?:[,.]|$))/g, '');
  return DIGITS.test(digits) ? Number(digits) : text;
}

/** ISO, or month/day/year as spreadsheets in the United States write it; elsewhere it may be the other way round. */
function dateOf(text: string, country: string): string {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year && country === 'US' ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
