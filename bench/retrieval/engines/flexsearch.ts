import { Charset, Document } from 'flexsearch';
import type { Engine } from './engine.js';
import { plainTerms } from './plain-terms.js';

export const flexsearch: Engine = {
  name: 'flexsearch',
  setting: 'Porter stems, suggestions on',
  build(documents) {
    const index = new Document({
      document: { id: 'id', index: ['title', 'text'] },
      encoder: Charset.Exact,
      tokenize: 'strict',
      resolution: 9,
    });
    for (const { id, title, text } of documents)
      index.add({ id, title: plainTerms(title).join(' '), text: plainTerms(text).join(' ') });
    return (query, k) => {
      const found = index.search(plainTerms(query).join(' '), { limit: k, suggest: true, merge: true });
      return (found as unknown as { id: string }[]).slice(0, k).map(({ id }) => String(id));
    };
  },
};
