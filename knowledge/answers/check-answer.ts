import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import type { Passage } from '../guide/passage.js';
import { outOfScope, subjectsNamed } from '../retrieval/out-of-scope.js';
import { englishVocabulary } from '../retrieval/vocabulary.js';
import { wordsOf } from '../retrieval/words-of.js';
import { numbersIn } from './numbers-in.js';
import { countWords, splitSentences } from './split-sentences.js';

const rules = z.array(z.strictObject({ id: z.string(), patterns: z.array(z.string()).min(1) }));
const schema = z.strictObject({
  never: rules,
  unlessQuoted: rules,
  hedges: z.array(z.string()),
  softening: z.array(z.string()),
  negations: z.array(z.string()),
});

interface CheckRules {
  never: { id: string; patterns: RegExp[] }[];
  unlessQuoted: { id: string; patterns: RegExp[] }[];
  hedges: ReadonlySet<string>;
  softening: ReadonlySet<string>;
  negations: ReadonlySet<string>;
}

/** A sentence as a model worded it; `passages` counts from 1. */
export interface WordedSentence {
  text: string;
  passages: readonly number[];
}

const MOST_SENTENCES = 6;
const MOST_WORDS_A_SENTENCE = 60;
/** Share of a sentence's words of meaning that its passages must hold. */
const LEAST_SUPPORT = 0.65;
const NEARLY = 0.6;

let shipped: CheckRules | undefined;

/**
 * What is wrong with an answer that a model worded: the id of a rule for the first sentence that breaks one, or
 * undefined if every sentence cites passages it was given and says nothing beyond them.
 */
export function answerFault(
  sentences: readonly WordedSentence[],
  passages: readonly Passage[],
): string | undefined {
  if (sentences.length === 0) return 'empty';
  if (sentences.length > MOST_SENTENCES) return 'too-long';
  for (const sentence of sentences) {
    const fault = sentenceFault(sentence, passages);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function sentenceFault(
  { text, passages: cited }: WordedSentence,
  passages: readonly Passage[],
): string | undefined {
  const words = countWords(text);
  if (words < 2) return 'empty';
  if (words > MOST_WORDS_A_SENTENCE || text.length > 600) return 'too-long';
  const sources = cited.map((number) => passages[number - 1]);
  if (sources.length === 0 || sources.some((source) => source === undefined)) return 'uncited';
  const source = sources
    .map((passage) => `${passage?.pageTitle}.\n\n${passage?.heading}\n\n${passage?.text}`)
    .join('\n\n');

  shipped ??= loadRules();
  const said = plain(text);
  const never = shipped.never.find(({ patterns }) => patterns.some((pattern) => pattern.test(said)));
  if (never) return never.id;
  const quoted = plain(source);
  for (const { id, patterns } of shipped.unlessQuoted) {
    for (const pattern of patterns) {
      const match = pattern.exec(said);
      if (match && !quoted.includes(match[0])) return id;
    }
  }
  const numbers = numbersIn(source);
  if ([...numbersIn(text)].some((number) => !numbers.has(number))) return 'number';
  const subjects = subjectsNamed(source, outOfScope());
  if ([...subjectsNamed(text, outOfScope())].some((subject) => !subjects.has(subject))) return 'subject';
  return supportFault(text, source, shipped);
}

/** Whether the passages hold the sentence's words, and the closest of their sentences deny and soften as it does. */
function supportFault(
  text: string,
  source: string,
  { hedges, softening, negations }: CheckRules,
): string | undefined {
  const terms = termsOf(text);
  const known = termsOf(source);
  const held = [...terms].filter((term) => known.has(term)).length;
  if (terms.size === 0 || held / terms.size < LEAST_SUPPORT) return 'unsupported';

  const closest = closestSentences(terms, source);
  const denies = uses(text, negations);
  if (!closest.some((sentence) => uses(sentence, negations) === denies)) return 'negation';
  const soft = closest.some((sentence) => uses(sentence, softening));
  return soft && !denies && !uses(text, hedges) ? 'overstated' : undefined;
}

/** The sentences that share nearly as many terms as the closest one. */
function closestSentences(terms: ReadonlySet<string>, source: string): string[] {
  const shared = splitSentences(source).map((sentence) => {
    const others = termsOf(sentence);
    return { sentence, terms: [...terms].filter((term) => others.has(term)).length };
  });
  const most = Math.max(...shared.map((sentence) => sentence.terms));
  return shared.filter((sentence) => sentence.terms >= most * NEARLY).map(({ sentence }) => sentence);
}

function termsOf(text: string): Set<string> {
  const vocabulary = englishVocabulary();
  return new Set(
    wordsOf(text).flatMap((word) => {
      const term = vocabulary.termOf(word);
      return term === undefined || vocabulary.isWeak(term) ? [] : [term];
    }),
  );
}

function uses(text: string, words: ReadonlySet<string>): boolean {
  return wordsOf(text).some((word) => words.has(word) || (word.endsWith("n't") && words.has("n't")));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}

function loadRules(): CheckRules {
  const data = readDataFile(projectPath('knowledge', 'answers', 'check-answer.yaml'), schema);
  const compiled = (list: z.infer<typeof rules>) =>
    list.map(({ id, patterns }) => ({ id, patterns: patterns.map((pattern) => new RegExp(pattern)) }));
  return {
    never: compiled(data.never),
    unlessQuoted: compiled(data.unlessQuoted),
    hedges: new Set(data.hedges),
    softening: new Set(data.softening),
    negations: new Set(data.negations),
  };
}
