import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { isCommonWord } from './clauses.js';
import { Corrector } from './corrector.js';
import { isEnglishWord } from './english-words.js';
import { stem } from './stem.js';
import type { Word } from './word.js';

/** Names and talk that look like a misspelling of a word we know, and that no list of English holds. */
let realWords: ReadonlySet<string> | undefined;
const correctors = new WeakMap<object, Corrector>();
/** A shorter word with a capital in the midst of a sentence is taken for a name: "Barry", "Lennon". */
const LONGER_THAN_NAMES = 7;
/** A message with more unknown words than this is not English prose, and is not worth the time. */
const MOST_UNKNOWN = 150;

/**
 * Puts right the words that are a slip away from one we know: one letter wrong in words of five letters and
 * more, two in words of nine and more. Offsets stay; short words, real words and names are left alone.
 * @param vocabulary the words we know; made ready for search once for each set
 * @param given the message as it was written, for its capitals
 */
export function correctSpelling(
  words: readonly Word[],
  vocabulary: ReadonlySet<string>,
  given: string,
): readonly Word[] {
  const known = new Map<string, string>();
  let unknown = 0;
  return words.map((word, at) => {
    if (word.text.length < 5 || !/^[a-z]+$/.test(word.text) || isCommonWord(word.text)) return word;
    if (word.text.length < LONGER_THAN_NAMES && isName(word, words[at - 1], given)) return word;
    let right = known.get(word.text);
    if (right === undefined) {
      right = unknown >= MOST_UNKNOWN ? word.text : rightSpelling(word.text, vocabulary);
      if (right !== word.text || !correctorFor(vocabulary).knows(word.text)) unknown++;
      known.set(word.text, right);
    }
    return right === word.text ? word : { ...word, text: right, stem: stem(right) };
  });
}

/** "my friend Barry said": a capital that neither begins a sentence nor stands among capitals. */
function isName(word: Word, before: Word | undefined, given: string): boolean {
  return (
    before?.sentence === word.sentence &&
    /^\p{Lu}\p{Ll}/u.test(given.slice(word.start, word.end)) &&
    /^\p{Ll}/u.test(given.slice(before.start, before.end))
  );
}

function rightSpelling(text: string, vocabulary: ReadonlySet<string>): string {
  const corrector = correctorFor(vocabulary);
  if (corrector.knows(text)) return text;
  if (isEnglishWord(text)) return text;
  realWords ??= wordList('real-words');
  return realWords.has(text) || realWords.has(stem(text)) ? text : (corrector.correct(text) ?? text);
}

function correctorFor(vocabulary: ReadonlySet<string>): Corrector {
  let corrector = correctors.get(vocabulary);
  if (!corrector) {
    corrector = new Corrector(vocabulary, wordList('codes'));
    correctors.set(vocabulary, corrector);
  }
  return corrector;
}

function wordList(name: string): ReadonlySet<string> {
  return new Set(
    readDataFile(projectPath('knowledge', 'symptoms', 'text', `${name}.yaml`), z.array(z.coerce.string())),
  );
}
