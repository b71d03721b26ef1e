import type { Passage } from '../guide/passage.js';
import { buildIndex } from './build-index.js';
import { buildHeadingIndex, type HeadingIndex } from './heading-index.js';
import { type OutOfScope, outOfScope, subjectsNamed } from './out-of-scope.js';
import { pageWords } from './page-words.js';
import type { SearchIndex, Weighting } from './search-index.js';
import { guideVocabulary, type Vocabulary } from './vocabulary.js';
import { wordsOf } from './words-of.js';

const PASSAGE_WEIGHTING: Weighting = {
  fields: { title: 18, heading: 8, alias: 0, text: 1 },
  lengthNorm: { title: 0.5, heading: 0.5, alias: 0, text: 0.8 },
  saturation: 4.4,
};

const PAGE_WEIGHTING: Weighting = {
  fields: { title: 1.2, heading: 1.3, alias: 4.2, text: 1 },
  lengthNorm: { title: 0.5, heading: 0.5, alias: 0, text: 0.15 },
  saturation: 7.2,
};

/** Times its own score, plus a share of its page's. */
interface Prior {
  factor: number;
  pageShare: number;
}

/** How much the page counts beside the passage, and how much more for the passage with which the page opens. */
const PAGE_SHARE = 1.75;
const OPENING_SHARE = 0.15;
/** A passage that lists questions to ask somebody else answers none itself. */
const LIST_OF_QUESTIONS = 0.6;

/** The guide twice over: a short passage says what exactly is answered, its whole page what it is about. */
export interface GuideIndex {
  passages: readonly Passage[];
  /** Document `n` is `passages[n]`. */
  byPassage: SearchIndex;
  byPage: SearchIndex;
  /** For each page, the terms of its title. */
  titleTerms: readonly ReadonlySet<string>[];
  headings: HeadingIndex;
  /** For each passage, the number of its page in `byPage`. */
  pageOf: readonly number[];
  /** For each passage, how likely it is what is wanted of its page, whatever is asked. */
  priors: readonly Prior[];
  vocabulary: Vocabulary;
  outOfScope: OutOfScope;
  /** Subjects of `outOfScope` that the pages do name. */
  subjectsCovered: ReadonlySet<string>;
}

const indexes = new WeakMap<readonly Passage[], GuideIndex>();

/** The index of these passages, built when it is first asked for: a server listens before it is needed. */
export function guideIndexOf(passages: readonly Passage[]): GuideIndex {
  let index = indexes.get(passages);
  if (!index) {
    index = buildGuideIndex(passages);
    indexes.set(passages, index);
  }
  return index;
}

export function buildGuideIndex(passages: readonly Passage[]): GuideIndex {
  const vocabulary = guideVocabulary();
  const rules = outOfScope();
  const words = pageWords();
  const pages = new Map<string, Passage[]>();
  for (const passage of passages) pages.set(passage.page, [...(pages.get(passage.page) ?? []), passage]);
  const pageNumbers = new Map([...pages.keys()].map((page, number) => [page, number]));
  return {
    passages,
    byPassage: buildIndex(
      passages.map(({ id, pageTitle, heading, text }) => ({ id, title: pageTitle, heading, text })),
      { weighting: PASSAGE_WEIGHTING, vocabulary },
    ),
    byPage: buildIndex(
      [...pages].map(([id, sections]) => ({
        id,
        title: sections[0]?.pageTitle ?? '',
        heading: sections.map((section) => section.heading).join('\n'),
        alias: words.get(id) ?? '',
        text: sections.map((section) => section.text).join('\n'),
      })),
      { weighting: PAGE_WEIGHTING, vocabulary },
    ),
    titleTerms: [...pages.values()].map(
      ([first]) => new Set(wordsOf(first?.pageTitle ?? '').flatMap((word) => vocabulary.termOf(word) ?? [])),
    ),
    headings: buildHeadingIndex(passages, vocabulary),
    pageOf: passages.map((passage) => pageNumbers.get(passage.page) ?? 0),
    priors: passages.map((passage) => ({
      factor: listsQuestions(passage) ? LIST_OF_QUESTIONS : 1,
      pageShare: PAGE_SHARE + (pages.get(passage.page)?.[0] === passage ? OPENING_SHARE : 0),
    })),
    vocabulary,
    outOfScope: rules,
    subjectsCovered: new Set(
      passages.flatMap(({ pageTitle, heading }) => [...subjectsNamed(`${pageTitle}\n${heading}`, rules)]),
    ),
  };
}

function listsQuestions({ text }: Passage): boolean {
  const ends = text.match(/[.!?](?=\s|$)/g) ?? [];
  return ends.filter((end) => end === '?').length > ends.length / 2;
}
