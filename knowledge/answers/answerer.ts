import type { Passage } from '../guide/passage.js';
import { withoutInstructions } from '../instructions/instructions.js';
import type { Embedder } from '../retrieval/embedder.js';
import { createGuideFinder, type GuideFinder } from '../retrieval/guide-finder.js';
import { guideIndexOf } from '../retrieval/guide-index.js';
import type { GuideHit } from '../retrieval/guide-search.js';
import { readQuery } from '../retrieval/read-query.js';
import type { Answered, Answerer, AnswerModel, AnswerStatement } from './answer.js';
import { answerFault, type WordedSentence } from './check-answer.js';
import { sentenceScore } from './sentence-score.js';
import { templateAnswer } from './template-answer.js';

export interface AnswererParts {
  /** Those of the guide. They are indexed with the first question. */
  passages: readonly Passage[];
  /** Left out, answers are the guide's own sentences. */
  model?: AnswerModel;
  /** Left out, words alone find the passages. */
  embedder?: Embedder;
  /** Told the rule that a model's answer broke; for logs and metrics. */
  onRefused?: (rule: string) => void;
}

const PASSAGES_READ = 5;
/** A passage further behind the best one than this is about something else. */
const LEAST_OF_BEST = 0.7;

/** Retrieves, decides whether the guide answers, and words it: by a model whose every sentence is checked, or without. */
export function buildAnswerer({ passages: guide, model, embedder, onRefused }: AnswererParts): Answerer {
  const passageById = new Map(guide.map((passage) => [passage.id, passage]));

  let finder: GuideFinder | undefined;

  return {
    async answer(asked, { budget, until, onWords } = {}) {
      const question = withoutInstructions(asked);
      const index = guideIndexOf(guide);
      finder ??= createGuideFinder(index, embedder);
      const { answerable, hits } = await finder.find(question, PASSAGES_READ);
      const passages = closePassages(hits, passageById);
      if (!answerable || passages.length === 0) return { kind: 'not_covered' };
      const worded = await model
        ?.word({
          question,
          passages,
          ...(budget && { budget }),
          ...(until && { until }),
          ...(onWords && { onSentence: checkedAsTheyCome(passages, onWords) }),
        })
        .catch(() => undefined);
      if (worded) {
        const fault = answerFault(worded, passages);
        if (fault === undefined) return modelAnswer(worded, passages);
        onRefused?.(fault);
      }
      const concepts = readQuery(question, index.vocabulary, index.byPage);
      const answer = templateAnswer(passages, sentenceScore(concepts, index));
      if (answer.statements.length === 0) return { kind: 'not_covered' };
      return { kind: 'answered', ...answer, wordedBy: 'template' };
    },
  };
}

function closePassages(hits: readonly GuideHit[], byId: ReadonlyMap<string, Passage>): Passage[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit) => hit.score >= best * LEAST_OF_BEST).flatMap((hit) => byId.get(hit.id) ?? []);
}

/** Shows sentences as far as they have passed the check; after one that has not, no more: the answer is lost. */
function checkedAsTheyCome(
  passages: readonly Passage[],
  onWords: (soFar: Answered) => void,
): (sentence: WordedSentence) => void {
  const soFar: WordedSentence[] = [];
  let refused = false;
  return (sentence) => {
    soFar.push(sentence);
    refused ||= answerFault(soFar, passages) !== undefined;
    if (!refused) onWords(modelAnswer(soFar, passages));
  };
}

/**
 * Only passages that are cited are kept. They are numbered anew from 0 as they are cited, so that a number stays what it
 * is when another sentence follows.
 */
function modelAnswer(worded: readonly WordedSentence[], passages: readonly Passage[]): Answered {
  const cited = [...new Set(worded.flatMap((sentence) => sentence.passages))];
  const statements = worded.map(
    ({ text, passages: numbers }): AnswerStatement => ({
      text: text.trim(),
      passages: [...new Set(numbers)].map((number) => cited.indexOf(number)),
    }),
  );
  return {
    kind: 'answered',
    statements,
    passages: cited.flatMap((number) => passages[number - 1] ?? []),
    wordedBy: 'model',
  };
}
