/**
 * English stems after Porter2 (the Snowball project's "English" stemmer): "massages", "massaged" and "massaging"
 * become one term. Expects lower case. Words that hold anything but a to z and apostrophes come back as they are.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z']+$/.test(word)) return word;
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;

  let stemmed = markConsonantY(word.replace(/^'/, ''));
  const region1 = startOfRegion1(stemmed);
  const region2 = regionAfter(stemmed, region1);
  stemmed = stemmed.replace(/'s'$|'s$|'$/, '');
  stemmed = dropPlural(stemmed);
  if (STOPS_AFTER_PLURAL.has(stemmed)) return stemmed;
  stemmed = dropPastOrGerund(stemmed, region1);
  stemmed = stemmed.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
  stemmed = replaceLongest(stemmed, DERIVATIONS, region1);
  stemmed = replaceLongest(stemmed, ADJECTIVES, region1, region2);
  stemmed = dropSuffix(stemmed, region2);
  return dropFinalLetter(stemmed, region1, region2).replaceAll('Y', 'y');
}

const IRREGULAR = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [
    word,
    word,
  ]),
]);

const STOPS_AFTER_PLURAL = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '));

/** Suffix, replacement, and where there is one a pattern that what stands before the suffix must match. */
type Rule = readonly [suffix: string, replacement: string, before?: RegExp];

const DERIVATIONS: readonly Rule[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og', /l$/],
  ['li', '', /[cdeghkmnrt]$/],
];

const ADJECTIVES: readonly Rule[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const SUFFIXES = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'.split(' ');

/** A "y" that sounds as a consonant (first, or after a vowel) is written "Y", so that it is not taken for a vowel. */
function markConsonantY(word: string): string {
  return word.replace(/^y/, 'Y').replace(/(?<=[aeiouy])y/g, 'Y');
}

/** The first region begins after the first consonant that follows a vowel; some prefixes are fixed. */
function startOfRegion1(word: string): number {
  const prefix = /^(gener|commun|arsen)/.exec(word);
  return prefix ? prefix[0].length : regionAfter(word, 0);
}

function regionAfter(word: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return match ? from + match.index + 2 : word.length;
}

function dropPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[sd]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/[us]s$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function dropPastOrGerund(word: string, region1: number): string {
  const long = /eed(ly)?$/.exec(word);
  if (long) return long.index >= region1 ? `${word.slice(0, long.index)}ee` : word;
  const ending = /(ed|ing)(ly)?$/.exec(word);
  if (!ending) return word;
  const rest = word.slice(0, ending.index);
  if (!/[aeiouy]/.test(rest)) return word;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return isShort(rest, region1) ? `${rest}e` : rest;
}

function replaceLongest(word: string, rules: readonly Rule[], region1: number, region2?: number): string {
  for (const [suffix, replacement, before] of rules) {
    if (!word.endsWith(suffix)) continue;
    const start = word.length - suffix.length;
    const region = suffix === 'ative' ? (region2 ?? region1) : region1;
    if (start < region || (before && !before.test(word.slice(0, start)))) return word;
    return word.slice(0, start) + replacement;
  }
  return word;
}

function dropSuffix(word: string, region2: number): string {
  const suffix = SUFFIXES.find((candidate) => word.endsWith(candidate));
  if (suffix === undefined) return word;
  const start = word.length - suffix.length;
  if (start < region2 || (suffix === 'ion' && !/[st]$/.test(word.slice(0, start)))) return word;
  return word.slice(0, start);
}

function dropFinalLetter(word: string, region1: number, region2: number): string {
  const last = word.length - 1;
  const rest = word.slice(0, last);
  if (word.endsWith('e') && (last >= region2 || (last >= region1 && !endsInShortSyllable(rest)))) return rest;
  return word.endsWith('ll') && last >= region2 ? rest : word;
}

function isShort(word: string, region1: number): boolean {
  return region1 >= word.length && endsInShortSyllable(word);
}

function endsInShortSyllable(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word);
}
