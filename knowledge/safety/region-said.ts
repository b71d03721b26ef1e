import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';

const namesSchema = z.record(z.string().regex(/^[A-Z]{2}$/), z.array(z.string()).nonempty());
const fileSchema = z.strictObject({ countries: namesSchema, cities: namesSchema });

interface PlaceName {
  region: string;
  name: string;
}

/** Written so, they are the country; "us" and "in" are words. */
const CAPITALS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[^\p{L}.])(?:US|U\.S\.(?:A\.)?)(?![\p{L}])/u, 'US'],
  [/(?:^|[^\p{L}.])U\.K\.(?![\p{L}])/u, 'GB'],
];
/** The words just before a place by which somebody says that they are there. */
const IS_THERE =
  /(?:(?:\b(?:i|we)(?:'m| am|'re| are)|\bim|\blive|\blives|\bliving|\bbased|\blocated|\bstaying|\bcalling|\bwriting|\bhere|\bcurrently|\bnow|\bresident)\s+(?:(?:currently|now|here|right now|both|all)\s+)?(?:in|from|near|at|outside|around|just outside)\s+|\b(?:live|living)\s+|\blocation\s*(?:is|:)\s*)(?:the\s+|central\s+|north\s+|south\s+|east\s+|west\s+|downtown\s+|greater\s+)?$/;
/** A place somebody else is in, or the patient no longer is. */
const ELSEWHERE =
  /\b(?:was|were|used to|flew|flight|flying|trip|holiday|vacation|back|returned|going|go|went|moving|born|next|will|planning|mother|father|mum|mom|dad|sister|brother|friend|son|daughter)\b/;

/** Words that leave a clause "little but the place". */
const FILLER = new Set([
  'hi',
  'hello',
  'in',
  'the',
  'here',
  'please',
  'central',
  'north',
  'south',
  'east',
  'west',
  'we',
  'i',
  'm',
  'am',
  'are',
  'it',
  's',
  'is',
  'near',
]);

let loaded: { countries: PlaceName[]; cities: PlaceName[] } | undefined;

/**
 * The region a message says the patient is in: "I'm in London", "UK", "Sydney, Australia". A place that is
 * only mentioned ("a flight from Sydney") says nothing. A country stands above a city: "London, Ontario".
 * @returns a region code of emergency-numbers.yaml.
 */
export function regionSaid(text: string): string | undefined {
  loaded ??= readNames();
  const clauses = text
    .slice(0, 2000)
    .split(/(?<!\b[A-Za-z])\.(?=\s|$)|[!?;\n]|,\s+(?=(?:and|but|my|i)\b)|\bbut\b/i);
  const found = (names: PlaceName[]) => clauses.flatMap((clause) => regionIn(clause, names))[0];
  return found(loaded.countries) ?? clauses.flatMap(byCapitals)[0] ?? found(loaded.cities);
}

function regionIn(clause: string, names: readonly PlaceName[]): string[] {
  const said = clause.toLowerCase().replaceAll('’', "'").trim();
  for (const { name, region } of names) {
    for (const at of places(said, name)) {
      if (isWhereTheyAre(said, at, at + name.length)) return [region];
    }
  }
  return [];
}

function byCapitals(clause: string): string[] {
  return CAPITALS.flatMap(([pattern, region]) => {
    const found = pattern.exec(clause);
    if (!found) return [];
    const said = clause.toLowerCase().replaceAll('’', "'");
    const start = found.index + found[0].search(/U/);
    return isWhereTheyAre(said, start, found.index + found[0].length) ? [region] : [];
  });
}

/** Either the clause is little but the place, or it says that they are there. */
function isWhereTheyAre(said: string, start: number, end: number): boolean {
  const before = said.slice(0, start);
  const rest = `${before} ${said.slice(end)}`;
  const otherWords = rest.match(/[\p{L}\d]+/gu) ?? [];
  if (ELSEWHERE.test(before)) return false;
  if (IS_THERE.test(before)) return true;
  // "Sydney, Australia": what stands before the last comma is a place within the place.
  const comma = before.lastIndexOf(',');
  if (comma >= 0 && before.slice(comma + 1).trim() === '') {
    const within = before.slice(0, comma);
    if (
      /\b(?:in|near|from|live|living)\s+(?:[\p{L}'-]+\s*){1,3}$/u.test(within) &&
      !/\bfrom\s+\S+$/.test(within)
    )
      return true;
    return otherWords.length <= 3;
  }
  return otherWords.every((word) => FILLER.has(word));
}

function places(said: string, name: string): number[] {
  const found: number[] = [];
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    const letter = /[\p{L}\d]/u;
    if (!letter.test(said[at - 1] ?? '') && !letter.test(said[at + name.length] ?? '')) found.push(at);
  }
  return found;
}

function readNames(): { countries: PlaceName[]; cities: PlaceName[] } {
  const file = readDataFile(projectPath('knowledge', 'safety', 'region-names.yaml'), fileSchema);
  const list = (names: Record<string, string[]>) =>
    Object.entries(names)
      .flatMap(([region, all]) => all.map((name) => ({ region, name })))
      .sort((a, b) => b.name.length - a.name.length);
  return { countries: list(file.countries), cities: list(file.cities) };
}
