import { expect } from 'chai';
import { stem } from '../../../../knowledge/symptoms/text/stem.js';

describe('stemming', () => {
  const families = [
    ['swollen', 'swelling', 'swells', 'swelled'],
    ['calf', 'calves'],
    ['weak', 'weakness'],
    ['numb', 'numbness'],
    ['throbs', 'throbbing', 'throbbed'],
    ['bruise', 'bruises', 'bruised', 'bruising'],
    ['injury', 'injuries'],
    ['feel', 'feels', 'felt', 'feeling'],
    ['ache', 'aches', 'aching', 'ached'],
    ['move', 'moves', 'moved', 'moving'],
    ['breathe', 'breathing'],
  ];
  for (const family of families) {
    it(`brings ${family.join(', ')} together`, () => {
      expect(new Set(family.map(stem)).size).to.equal(1);
    });
  }

  const strangers = [
    ['not', 'noted'],
    ['bit', 'bite'],
    ['need', 'knee'],
    ['pus', 'put'],
    ['less', 'leg'],
    ['thing', 'thigh'],
    ['witness', 'wit'],
  ];
  for (const [one, other] of strangers) {
    it(`keeps ${one} and ${other} apart`, () => {
      expect(stem(one ?? '')).to.not.equal(stem(other ?? ''));
    });
  }
});
