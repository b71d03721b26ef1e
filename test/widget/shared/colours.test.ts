import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Colour,
  contrast,
  parseColour,
  readableOn,
  showColour,
  standingOutFrom,
} from '../../../widget/shared/colours.js';

const part = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(part, part, part) as fc.Arbitrary<Colour>;

describe('colours', () => {
  it('are read from three or six digits, and nothing else', () => {
    expect(parseColour('#0a6')).to.deep.equal([0, 170, 102]);
    expect(parseColour(' #00AA66 ')).to.deep.equal([0, 170, 102]);
    for (const bad of ['red', '#12', '#12345', '#gggggg', 'url(x)', '#fff;}', '']) {
      expect(parseColour(bad), bad).to.equal(undefined);
    }
  });

  it('are shown as they were read', () => {
    fc.assert(
      fc.property(colour, (any) => {
        expect(parseColour(showColour(any))).to.deep.equal(any);
      }),
    );
  });

  it('know the contrast of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).to.equal(21);
    expect(contrast([119, 119, 119], [255, 255, 255])).to.be.closeTo(4.48, 0.01);
  });

  it('give text that can be read on any accent', () => {
    fc.assert(fc.property(colour, (accent) => contrast(accent, readableOn(accent)) >= 4.5));
  });

  it('give a shade of any accent that can be read on light and on dark', () => {
    const surfaces: Colour[] = [
      [0xf3, 0xf7, 0xf7],
      [0x1f, 0x2d, 0x32],
    ];
    fc.assert(
      fc.property(colour, fc.constantFrom(...surfaces), (accent, surface) => {
        expect(contrast(standingOutFrom(surface, accent, 4.6), surface)).to.be.at.least(4.6);
      }),
    );
  });

  it('leave an accent alone that stands out already', () => {
    expect(standingOutFrom([255, 255, 255], [10, 20, 30], 4.5)).to.deep.equal([10, 20, 30]);
  });
});
