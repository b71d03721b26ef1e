import { buildIndex } from '../../../knowledge/retrieval/build-index.js';
import { search } from '../../../knowledge/retrieval/search.js';
import type { Engine } from './engine.js';

export const ours: Engine = {
  name: 'this project',
  setting: 'as shipped',
  build(documents) {
    const index = buildIndex(documents);
    return (query, k) => search(index, query, k).map(({ id }) => id);
  },
};
