import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { endClauses } from './clauses.js';
import { normaliseText } from './normalise.js';
import { stem } from './stem.js';
import type { Word } from './word.js';

const expansionsSchema = z.object({
  contractions: z.record(z.string(), z.string()),
  misspellings: z.record(z.string(), z.string()),
});

const expansions = readDataFile(
  projectPath('knowledge', 'symptoms', 'text', 'spellings.yaml'),
  expansionsSchema,
);
const known: ReadonlyMap<string, readonly string[]> = new Map(
  [...Object.entries(expansions.contractions), ...Object.entries(expansions.misspellings)].map(
    ([written, meant]) => [written, meant.split(' ')] as const,
  ),
);

const TOKEN =
  /w\/o\b|w\/|b\/c\b|r\/o\b|h\/o\b|s\/p\b|\p{L}+(?:'\p{L}+)*'?|\d+(?:\.\d+)?|\.{2,}|[^\s\p{L}\d]/gu;
const LETTER_OR_DIGIT = /[\p{L}\d]/u;
/** Words after which a full stop ends nothing. */
const ABBREVIATION = /^(?:dr|mr|mrs|ms|st|vs|approx|e|i|g|no|etc|yr|yrs|hr|hrs|min|mins|wk|wks|mo|lb|lbs)$/;
/** No sentence is longer: what has no full stop for pages is read in pieces. */
const LONGEST_SENTENCE = 120;
const ENDS_SENTENCE = /[.!?\n;]/;

/** The words of a message in order, each with its place, sentence and clause. */
export function readWords(given: string): Word[] {
  const normal = normaliseText(given);
  const words: Word[] = [];
  let before = '';
  let after = 0;
  let sentence = 0;
  let length = 0;
  let joined = false;
  for (const found of normal.text.matchAll(TOKEN)) {
    const token = found[0];
    if (normal.text.slice(after, found.index).includes('\n')) before += '\n';
    const adjoins = found.index === after;
    after = found.index + token.length;
    if (!LETTER_OR_DIGIT.test(token)) {
      // A hyphen or an apostrophe within a word joins it; anything else stands between words.
      joined = adjoins && token === '-';
      before += token;
      continue;
    }
    if (joined && adjoins) before = before.slice(0, -1);
    joined = false;
    if (length >= LONGEST_SENTENCE || (words.length > 0 && endsSentence(before, words.at(-1)?.text ?? ''))) {
      sentence++;
      length = 0;
    }
    for (const text of expand(token, normal.text.slice(after, after + 12))) {
      words.push({
        text,
        stem: stem(text),
        start: normal.startAt(found.index),
        end: normal.endAt(after - 1),
        possessive: /[a-z](?:'s|s')$/.test(token),
        before,
        sentence,
        clause: 0,
      });
      before = '';
      length++;
    }
  }
  endClauses(words);
  return words;
}

/** Whether a word is read as it stands: one word, neither a contraction nor a known misspelling. */
export function isPlainWord(word: string): boolean {
  return /^[a-z]+$/.test(word) && !known.has(word);
}

function endsSentence(before: string, previous: string): boolean {
  if (!ENDS_SENTENCE.test(before)) return false;
  if (/^\.{2,}$/.test(before)) return false;
  return !(before === '.' && ABBREVIATION.test(previous));
}

/** What a token stands for: contractions and known misspellings written out, possessives without their ending. */
function expand(token: string, following: string): readonly string[] {
  const whole = known.get(token);
  if (whole) return whole;
  const apostrophe = token.indexOf("'");
  if (apostrophe < 0) return [token];
  const base = token.slice(0, apostrophe);
  const ending = token.slice(apostrophe + 1);
  const spelled = known.get(base) ?? [base];
  if (
    ending === 's' &&
    /^(?:i|you|he|she|it|we|they|that|there|here|what|who|where|how|when|everything|nothing|something)$/.test(
      base,
    )
  ) {
    return [base, /^ (?:been|had|got|gone|become|gotten|started|stopped)\b/.test(following) ? 'has' : 'is'];
  }
  if (ending === 's' || ending === '') return spelled;
  if (ending === 't' && base.endsWith('n')) return [base.slice(0, -1), 'not'];
  const auxiliary = { re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am' }[ending];
  return auxiliary ? [...spelled, auxiliary] : [token.replaceAll("'", '')];
}
