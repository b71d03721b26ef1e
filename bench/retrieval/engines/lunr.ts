import lunrLibrary from 'lunr';
import type { Engine } from './engine.js';

export const lunr: Engine = {
  name: 'lunr',
  setting: 'its pipeline, title twice',
  build(documents) {
    const index = lunrLibrary((builder) => {
      builder.ref('id');
      builder.field('title', { boost: 2 });
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    return (query, k) =>
      index
        // Its query language is not for text of patients: marks would be operators.
        .search(query.replace(/[^\p{L}\p{N}\s]/gu, ' '))
        .slice(0, k)
        .map(({ ref }) => ref);
  },
};
