import { create, insertMultiple, search } from '@orama/orama';
import type { Engine } from './engine.js';

export const orama: Engine = {
  name: '@orama/orama',
  setting: 'English stemming, title twice',
  async build(documents) {
    const index = create({
      schema: { id: 'string', title: 'string', text: 'string' },
      components: { tokenizer: { language: 'english', stemming: true } },
    });
    await insertMultiple(index, [...documents]);
    return async (query, k) => {
      const found = await search(index, {
        term: query,
        limit: k,
        properties: ['title', 'text'],
        boost: { title: 2 },
      });
      return found.hits.map(({ document }) => document.id);
    };
  },
};
