import { create, insertMultiple, search } from '@orama/orama';
import type { Engine } from './engine.js';
import { tellingWords } from './plain-terms.js';

export const orama: Engine = {
  name: '@orama/orama',
  setting: 'English stemming, question words dropped, title twice',
  async build(documents) {
    const index = create({
      schema: { id: 'string', title: 'string', text: 'string' },
      components: { tokenizer: { language: 'english', stemming: true } },
    });
    await insertMultiple(index, [...documents]);
    return async (query, k) => {
      const found = await search(index, {
        term: tellingWords(query).join(' '),
        boost: { title: 2 },
        limit: k,
        properties: ['title', 'text'],
      });
      return found.hits.map(({ document }) => document.id);
    };
  },
};
