import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import { EVIDENCE_LEVELS, type Passage } from '../guide/passage.js';
import type { AnswerStatement } from './answer.js';
import { countWords, splitSentences } from './split-sentences.js';

const wordingSchema = z.strictObject({
  evidence: z.record(z.enum(EVIDENCE_LEVELS), z.string().min(1)),
  underHeading: z.string().includes('{heading}').includes('{sentence}'),
  underTitle: z.string().includes('{title}').includes('{sentence}'),
  answersHeading: z.array(z.string().min(1)),
  leaning: z.array(z.string().min(1)),
});
type Wording = z.infer<typeof wordingSchema>;

let shipped: Wording | undefined;
const wording = () => {
  shipped ??= readDataFile(projectPath('knowledge', 'answers', 'wording.yaml'), wordingSchema);
  return shipped;
};

const MOST_WORDS = 90;
/** Sentences of the best passage, and of the next. */
const MOST_SENTENCES = [4, 2];
/** Less of a passage than this is not worth a citation. */
const LEAST_WORDS = 8;

/** How well a sentence answers the question: 0 or more. */
export type SentenceScore = (sentence: string) => number;

export interface TemplateAnswer {
  statements: AnswerStatement[];
  /** The passages that are cited, in the order in which they are. */
  passages: Passage[];
}

/**
 * Words an answer from the guide's own sentences: those of the best passages that fit the question best, in runs that
 * can be read on their own, each with its passage, and how strong the evidence is where a passage makes a claim.
 */
export function templateAnswer(ranked: readonly Passage[], score: SentenceScore): TemplateAnswer {
  const statements: AnswerStatement[] = [];
  const passages: Passage[] = [];
  let room = MOST_WORDS;
  for (const [rank, passage] of ranked.slice(0, MOST_SENTENCES.length).entries()) {
    const evidence = evidenceSentence(passage, passages);
    const run = bestRun(passage, score, {
      sentences: MOST_SENTENCES[rank] ?? 1,
      words: room - countWords(evidence),
      shared: ranked.some((other) => other !== passage && other.heading === passage.heading),
    });
    if (run.length === 0) continue;
    const number = passages.push(passage) - 1;
    for (const text of [...inPairs(run), evidence]) {
      if (text === '') continue;
      statements.push({ text, passages: [number] });
      room -= countWords(text);
    }
  }
  return { statements, passages };
}

/** Said once a level, and expert advice only of what is answered first. */
function evidenceSentence({ evidence }: Passage, before: readonly Passage[]): string {
  if (!evidence || before.some((passage) => passage.evidence === evidence)) return '';
  return evidence === 'consensus' && before.length > 0 ? '' : wording().evidence[evidence];
}

interface Room {
  sentences: number;
  words: number;
  /** Whether another page has a passage of this heading. */
  shared: boolean;
}

/**
 * Sentences that follow one another and hold the best answer. A run begins where the passage or one of its paragraphs
 * does, or with a sentence that speaks of what was asked and does not lean on the one before.
 */
function bestRun(passage: Passage, score: SentenceScore, room: Room): string[] {
  const sentences = passage.text
    .split(/\n\s*\n/)
    .flatMap((paragraph) =>
      splitSentences(paragraph).map((text, at) => ({ text, opens: at === 0, score: score(text) })),
    );
  let best: string[] = [];
  let bestScore = -1;
  for (const [first, { text, opens, score: own }] of sentences.entries()) {
    if (first > 0 && (beginsWith(text, wording().leaning) || !(opens || own > 0) || text.endsWith('?')))
      continue;
    const run = [first === 0 ? underHeading(passage, text, room.shared) : text];
    if (countWords(run.join(' ')) > room.words) continue;
    let total = own;
    for (const next of sentences.slice(first + 1)) {
      if (run.length === room.sentences || countWords([...run, next.text].join(' ')) > room.words) break;
      run.push(next.text);
      total += next.score;
    }
    if (countWords(run.join(' ')) < LEAST_WORDS) continue;
    // The opening of a passage sums it up, so of two equals it is taken.
    if (total > bestScore) {
      best = run;
      bestScore = total;
    }
  }
  return best;
}

function underHeading({ pageTitle, heading }: Passage, sentence: string, shared: boolean): string {
  if (!beginsWith(sentence, wording().answersHeading)) return sentence;
  return (shared ? wording().underTitle : wording().underHeading)
    .replace('{title}', () => pageTitle)
    .replace('{heading}', () => heading)
    .replace('{sentence}', () => sentence);
}

function beginsWith(sentence: string, openings: readonly string[]): boolean {
  const bare = sentence.toLowerCase().replace(/^[^a-z]+/, '');
  return openings.some((opening) => bare.startsWith(opening) && !/^[a-z]/.test(bare.slice(opening.length)));
}

/** Sentences side by side make one statement, two at a time. */
function inPairs(sentences: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let at = 0; at < sentences.length; at += 2) pairs.push(sentences.slice(at, at + 2).join(' '));
  return pairs;
}
