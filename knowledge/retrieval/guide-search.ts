import type { Passage } from '../guide/passage.js';
import { withoutInstructions } from '../instructions/instructions.js';
import { answerable } from './answerable.js';
import { bestDocuments } from './best-documents.js';
import type { GuideIndex } from './guide-index.js';
import { type Concept, readQuery } from './read-query.js';
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
/** What a question scores that is a heading word for word; below so much likeness it is nothing. */
const HEADING_SCORE = 80;
const UNLIKE = 0.5;
/** A heading that several pages have counts so much for a page which the question does not name. */
const OF_ANY_PAGE = 0.5;
/** Above this a clause is the heading but for a word. */
const THE_SAME = 0.85;
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
  const alike = index.headings.likeness(question);
  const named = index.titleTerms.map((terms) => concepts.some((concept) => names(concept, terms)));
  index.pageOf.forEach((page, passage) => {
    const { factor = 1, pageShare = 0 } = index.priors[passage] ?? {};
    const own = factor * (scores[passage] ?? 0) + pageShare * (pageScores[page] ?? 0);
    const ofAnyPage = index.headings.repeated[passage] && !named[page];
    scores[passage] = own + headingScore(alike.clause[passage] ?? 0) * (ofAnyPage ? OF_ANY_PAGE : 1);
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
  const best = found[0]?.number ?? -1;
  const sameAsHeading =
    alike.whole[best] === 1 ? 'whole' : (alike.clause[best] ?? 0) >= THE_SAME ? 'clause' : undefined;
  return {
    answerable: answerable({ question, concepts, page, index, sameAsHeading }),
    hits: hits.slice(0, Math.max(0, k)),
  };
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

function names({ alternatives, weak }: Concept, titleTerms: ReadonlySet<string>): boolean {
  return !weak && alternatives.some(({ term }) => titleTerms.has(term));
}

/** Little where some words are shared, much where the question is the heading nearly word for word. */
function headingScore(alike: number): number {
  return alike <= UNLIKE ? 0 : HEADING_SCORE * ((alike - UNLIKE) / (1 - UNLIKE)) ** 2;
}

function hitOf({ id, page, section }: Passage, score: number): GuideHit {
  return { id, page, section, score };
}
