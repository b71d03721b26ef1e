import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import type { Passage } from '../guide/passage.js';
import { outOfScope, subjectsNamed } from '../retrieval/out-of-scope.js';
import { numbersIn } from './numbers-in.js';
import { countWords } from './split-sentences.js';
import { supportFault } from './support.js';
import { type SupportRules, supportRules, supportSchema } from './support-rules.js';

const rules = z.array(z.strictObject({ id: z.string(), patterns: z.array(z.string()).min(1) }));
const schema = z.strictObject({
  never: rules,
  unlessQuoted: rules,
  support: supportSchema,
});

interface CheckRules {
  never: { id: string; patterns: RegExp[] }[];
  unlessQuoted: { id: string; patterns: RegExp[] }[];
  support: SupportRules;
}

/** A sentence as a model worded it; `passages` counts from 1. */
export interface WordedSentence {
  text: string;
  passages: readonly number[];
}

const MOST_SENTENCES = 6;
const MOST_WORDS_A_SENTENCE = 60;

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
  return supportFault(
    text,
    sources.flatMap((passage) => passage ?? []),
    shipped.support,
  );
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
    support: supportRules(data.support),
  };
}
