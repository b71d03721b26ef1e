import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import { stem } from './stem.js';
import { wordsOf } from './words-of.js';

/** Words parted by white space. */
const wordList = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ''));

const wordsSchema = z.strictObject({
  stopWords: wordList,
  questionWords: wordList,
  weakWords: wordList,
  commonWords: wordList,
  placeNames: wordList,
  spellings: z.record(z.string(), z.array(z.string()).min(1)),
});

const guideWordsSchema = z.strictObject({
  strongWords: wordList,
  passedOver: wordList,
  massageItself: wordList,
  idioms: z.record(z.string(), z.string()),
});

/** Words and phrases parted by commas. */
const phrases = z.string().transform((text) => text.split(',').filter((phrase) => phrase.trim() !== ''));
const weight = z.number().gt(0).lt(1).default(0.5);
const synonymsSchema = z.array(
  z.union([
    z.strictObject({ say: phrases, mean: phrases, weight }),
    z.strictObject({ same: phrases, weight }),
  ]),
);

/** A term that stands for another, counting `weight` (below 1) of what the word itself would. */
interface Synonym {
  term: string;
  weight: number;
}

/** What the language of questions and pages is known to be: no words of any one collection. */
export interface Vocabulary {
  /** The term under which a word (as `eachWord` gives it) is indexed; undefined for a word without meaning. */
  termOf(word: string): string | undefined;
  /** The stem of any word, one without meaning too. */
  stemOf(word: string): string;
  /** Whether a word says so little that it should count less than others. */
  isWeak(term: string): boolean;
  /** Whether it is an everyday word, whose absence from a page means little. Weak words are common. */
  isCommon(term: string): boolean;
  /** Whether it changes any answer ("pregnant"), so that it should count more than others. */
  isStrong(term: string): boolean;
  /** Words that make no difference where a question is compared with a heading: "the", "really". */
  passedOver: ReadonlySet<string>;
  /** Words by which people mean massage where nothing else was named: "it", "this stuff". */
  massageItself: ReadonlySet<string>;
  /** Plain words for a phrase that does not mean what its words say ("go back"), by its words joined by blanks. */
  idioms: ReadonlyMap<string, readonly string[]>;
  longestIdiom: number;
  /** Synonyms of a phrase, by the stems of its words joined by blanks. */
  synonyms: ReadonlyMap<string, readonly Synonym[]>;
  /** Words in the longest phrase of `synonyms`. */
  longestPhrase: number;
}

let general: Vocabulary | undefined;
let ofGuide: Vocabulary | undefined;

/** For any collection of health texts: words.yaml and synonyms.yaml, read once. @throws CodedError where one is wrong. */
export function englishVocabulary(): Vocabulary {
  general ??= loadVocabulary();
  return general;
}

/** For questions to the guide: guide-words.yaml as well. @throws CodedError where a file is wrong. */
export function guideVocabulary(): Vocabulary {
  ofGuide ??= withGuideWords(englishVocabulary());
  return ofGuide;
}

function loadVocabulary(): Vocabulary {
  const words = readDataFile(projectPath('knowledge', 'retrieval', 'words.yaml'), wordsSchema);
  const dropped = new Set([...words.stopWords, ...words.questionWords]);
  const spelling = new Map(
    Object.entries(words.spellings).flatMap(([kept, others]) =>
      others.map((other): [string, string] => [other, kept]),
    ),
  );
  const stemOf = remembered((word) => stem(spelling.get(word) ?? word));
  const weak = new Set(words.weakWords.map(stemOf));
  const common = new Set([...weak, ...words.commonWords.map(stemOf), ...words.placeNames.map(stemOf)]);
  return {
    termOf: (word) => (dropped.has(word) ? undefined : stemOf(word)),
    stemOf,
    isWeak: (term) => weak.has(term),
    isCommon: (term) => common.has(term),
    isStrong: () => false,
    passedOver: new Set(),
    massageItself: new Set(),
    idioms: new Map(),
    longestIdiom: 1,
    ...loadSynonyms(stemOf),
  };
}

function withGuideWords(vocabulary: Vocabulary): Vocabulary {
  const words = readDataFile(projectPath('knowledge', 'retrieval', 'guide-words.yaml'), guideWordsSchema);
  const strong = new Set(words.strongWords.map((word) => vocabulary.stemOf(word)));
  const idioms = new Map(Object.entries(words.idioms).map(([said, meant]) => [said, wordsOf(meant)]));
  return {
    ...vocabulary,
    isStrong: (term) => strong.has(term),
    passedOver: new Set(words.passedOver),
    massageItself: new Set(words.massageItself),
    idioms,
    longestIdiom: Math.max(1, ...[...idioms.keys()].map((said) => said.split(' ').length)),
  };
}

function loadSynonyms(stemOf: (word: string) => string): Pick<Vocabulary, 'synonyms' | 'longestPhrase'> {
  const synonyms = new Map<string, Synonym[]>();
  let longestPhrase = 1;
  for (const entry of readDataFile(projectPath('knowledge', 'retrieval', 'synonyms.yaml'), synonymsSchema)) {
    const said = 'same' in entry ? entry.same : entry.say;
    const meant = 'same' in entry ? entry.same : entry.mean;
    for (const phrase of said) {
      const stems = wordsOf(phrase).map(stemOf);
      longestPhrase = Math.max(longestPhrase, stems.length);
      const known = synonyms.get(stems.join(' ')) ?? [];
      for (const meaning of meant) addMeaning(known, wordsOf(meaning).map(stemOf), entry.weight, stems);
      synonyms.set(stems.join(' '), known);
    }
  }
  return { synonyms, longestPhrase };
}

/** Everyday language has few words: each is stemmed once. Beyond `most`, of which no guide comes near, it starts anew. */
function remembered(stemOf: (word: string) => string, most = 20_000): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = stemOf(word);
    if (word.length <= LONGEST_REMEMBERED) known.set(word, found);
    return found;
  };
}

/** A longer word is no word, and a slice of a long text would keep the whole text alive. */
const LONGEST_REMEMBERED = 12;

/** The terms of a meaning of several words share its weight. A phrase is no synonym of its own words. */
function addMeaning(
  known: Synonym[],
  terms: readonly string[],
  weightOfAll: number,
  said: readonly string[],
): void {
  for (const term of terms) {
    if (said.includes(term)) continue;
    const share = weightOfAll / terms.length;
    const before = known.find((synonym) => synonym.term === term);
    if (before) before.weight = Math.max(before.weight, share);
    else known.push({ term, weight: share });
  }
}
