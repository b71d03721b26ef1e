import { expect } from 'chai';
import { wordsOf } from '../../../knowledge/retrieval/words-of.js';

describe('words of a text', () => {
  const examples: [text: string, words: string[]][] = [
    ['Massage helps!', ['massage', 'helps']],
    ["Don't  STOP", ["don't", 'stop']],
    ['the patients’ and Ménière’s', ['the', 'patients', 'and', "meniere's"]],
    ['deep-tissue, x-ray', ['deep', 'tissue', 'x', 'ray']],
    ['30-minute L4/L5', ['30', 'minute', 'l4', 'l5']],
    ["'quoted' end'", ['quoted', 'end']],
    ['болит спина 痛み', ['болит', 'спина', '痛み']],
    ['𝒷ack 😀 pain', ['back', 'pain']],
    ['', []],
    [' .,;!? ', []],
  ];
  for (const [text, words] of examples) {
    it(`are found in ${JSON.stringify(text)}`, () => expect(wordsOf(text)).to.deep.equal(words));
  }

  it('are no more than asked for', () => expect(wordsOf('a b c d', 2)).to.deep.equal(['a', 'b']));
});
