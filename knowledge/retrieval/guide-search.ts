import type { Passage } from '../guide/passage.js';
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

/** The best passages for a question, and whether the guide answers it. Any text is a question: it never throws. */
export function searchGuide(index: GuideIndex, question: string, k: number): GuideSearch {
  const concepts = readQuery(question, index.vocabulary, index.byPage);
  const scores = scoreDocuments(index.byPassage, concepts);
  const pageScores = scoreDocuments(index.byPage, concepts);
  index.pageOf.forEach((page, passage) => {
    const { factor = 1, pageShare = 0 } = index.priors[passage] ?? {};
    scores[passage] = factor * (scores[passage] ?? 0) + pageShare * (pageScores[page] ?? 0);
  });
  const found = bestDocuments(scores, index.byPassage.ranks, Math.max(1, k));
  const hits = found.flatMap((number) => {
    const passage = index.passages[number];
    return passage ? [hitOf(passage, scores[number] ?? 0)] : [];
  });
  const page = index.pageOf[found[0] ?? -1];
  return { answerable: answerable({ question, concepts, page, index }), hits: hits.slice(0, Math.max(0, k)) };
}

function hitOf({ id, page, section }: Passage, score: number): GuideHit {
  return { id, page, section, score };
}
