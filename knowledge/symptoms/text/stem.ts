import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries(
    readDataFile(
      projectPath('knowledge', 'symptoms', 'text', 'irregular-words.yaml'),
      z.record(z.string(), z.array(z.coerce.string())),
    ),
  ).flatMap(([stem, forms]) => [stem, ...forms].map((form) => [form, stem] as const)),
);

/**
 * The stem under which all forms of a word meet: plurals, -ing, -ed and -ness come off, irregular forms
 * are looked up. A stem is a key, not always a word: "bruises", "bruised" and "bruising" are "bruis".
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || word.length > 30 || !/^[a-z]+$/.test(word)) return word;
  const singular = withoutPlural(word);
  const again = singular === word ? undefined : irregular.get(singular);
  if (again !== undefined) return again;
  const base = withoutEnding(singular, 'ness') ?? withoutVerbEnding(singular) ?? singular;
  return irregular.get(base) ?? withoutFinalVowel(base);
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^suio]s$/.test(word) || /(?:oe|[aeo]o)s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string, ending: string): string | undefined {
  const base = word.slice(0, -ending.length);
  return word.endsWith(ending) && base.length >= 3 && /[aeiouy]/.test(base) ? base : undefined;
}

function withoutVerbEnding(word: string): string | undefined {
  if (word.endsWith('eed')) return undefined;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  const base = withoutEnding(word, 'ing') ?? withoutEnding(word, 'ed');
  if (base === undefined) return undefined;
  const last = base.at(-1);
  if (last === base.at(-2) && last !== undefined && !'lsz'.includes(last)) return base.slice(0, -1);
  // "moving" and "noted" lost an e; "moving" must not become "mov", nor "noted" the word "not".
  return base.length === 3 && /^[^aeiou][aeiou][^aeiouwxy]$/.test(base) ? `${base}e` : base;
}

function withoutFinalVowel(word: string): string {
  if (word.endsWith('e') && word.length > 4) return word.slice(0, -1);
  if (word.endsWith('y') && word.length > 3 && !/[aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  return word;
}
