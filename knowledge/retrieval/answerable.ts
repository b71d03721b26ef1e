import type { GuideIndex } from './guide-index.js';
import { declinedIntent, subjectsNamed } from './out-of-scope.js';
import type { Concept } from './read-query.js';
import { documentsWith } from './search.js';
import { rarityOf } from './search-index.js';

/**
 * Share of a question, by weight, that its best page must cover. Calibrated on test/data/questions.jsonl: below it lie
 * questions about something else that share a few words with the guide.
 */
const LEAST_COVERAGE = 0.5;
/** What a page covers that holds a synonym and not the word itself. */
const SYNONYM_COVERAGE = 0.8;
/**
 * How much a concept counts against a page that lacks it: most if no page has it, less if others do, little if it is
 * an everyday word ("woke", "halfway"), whose absence does not say that the question is about something else.
 */
const LACKING = { unknown: 0.6, elsewhere: 0.5, everyday: 0.1 };
/** A word that all pages hold still counts a little, and more where it is in the page's title. */
const LEAST_RARITY = 0.2;
const LEAST_TITLE_RARITY = 1.5;
const MOST_WORDS = 400;

interface Asked {
  question: string;
  concepts: readonly Concept[];
  /** The number of the best page; undefined where no passage was found. */
  page: number | undefined;
  index: GuideIndex;
  /** whole: the question is the heading of the best passage. clause: it, or a part of it, is nearly that. */
  sameAsHeading: 'whole' | 'clause' | undefined;
}

/**
 * Whether the guide answers a question: it must not ask for what the guide leaves to others (doses, diagnoses ...), nor
 * be about a subject no page names, and its best page must cover most of what it says or have a heading that asks it. A
 * question that is a heading word for word the guide answers, whatever the rules say of other questions.
 */
export function answerable({ question, concepts, page, index, sameAsHeading }: Asked): boolean {
  if (page === undefined) return false;
  if (sameAsHeading === 'whole') return true;
  if (concepts.every(saysLittle) && !sameAsHeading) return false;
  if (declinedIntent(question, index.outOfScope) !== undefined) return false;
  for (const subject of subjectsNamed(question, index.outOfScope, MOST_WORDS)) {
    if (!index.subjectsCovered.has(subject)) return false;
  }
  return sameAsHeading !== undefined || coverage(concepts, page, index) >= LEAST_COVERAGE;
}

/** A weak word or a bare number is no subject by itself. */
function saysLittle({ weak, term }: Concept): boolean {
  return weak || /^\d+$/.test(term);
}

/** 0 to 1: how much of the question, its rare words above all, the page holds. */
function coverage(concepts: readonly Concept[], page: number, index: GuideIndex): number {
  const { byPage, vocabulary } = index;
  const titleTerms = index.titleTerms[page] ?? new Set();
  let covered = 0;
  let lacking = 0;
  for (const { term, emphasis, alternatives } of concepts) {
    const number = byPage.terms.get(term);
    const rarity = number === undefined ? rarityOf(0, byPage.ids.length) : (byPage.rarities[number] ?? 0);
    const inTitle = titleTerms.has(term);
    const weight = emphasis * Math.max(inTitle ? LEAST_TITLE_RARITY : LEAST_RARITY, rarity);
    const held = alternatives.filter((alternative) => documentsWith(byPage, alternative.term).includes(page));
    const share = Math.max(
      0,
      ...held.map((alternative) => (alternative.weight === 1 ? 1 : SYNONYM_COVERAGE)),
    );
    covered += weight * share;
    if (held.length > 0) continue;
    const elsewhere = alternatives.some((alternative) => byPage.terms.has(alternative.term));
    const kind =
      vocabulary.isCommon(term) || /^\d+$/.test(term) ? 'everyday' : elsewhere ? 'elsewhere' : 'unknown';
    lacking += weight * LACKING[kind];
  }
  return covered === 0 ? 0 : covered / (covered + lacking);
}
