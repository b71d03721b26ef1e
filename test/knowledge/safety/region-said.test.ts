import { expect } from 'chai';
import { regionSaid } from '../../../knowledge/safety/region-said.js';

describe('the region a message says', () => {
  const table: [string, string | undefined][] = [
    ["I'm in London", 'GB'],
    ['UK', 'GB'],
    ['Sydney, Australia', 'AU'],
    ['I live in London, Ontario', 'CA'],
    ["I'm from the US", 'US'],
    ['I am in the U.S.', 'US'],
    ['we are in Germany', 'DE'],
    ['im in NYC and my back hurts', 'US'],
    ['Hi, I live near Manchester, my back hurts', 'GB'],
    ['calling from Canada', 'CA'],
    ['São Paulo', 'BR'],
    ['help us please', undefined],
    ['since my flight from Sydney my calf hurts', undefined],
    ['just back from Spain', undefined],
    ['I was in France last week', undefined],
    ['my sister lives in France', undefined],
    ['my boston terrier', undefined],
    ['nice to meet you', undefined],
    ['', undefined],
  ];
  for (const [text, region] of table) {
    it(`${region ? `is ${region}` : 'is unknown'} in "${text}"`, () => {
      expect(regionSaid(text)).to.equal(region);
    });
  }
});
