import { nearestTerm } from './nearest-term.js';
import type { SearchIndex } from './search-index.js';
import type { Vocabulary } from './vocabulary.js';
import { wordsOf } from './words-of.js';

/** Beyond these a question says nothing new, and its cost stays bounded. */
const MOST_WORDS = 400;
const MOST_CONCEPTS = 64;
const MOST_CORRECTIONS = 4;

/** How much a word counts that says little ("go", "thing"). */
const WEAK_EMPHASIS = 0.4;
/** How much a word counts that changes any answer ("pregnant"). */
const STRONG_EMPHASIS = 2.6;
/** How much a term counts that the word may be a misspelling of. */
const CORRECTION_WEIGHT = 0.7;

/** One thing that a question names, and every term by which a document may hold it. */
export interface Concept {
  /** The question's own word, and its term. */
  word: string;
  term: string;
  /** How much it counts: 1, more for one that is named several times, less for a word that says little. */
  emphasis: number;
  weak: boolean;
  /** `weight` is 1 for the term itself. */
  alternatives: { term: string; weight: number }[];
}

/** The concepts of a question, in order, without words that carry no meaning. */
export function readQuery(query: string, vocabulary: Vocabulary, index: SearchIndex): Concept[] {
  const words = withoutIdioms(wordsOf(query.slice(0, MOST_WORDS * 40), MOST_WORDS), vocabulary);
  const terms = words.map((word) => vocabulary.termOf(word));
  const concepts = new Map<string, Concept>();
  terms.forEach((term, at) => {
    if (term === undefined) return;
    const known = concepts.get(term);
    if (known) known.emphasis *= 1.5;
    else if (concepts.size < MOST_CONCEPTS)
      concepts.set(term, newConcept(words[at] ?? term, term, vocabulary));
  });
  addSynonyms(words, terms, concepts, vocabulary);
  correctSpelling([...concepts.values()], index);
  return [...concepts.values()];
}

function newConcept(word: string, term: string, vocabulary: Vocabulary): Concept {
  const weak = vocabulary.isWeak(term);
  const emphasis = weak ? WEAK_EMPHASIS : vocabulary.isStrong(term) ? STRONG_EMPHASIS : 1;
  return { word, term, weak, emphasis, alternatives: [{ term, weight: 1 }] };
}

/** Puts plain words in the place of idioms, the longest first. */
function withoutIdioms(words: readonly string[], { idioms, longestIdiom }: Vocabulary): string[] {
  const plain: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestIdiom, words.length - at);
    while (length > 0 && !idioms.has(words.slice(at, at + length).join(' '))) length--;
    plain.push(...(idioms.get(words.slice(at, at + length).join(' ')) ?? [words[at] ?? '']));
    at += Math.max(1, length);
  }
  return plain;
}

/** The words of a phrase share the weight of its synonyms, and none of them is weak within it ("go wrong"). */
function addSynonyms(
  words: readonly string[],
  terms: readonly (string | undefined)[],
  concepts: ReadonlyMap<string, Concept>,
  vocabulary: Vocabulary,
): void {
  const stems = words.map((word, at) => terms[at] ?? vocabulary.stemOf(word));
  for (let length = 1; length <= vocabulary.longestPhrase; length++) {
    for (let from = 0; from + length <= stems.length; from++) {
      const synonyms = vocabulary.synonyms.get(stems.slice(from, from + length).join(' '));
      if (!synonyms) continue;
      const named = terms.slice(from, from + length).filter((term) => term !== undefined);
      for (const term of named) {
        const concept = concepts.get(term);
        if (!concept) continue;
        if (length > 1 && concept.weak) Object.assign(concept, { weak: false, emphasis: 1 });
        for (const synonym of synonyms) addAlternative(concept, synonym.term, synonym.weight / named.length);
      }
    }
  }
}

function addAlternative(concept: Concept, term: string, weight: number): void {
  const known = concept.alternatives.find((alternative) => alternative.term === term);
  if (known) known.weight = Math.max(known.weight, weight);
  else concept.alternatives.push({ term, weight });
}

function correctSpelling(concepts: readonly Concept[], index: SearchIndex): void {
  const unknown = concepts.filter(
    (concept) => !concept.weak && !concept.alternatives.some(({ term }) => index.terms.has(term)),
  );
  for (const concept of unknown.slice(0, MOST_CORRECTIONS)) {
    const term = nearestTerm(concept.word, index);
    if (term !== undefined) addAlternative(concept, term, CORRECTION_WEIGHT);
  }
}
