import type { Embedder } from './embedder.js';
import type { GuideIndex } from './guide-index.js';
import { type GuideHit, type GuideSearch, searchGuide } from './guide-search.js';

/** Finds passages for a question. */
export interface GuideFinder {
  find(question: string, k: number): Promise<GuideSearch>;
}

/** So many of each ranking are put together. */
const DEPTH = 30;
/** How soon a lower rank counts less (Cormack et al., "Reciprocal Rank Fusion", SIGIR 2009). */
const RANK_CONSTANT = 60;
/** Beyond so many characters a question says nothing new to a model. */
const LONGEST_QUESTION = 2000;

/** By words alone, or by words and meaning together. */
export function createGuideFinder(index: GuideIndex, embedder?: Embedder): GuideFinder {
  if (!embedder) return { find: async (question, k) => searchGuide(index, question, k) };
  const texts = index.passages.map(({ pageTitle, heading, text }) => `${pageTitle}. ${heading}\n${text}`);
  let passages: Promise<Float32Array[] | undefined> | undefined;

  return {
    async find(question, k) {
      const byWords = searchGuide(index, question, Math.max(DEPTH, k));
      passages ??= embedder.embed(texts);
      const [vectors, asked] = await Promise.all([
        passages,
        embedder.embed([question.slice(0, LONGEST_QUESTION)]),
      ]);
      // What failed is tried again with the next question.
      if (!vectors) passages = undefined;
      const vector = asked?.[0];
      const hits = vectors && vector ? fused(byWords.hits, byMeaning(index, vectors, vector)) : byWords.hits;
      // Whether the guide answers at all is decided by the rules alone: a model cannot widen what it covers.
      return { answerable: byWords.answerable, hits: hits.slice(0, k) };
    },
  };
}

function byMeaning(index: GuideIndex, vectors: readonly Float32Array[], asked: Float32Array): GuideHit[] {
  return index.passages
    .map(({ id, page, section }, at) => ({ id, page, section, score: cosine(vectors[at], asked) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, DEPTH);
}

/** Each passage by the sum of what its places in the rankings are worth; equal sums in the order of words. */
function fused(...rankings: readonly (readonly GuideHit[])[]): GuideHit[] {
  const found = new Map<string, GuideHit>();
  for (const ranking of rankings) {
    ranking.forEach((hit, rank) => {
      const before = found.get(hit.id)?.score ?? 0;
      found.set(hit.id, { ...hit, score: before + 1 / (RANK_CONSTANT + rank + 1) });
    });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** 0 for vectors that cannot be compared: of another model, of another length, or of nothing. */
function cosine(a: Float32Array | undefined, b: Float32Array): number {
  if (!a || a.length !== b.length) return 0;
  let product = 0;
  let ofA = 0;
  let ofB = 0;
  for (let at = 0; at < a.length; at++) {
    const x = a[at] ?? 0;
    const y = b[at] ?? 0;
    product += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA > 0 && ofB > 0 ? product / Math.sqrt(ofA * ofB) : 0;
}
