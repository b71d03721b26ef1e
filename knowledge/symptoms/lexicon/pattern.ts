import { CodedError } from '../../coded-error.js';

/** Word classes: a name, and its entries of one or more words. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** One place in a pattern. */
interface PatternPart {
  /** What may stand here: words, and word classes as `<calf>`. */
  choices: readonly string[];
  /** Tells parts with the same choices from others; the same for all of them. */
  key: string;
  optional: boolean;
  /** How many other words may stand before it; `undefined` leaves it to the reader. */
  gap?: { least: number; most: number };
}

export interface Pattern {
  parts: readonly PatternPart[];
  /** The parts stand in this order. */
  ordered: boolean;
  /** Nothing stands between the parts. */
  adjacent: boolean;
}

const TOKEN = /\{\s*(\d+)\s*,\s*(\d+)\s*\}|\[[^\]]+\]|[^\s[\]{}]+/g;

/** What is alike in all parts written alike: `<calf>` is read once, not for each of its thousand phrases. */
type PartWords = Pick<PatternPart, 'choices' | 'key'>;

/** A reader of phrases over some word classes. */
export interface PatternParser {
  /** @throws CodedError LEXICON_PHRASE_INVALID that names the phrase and what is wrong with it */
  parse(phrase: string): Pattern;
}

/** Before a word that counts in just this form: "=fitting" is not found in "fit as a fiddle". */
export const AS_WRITTEN = '=';

/** Reads phrases: words, `"exact order"`, `=form`, `<class>`, `a|b|two_words`, `[optional]`, `{0,6}` for a gap. */
export function patternParser(classes: WordClasses): PatternParser {
  const seen = new Map<string, PartWords>();

  function wordsOf(token: string, phrase: string): PartWords {
    let words = seen.get(token);
    if (!words) {
      words = readPart(token, phrase, classes);
      seen.set(token, words);
    }
    return words;
  }

  return { parse: (phrase) => parsePattern(phrase, wordsOf) };
}

function parsePattern(phrase: string, wordsOf: (token: string, phrase: string) => PartWords): Pattern {
  const trimmed = phrase.trim();
  const adjacent = trimmed.startsWith('"');
  if (adjacent && !(trimmed.length > 2 && trimmed.endsWith('"'))) {
    throw invalid(phrase, 'begins with a double quote but does not end with one');
  }
  const stray = trimmed.replaceAll(TOKEN, ' ').match(/[[\]{}]/);
  if (stray) throw invalid(phrase, `has a stray ${stray[0]}`);
  const parts: PatternPart[] = [];
  let gap: PatternPart['gap'];
  let ordered = adjacent;
  const add = (word: string, optional: boolean) => {
    const { choices, key } = wordsOf(word, phrase);
    parts.push(gap ? { choices, key, optional, gap } : { choices, key, optional });
    gap = undefined;
  };
  for (const found of (adjacent ? trimmed.slice(1, -1) : trimmed).matchAll(TOKEN)) {
    const token = found[0];
    if (token.startsWith('{')) {
      gap = { least: Number(found[1]), most: Number(found[2]) };
      if (gap.least > gap.most || gap.most > 12)
        throw invalid(phrase, `${token} must rise and end at 12 at most`);
      ordered = true;
    } else if (token.startsWith('[')) {
      for (const word of token.slice(1, -1).split(/\s+/).filter(Boolean)) add(word, true);
    } else add(token, false);
  }
  if (gap) throw invalid(phrase, 'ends with a gap; a gap stands between two words');
  if (parts.every((part) => part.optional)) throw invalid(phrase, 'has no word that must be there');
  return { parts, ordered, adjacent };
}

function readPart(token: string, phrase: string, classes: WordClasses): PartWords {
  if (/[()]/.test(token))
    throw invalid(
      phrase,
      `"${token}" has a bracket; alternatives of several words are joined by underscores: a|two_words`,
    );
  if (/^\||\|$|\|\|/.test(token))
    throw invalid(phrase, `"${token}" has a | without a word on either side; write a|b without spaces`);
  const choices = token.split('|').filter(Boolean).map(asWords);
  if (choices.length === 0) throw invalid(phrase, `"${token}" names no word`);
  for (const choice of choices) {
    if (choice.startsWith(AS_WRITTEN) && !/^=[a-z]+$/.test(choice)) {
      throw invalid(phrase, `"${choice}" asks for a form, which is one word in small letters: =fitting`);
    }
    if (choice.startsWith('<') && !(choice.endsWith('>') && classes[choice.slice(1, -1)])) {
      throw invalid(phrase, `there is no word class ${choice}; classes are in lexicon/classes*.yaml`);
    }
  }
  return { choices, key: choices.length === 1 ? (choices[0] ?? '') : choices.toSorted().join('|') };
}

/** A choice of several words is written with underscores, as a blank would end the part. */
function asWords(choice: string): string {
  return choice.startsWith('<') ? choice : choice.replaceAll('_', ' ');
}

function invalid(phrase: string, what: string): CodedError {
  return new CodedError('LEXICON_PHRASE_INVALID', `phrase ${JSON.stringify(phrase)}: ${what}`);
}
