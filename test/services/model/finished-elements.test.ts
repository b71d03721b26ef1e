import { expect } from 'chai';
import fc from 'fast-check';
import { FinishedElements } from '../../../services/model/finished-elements.js';

function read(pieces: readonly string[]): unknown[] {
  const elements = new FinishedElements();
  return pieces.flatMap((piece) => elements.take(piece)).map((json) => JSON.parse(json));
}

describe('the elements of an answer while it comes', () => {
  it('gives each once its last brace is there', () => {
    const elements = new FinishedElements();
    expect(elements.take('{"sentences": [{"text": "One. {[", "passages": [1')).to.deep.equal([]);
    expect(elements.take('2]')).to.deep.equal([]);
    expect(elements.take('}, {"te')).to.deep.equal(['{"text": "One. {[", "passages": [12]}']);
    expect(elements.take('xt": "Two.", "passages": []}]}')).to.deep.equal([
      '{"text": "Two.", "passages": []}',
    ]);
  });

  it('passes over what stands around the object', () => {
    expect(read(['Here "it is:\n```json\n{"sentences":[{"text":"One."}]}\n```'])).to.deep.equal([
      { text: 'One.' },
    ]);
  });

  it('gives the same elements however the text is cut, whatever they hold', () => {
    const sentences = fc.array(
      fc.record({
        text: fc.string({ unit: 'grapheme' }),
        passages: fc.array(fc.nat()),
        more: fc.jsonValue(),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(sentences, fc.integer({ min: 1, max: 9 }), fc.nat(2), (list, size, indent) => {
        const text = JSON.stringify({ sentences: list }, null, indent);
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
          text.slice(at * size, (at + 1) * size),
        );
        expect(read(pieces)).to.deep.equal(JSON.parse(JSON.stringify(list)));
      }),
    );
  });
});
