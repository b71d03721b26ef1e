import { loadLexicon } from '../symptoms/lexicon/lexicon.js';
import type { ConceptCatalogue } from './rule-book.js';

/** The concepts of the lexicon that ships with the project, as far as safety looks at them. */
export function conceptCatalogue(): ConceptCatalogue {
  const { concepts, kindsOf } = loadLexicon();
  return {
    has: (concept) => concepts.has(concept),
    kindsOf,
    countsWhenPast: (concept, yearsAgo) => {
      const past = concepts.get(concept)?.past;
      return past === 'keep' || (past === 'recent' && !yearsAgo);
    },
  };
}
