/** Anything that can be searched for. */
export interface SearchDocument {
  id: string;
  title?: string;
  heading?: string;
  /** Other words for it: searched, never shown. */
  alias?: string;
  text: string;
}

export const FIELDS = ['title', 'heading', 'alias', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** How BM25F weighs a collection (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
export interface Weighting {
  /** How much one occurrence in a field counts. */
  fields: Record<Field, number>;
  /** 0: a long field counts like a short one; 1: an occurrence in a field twice the average length counts half. */
  lengthNorm: Record<Field, number>;
  /** How soon further occurrences stop counting ("k1"). */
  saturation: number;
}

export const DEFAULT_WEIGHTING: Weighting = {
  fields: { title: 12, heading: 4, alias: 2, text: 1 },
  lengthNorm: { title: 0.9, heading: 0.5, alias: 0.5, text: 0.75 },
  saturation: 9,
};

/**
 * An inverted index in flat arrays: the documents that hold term `t` are `documents[starts[t]]` up to but not
 * including `documents[starts[t + 1]]`, in ascending order; `impacts`, side by side with them, is what the term adds
 * to the document's score.
 */
export interface SearchIndex {
  ids: readonly string[];
  /** The place of each document when ids are sorted: parts documents of equal score. */
  ranks: Uint32Array;
  terms: ReadonlyMap<string, number>;
  /** The words as they are written, long enough to be misspelt, by first letter. */
  words: ReadonlyMap<string, readonly IndexedWord[]>;
  /** How telling a term is: high for one that few documents hold. */
  rarities: Float32Array;
  starts: Uint32Array;
  documents: Uint32Array;
  impacts: Float32Array;
}

/** Shorter words are not corrected: too many others lie one slip away. */
export const SHORTEST_CORRECTED = 5;

export interface IndexedWord {
  word: string;
  term: string;
}

export function rarityOf(documentsWithTerm: number, documents: number): number {
  return Math.log(1 + (documents - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5));
}
