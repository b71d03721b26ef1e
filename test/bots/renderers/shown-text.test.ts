import { expect } from 'chai';
import fc from 'fast-check';
import { safeUrl, telephoneUrl } from '../../../bots/renderers/links.js';
import { clip, splitText } from '../../../bots/renderers/shown-text.js';

const text = fc.string({ unit: 'grapheme', maxLength: 400 });
const limit = fc.integer({ min: 20, max: 200 });

describe('clip', () => {
  it('is never longer than the limit, begins as the text does, and leaves what fits', () => {
    fc.assert(
      fc.property(text, limit, (whole, most) => {
        const clipped = clip(whole, most);
        expect(clipped.length).to.be.at.most(most);
        if (whole.length <= most) expect(clipped).to.equal(whole);
        else expect(whole.startsWith(clipped.slice(0, -1))).to.equal(true);
        expect(clipped).to.not.match(/\p{Surrogate}/u);
      }),
    );
  });

  it('cuts no family in two', () => {
    expect(clip('👨‍👩‍👧‍👦'.repeat(10), 30)).to.equal(`${'👨‍👩‍👧‍👦'.repeat(2)}…`);
  });
});

describe('splitText', () => {
  it('loses nothing but spaces, and holds the limit', () => {
    fc.assert(
      fc.property(text, limit, (whole, most) => {
        const parts = splitText(whole, most);
        for (const part of parts) expect(part.length).to.be.within(1, most);
        expect(parts.join('').replace(/\s/g, '')).to.equal(whole.replace(/\s/g, ''));
      }),
    );
  });

  it('parts at sentences rather than within', () => {
    expect(splitText('One is here. Two is here.', 20)).to.deep.equal(['One is here.', 'Two is here.']);
  });
});

describe('links', () => {
  const table: [string, string | undefined][] = [
    ['https://example.com/a b', 'https://example.com/a%20b'],
    ['mailto:a@b.org', 'mailto:a@b.org'],
    ['mailto:a@b.org?cc=c@d.org', 'mailto:a@b.org'],
    ['mailto:a@b.org,c@d.org', undefined],
    ['tel:(617) 555-0142', 'tel:6175550142'],
    ['tel:call me', undefined],
    ['http://example.com', undefined],
    ['https://user:secret@example.com', undefined],
    ['java\nscript:alert(1)', undefined],
    ['javascript://https://example.com', undefined],
    ['data:text/html,x', undefined],
    ['//example.com', undefined],
    ['', undefined],
  ];
  for (const [url, safe] of table) {
    it(`${JSON.stringify(url)} becomes ${safe ?? 'nothing'}`, () => expect(safeUrl(url)).to.equal(safe));
  }

  it('dial what is a number and nothing else', () => {
    expect(telephoneUrl('+44 20 7946 0000')).to.equal('tel:+442079460000');
    expect(telephoneUrl('116 123')).to.equal('tel:116123');
    expect(telephoneUrl('Text HOME to 741741')).to.equal(undefined);
  });
});
