import { expect } from 'chai';
import fc from 'fast-check';
import { typosBetween } from '../../../services/places/typos.js';

describe('typosBetween', () => {
  const cases: [string, string, number][] = [
    ['boston', 'boston', 0],
    ['bostn', 'boston', 1],
    ['bosston', 'boston', 1],
    ['bosten', 'boston', 1],
    ['pheonix', 'phoenix', 1],
    ['pheonixx', 'phoenix', 2],
    ['austin', 'boston', 3],
    ['', 'ab', 2],
  ];
  for (const [a, b, typos] of cases) {
    it(`counts ${typos} from ${JSON.stringify(a)} to ${JSON.stringify(b)}`, () => {
      expect(typosBetween(a, b, 2)).to.equal(typos);
    });
  }

  it('is the same both ways, nought only for the same word, and never more than one past the most', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        const typos = typosBetween(a, b, most);
        expect(typosBetween(b, a, most)).to.equal(typos);
        expect(typos).to.be.within(0, most + 1);
        expect(typos === 0).to.equal(a === b);
      }),
    );
  });
});
