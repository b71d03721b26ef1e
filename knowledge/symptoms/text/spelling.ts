import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { isCommonWord } from './clauses.js';
import { Corrector } from './corrector.js';
import { stem } from './stem.js';
import type { Word } from './word.js';

/** Real words that look like a misspelling of a word we know: "heard" is not "heart". */
let realWords: ReadonlySet<string> | undefined;
const correctors = new WeakMap<object, Corrector>();
/** A message with more unknown words than this is not English prose, and is not worth the time. */
const MOST_UNKNOWN = 150;

/**
 * Puts right the words that are a slip away from one we know: one letter wrong in words of five letters and
 * more, two in words of nine and more. Offsets stay; short words and real words are left alone.
 * @param vocabulary the words we know; made ready for search once for each set
 */
export function correctSpelling(words: readonly Word[], vocabulary: ReadonlySet<string>): readonly Word[] {
  const known = new Map<string, string>();
  let unknown = 0;
  return words.map((word) => {
    if (word.text.length < 5 || !/^[a-z]+$/.test(word.text) || isCommonWord(word.text)) return word;
    let right = known.get(word.text);
    if (right === undefined) {
      right = unknown >= MOST_UNKNOWN ? word.text : rightSpelling(word.text, vocabulary);
      if (right !== word.text || !correctorFor(vocabulary).knows(word.text)) unknown++;
      known.set(word.text, right);
    }
    return right === word.text ? word : { ...word, text: right, stem: stem(right) };
  });
}

function rightSpelling(text: string, vocabulary: ReadonlySet<string>): string {
  const corrector = correctorFor(vocabulary);
  if (corrector.knows(text)) return text;
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
