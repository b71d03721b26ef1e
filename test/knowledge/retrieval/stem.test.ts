import { expect } from 'chai';
import fc from 'fast-check';
import { stem } from '../../../knowledge/retrieval/stem.js';

describe('stems', () => {
  // Expected values follow from the published Porter2 rules; the groups hold the steps in order.
  const examples: [word: string, expected: string][] = [
    ["patient's", 'patient'],
    ['stresses', 'stress'],
    ['ties', 'tie'],
    ['cries', 'cri'],
    ['gas', 'gas'],
    ['kiwis', 'kiwi'],
    ['agreed', 'agre'],
    ['massaged', 'massag'],
    ['massaging', 'massag'],
    ['massages', 'massag'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['luxuriated', 'luxuri'],
    ['therapy', 'therapi'],
    ['therapies', 'therapi'],
    ['say', 'say'],
    ['relational', 'relat'],
    ['relaxation', 'relax'],
    ['usefulness', 'use'],
    ['carefully', 'care'],
    ['inflammatory', 'inflammatori'],
    ['inflammation', 'inflamm'],
    ['circulation', 'circul'],
    ['circulatory', 'circulatori'],
    ['physiological', 'physiolog'],
    ['treatment', 'treatment'],
    ['adjustment', 'adjust'],
    ['effective', 'effect'],
    ['controllable', 'control'],
    ['generously', 'generous'],
    ['communication', 'communic'],
    ['proceed', 'proceed'],
    ['dying', 'die'],
    ['news', 'news'],
  ];
  for (const [word, expected] of examples) {
    it(`takes "${word}" to "${expected}"`, () => expect(stem(word)).to.equal(expected));
  }

  it('leaves words alone that are not English letters', () => {
    for (const word of ['l4', '2024', 'нога', 'x']) expect(stem(word)).to.equal(word);
  });

  it('gives a stem no longer than the word and one letter, and never an empty one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        const stemmed = stem(word);
        return stemmed.length > 0 && stemmed.length <= word.length + 1;
      }),
    );
  });
});
