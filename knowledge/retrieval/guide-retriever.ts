import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { EvidenceLevel } from '../guide/passage.js';
import type { GuideIndex } from './guide-index.js';
import { searchGuide } from './guide-search.js';

export interface GuideDocumentMetadata extends Record<string, unknown> {
  id: string;
  page: string;
  section: string;
  title: string;
  heading: string;
  evidence?: EvidenceLevel;
  score: number;
}

export interface GuideRetrieverInput extends BaseRetrieverInput {
  index: GuideIndex;
  /** How many passages at most. */
  k?: number;
}

/**
 * The guide as a LangChain retriever, for chains: the same search as everywhere. A question that the guide does not
 * answer gets no documents. Import this file only where LangChain is wanted: it takes half a second to load.
 */
export class GuideRetriever extends BaseRetriever<GuideDocumentMetadata> {
  static override lc_name(): string {
    return 'GuideRetriever';
  }

  override lc_namespace = ['medical-massage-guide', 'retrieval'];
  private readonly index: GuideIndex;
  private readonly k: number;

  constructor({ index, k = 5, ...input }: GuideRetrieverInput) {
    super(input);
    this.index = index;
    this.k = k;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<GuideDocumentMetadata>[]> {
    const { answerable, hits } = searchGuide(this.index, question, this.k);
    if (!answerable) return [];
    const passages = new Map(this.index.passages.map((passage) => [passage.id, passage]));
    return hits.flatMap(({ id, page, section, score }) => {
      const passage = passages.get(id);
      if (!passage) return [];
      const { pageTitle: title, heading, text, evidence } = passage;
      return new Document({
        id,
        pageContent: text,
        metadata: { id, page, section, title, heading, ...(evidence && { evidence }), score },
      });
    });
  }
}
