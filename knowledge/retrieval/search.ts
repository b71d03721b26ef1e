import { bestDocuments } from './best-documents.js';
import { type Concept, readQuery } from './read-query.js';
import type { SearchIndex } from './search-index.js';
import { englishVocabulary, type Vocabulary } from './vocabulary.js';

export interface Hit {
  id: string;
  score: number;
}

/** The `k` best documents, best first; equal scores by id. Any text is a question: it never throws. */
export function search(
  index: SearchIndex,
  query: string,
  k: number,
  vocabulary: Vocabulary = englishVocabulary(),
): Hit[] {
  const scores = scoreDocuments(index, readQuery(query, vocabulary, index));
  return bestDocuments(scores, index.ranks, k).map((document) => ({
    id: index.ids[document] ?? '',
    score: scores[document] ?? 0,
  }));
}

/** Each document's score, by its number. A document counts a concept once, by its best word for it. */
export function scoreDocuments(index: SearchIndex, concepts: readonly Concept[]): Float32Array {
  const { starts, documents, impacts } = index;
  const total = new Float32Array(index.ids.length);
  const ofConcept = new Float32Array(index.ids.length);
  const touched: number[] = [];
  for (const concept of concepts) {
    for (const { term, weight } of concept.alternatives) {
      const number = index.terms.get(term);
      if (number === undefined) continue;
      const factor = weight * concept.emphasis;
      const end = starts[number + 1] ?? 0;
      for (let at = starts[number] ?? 0; at < end; at++) {
        const document = documents[at] ?? 0;
        const before = ofConcept[document] ?? 0;
        if (before === 0) touched.push(document);
        ofConcept[document] = Math.max(before, (impacts[at] ?? 0) * factor);
      }
    }
    for (const document of touched) {
      total[document] = (total[document] ?? 0) + (ofConcept[document] ?? 0);
      ofConcept[document] = 0;
    }
    touched.length = 0;
  }
  return total;
}

/** The documents that hold a term, by their numbers, ascending. */
export function documentsWith(index: SearchIndex, term: string): Uint32Array {
  const number = index.terms.get(term);
  if (number === undefined) return new Uint32Array();
  return index.documents.subarray(index.starts[number], index.starts[number + 1]);
}
