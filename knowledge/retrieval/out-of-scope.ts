import { z } from 'zod';
import { CodedError } from '../coded-error.js';
import { projectPath, readDataFile, shownPath } from '../data-file.js';
import { englishVocabulary } from './vocabulary.js';
import { wordsOf } from './words-of.js';

const schema = z.strictObject({
  intents: z.array(z.strictObject({ id: z.string().min(1), patterns: z.array(z.string().min(1)).min(1) })),
  subjects: z.record(z.string(), z.string().min(1)),
});

/** What the guide does not answer, whatever its pages say (`intents`), or unless they name it (`subjects`). */
export interface OutOfScope {
  intents: readonly { id: string; patterns: readonly RegExp[] }[];
  /** Phrases as stems, by their first. */
  subjectsByFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  stemOf(word: string): string;
}

/** Beyond these no question is read: the cost of a pattern stays bounded. */
const MOST_WORDS = 120;
const LONGEST_WORD = 40;

let shipped: OutOfScope | undefined;

/** The rules in out-of-scope.yaml, read once. @throws CodedError where the file is wrong. */
export function outOfScope(): OutOfScope {
  shipped ??= loadOutOfScope(projectPath('knowledge', 'retrieval', 'out-of-scope.yaml'));
  return shipped;
}

function loadOutOfScope(file: string): OutOfScope {
  const { stemOf } = englishVocabulary();
  const data = readDataFile(file, schema);
  const subjects = Object.values(data.subjects)
    .flatMap((list) => list.split(','))
    .map((phrase) => wordsOf(phrase).map(stemOf));
  const subjectsByFirst = new Map<string, string[][]>();
  for (const subject of subjects) {
    const [first = ''] = subject;
    subjectsByFirst.set(first, [...(subjectsByFirst.get(first) ?? []), subject]);
  }
  return {
    intents: data.intents.map(({ id, patterns }) => ({
      id,
      patterns: patterns.map((pattern) => compiled(pattern, id, file)),
    })),
    subjectsByFirst,
    stemOf,
  };
}

/** The id of the first intent that the question has. */
export function declinedIntent(question: string, rules: OutOfScope): string | undefined {
  const words = wordsOf(question.slice(0, MOST_WORDS * LONGEST_WORD), MOST_WORDS);
  const text = words.map((word) => word.slice(0, LONGEST_WORD)).join(' ');
  return rules.intents.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)))?.id;
}

/** The subjects that a text names, as stems joined by blanks. */
export function subjectsNamed(
  text: string,
  rules: OutOfScope,
  mostWords = Number.POSITIVE_INFINITY,
): Set<string> {
  const words = wordsOf(text, mostWords);
  const stems = words.map((word) => rules.stemOf(word));
  const named = new Set<string>();
  stems.forEach((first, from) => {
    for (const subject of rules.subjectsByFirst.get(first) ?? []) {
      if (subject.every((part, at) => stems[from + at] === part)) named.add(subject.join(' '));
    }
  });
  return named;
}

function compiled(pattern: string, id: string, file: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    throw new CodedError(
      'OUT_OF_SCOPE_PATTERN',
      `${shownPath(file)}: intents.${id}: "${pattern}" is not a regular expression; check its brackets`,
      { cause },
    );
  }
}
