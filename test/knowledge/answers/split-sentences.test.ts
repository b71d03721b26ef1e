import { expect } from 'chai';
import { splitSentences } from '../../../knowledge/answers/split-sentences.js';

describe('sentences of a text', () => {
  const examples: [text: string, sentences: string[]][] = [
    ['It may. Ask first.', ['It may.', 'Ask first.']],
    ['It takes 1.5 hours. Rest.', ['It takes 1.5 hours.', 'Rest.']],
    ['See Dr. Rivera, e.g. for a rash. Go.', ['See Dr. Rivera, e.g. for a rash.', 'Go.']],
    ['No. There is none.', ['No.', 'There is none.']],
    ['You can ask: Is it safe? Why?', ['You can ask: Is it safe?', 'Why?']],
    [
      '"Less pressure." is fine. Say "stop!" Then rest.',
      ['"Less pressure." is fine.', 'Say "stop!"', 'Then rest.'],
    ],
    ['One line\nand the next.\n\nA paragraph', ['One line and the next.', 'A paragraph']],
    ['', []],
  ];
  for (const [text, sentences] of examples) {
    it(`are found in ${JSON.stringify(text)}`, () => expect(splitSentences(text)).to.deep.equal(sentences));
  }
});
