import type { GuideIndex } from '../retrieval/guide-index.js';
import type { Concept } from '../retrieval/read-query.js';
import { wordsOf } from '../retrieval/words-of.js';
import type { SentenceScore } from './template-answer.js';

/** Scores a sentence by the concepts of the question that it holds, rare ones above all. */
export function sentenceScore(
  concepts: readonly Concept[],
  { byPassage, vocabulary }: GuideIndex,
): SentenceScore {
  return (sentence) => {
    const terms = new Set(wordsOf(sentence).map((word) => vocabulary.termOf(word)));
    let score = 0;
    for (const { alternatives, emphasis } of concepts) {
      let best = 0;
      for (const { term, weight } of alternatives) {
        const number = byPassage.terms.get(term);
        if (number !== undefined && terms.has(term))
          best = Math.max(best, weight * (byPassage.rarities[number] ?? 0));
      }
      score += best * emphasis;
    }
    return score;
  };
}
