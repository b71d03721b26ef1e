import MiniSearch from 'minisearch';
import type { Engine } from './engine.js';
import { plainTerms } from './plain-terms.js';

export const minisearch: Engine = {
  name: 'minisearch',
  setting: 'Porter stems, question words dropped',
  build(documents) {
    const index = new MiniSearch({
      fields: ['title', 'text'],
      tokenize: (text) => plainTerms(text),
      processTerm: (term) => term,
    });
    index.addAll(documents);
    return (query, k) =>
      index
        .search(query)
        .slice(0, k)
        .map(({ id }) => String(id));
  },
};
