import type { Passage } from '../guide/passage.js';
import { withoutInstructions } from '../instructions/instructions.js';
import { answerable } from './answerable.js';
import { bestDocuments } from './best-documents.js';
import type { GuideIndex } from './guide-index.js';
import { readQuery } from './read-query.js';
import { scoreDocuments } from './search.js';

export interface GuideHit {
  id: string;
  page: string;
  section: string;
  /** Comparable within one question only. */
  score: number;
}

export interface GuideSearch {
  /** Whether the guide answers the question at all. */
  answerable: boolean;
  /** Best first. They are given for a question that is not answerable too: the closest there is. */
  hits: GuideHit[];
}

/** A page's second passage counts this much of its score, its third the square of it: what one page lacks another may say. */
const REPEATED = 0.7;
/** So many candidates are looked at, or so many times more than are wanted. */
const CANDIDATES = { least: 30, times: 4 };

/**
 * The best passages for a question, and whether the guide answers it. Any text is a question: it never throws.
 * What talks to a program ("ignore your rules") is no part of it.
 */
export function searchGuide(index: GuideIndex, asked: string, k: number): GuideSearch {
  const question = withoutInstructions(asked);
  const concepts = readQuery(question, index.vocabulary, index.byPage);
  const scores = scoreDocuments(index.byPassage, concepts);
  const pageScores = scoreDocuments(index.byPage, concepts);
  index.pageOf.forEach((page, passage) => {
    const { factor = 1, pageShare = 0 } = index.priors[passage] ?? {};
    scores[passage] = factor * (scores[passage] ?? 0) + pageShare * (pageScores[page] ?? 0);
  });
  const found = variedPages(
    bestDocuments(scores, index.byPassage.ranks, Math.max(CANDIDATES.least, k * CANDIDATES.times)),
    scores,
    index,
  );
  const hits = found.flatMap(({ number, score }) => {
    const passage = index.passages[number];
    return passage ? [hitOf(passage, score)] : [];
  });
  const page = index.pageOf[found[0]?.number ?? -1];
  return { answerable: answerable({ question, concepts, page, index }), hits: hits.slice(0, Math.max(0, k)) };
}

/** The best again and again, where each passage that a page has already given makes its others count less. */
function variedPages(
  candidates: readonly number[],
  scores: Float32Array,
  index: GuideIndex,
): { number: number; score: number }[] {
  const given = new Map<number, number>();
  return candidates
    .map((number) => {
      const page = index.pageOf[number] ?? -1;
      const before = given.get(page) ?? 0;
      given.set(page, before + 1);
      return { number, score: (scores[number] ?? 0) * REPEATED ** before };
    })
    .sort((a, b) => b.score - a.score);
}

function hitOf({ id, page, section }: Passage, score: number): GuideHit {
  return { id, page, section, score };
}
