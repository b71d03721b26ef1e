/// <reference path="./wink.d.ts" />
import bm25 from 'wink-bm25-text-search';
import nlp from 'wink-nlp-utils';
import type { Engine } from './engine.js';

export const wink: Engine = {
  name: 'wink-bm25-text-search',
  setting: 'the tasks of its manual, title twice',
  build(documents) {
    const index = bm25();
    index.defineConfig({ fldWeights: { title: 2, text: 1 } });
    index.definePrepTasks([
      nlp.string.lowerCase,
      nlp.string.tokenize0,
      nlp.tokens.removeWords,
      nlp.tokens.stem,
      nlp.tokens.propagateNegations,
    ]);
    documents.forEach(({ title, text }, at) => {
      index.addDoc({ title, text }, at);
    });
    index.consolidate();
    return (query, k) => index.search(query, k).map(([at]) => documents[Number(at)]?.id ?? '');
  },
};
