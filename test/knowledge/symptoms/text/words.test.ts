import { expect } from 'chai';
import fc from 'fast-check';
import { readWords } from '../../../../knowledge/symptoms/text/words.js';

const texts = (message: string) => readWords(message).map(({ text }) => text);

describe('reading words', () => {
  it('writes contractions out, with and without their apostrophe', () => {
    expect(texts("I can’t, won't and dont")).to.deep.equal([
      'i',
      'can',
      'not',
      'will',
      'not',
      'and',
      'do',
      'not',
    ]);
    expect(texts("it's been, it's sore")).to.deep.equal(['it', 'has', 'been', 'it', 'is', 'sore']);
  });

  it('takes the possessive ending off and remembers it', () => {
    const [dad, leg] = readWords("dad's leg");
    expect([dad?.text, dad?.possessive, leg?.possessive]).to.deep.equal(['dad', true, false]);
  });

  it('gives each word its place in the message as it was given', () => {
    const message = 'My “ﬁngers”\u200b can’t 🙂 FEEL';
    const places = readWords(message).map(({ text, start, end }) => [text, message.slice(start, end)]);
    expect(places).to.deep.equal([
      ['my', 'My'],
      ['fingers', 'ﬁngers'],
      ['can', 'can’t'],
      ['not', 'can’t'],
      ['feel', 'FEEL'],
    ]);
  });

  it('reads what looks the same as the same, and never what cannot be seen', () => {
    expect(texts('раin')).to.deep.equal(['pain']);
    expect(texts('ｐａｉｎ ｉｎ ｂａｃｋ')).to.deep.equal(['pain', 'in', 'back']);
    expect(texts(`p${'\u0300\u0301\u0489'.repeat(200)}ain`)).to.deep.equal(['pain']);
    expect(texts('\u202epain\u202c pa\u200bin')).to.deep.equal(['pain', 'pain']);
    expect(texts('ok\u{e0069}\u{e0067}\u{e006e}')).to.deep.equal(['ok']);
    expect(texts('pain\u0000ful')).to.deep.equal(['painful']);
  });

  it('leaves Russian as Russian', () => {
    expect(texts('у меня болит спина')).to.deep.equal(['у', 'меня', 'болит', 'спина']);
  });

  it('ends a sentence at its mark and at a line, but not after an abbreviation', () => {
    const sentences = (message: string) => new Set(readWords(message).map(({ sentence }) => sentence)).size;
    expect(sentences('It hurts. A lot!')).to.equal(2);
    expect(sentences('neck\nback')).to.equal(2);
    expect(sentences('I saw Dr. Lee at approx. 3.5 pm')).to.equal(1);
  });

  it('ends a clause where somebody else does something, and keeps a list in one', () => {
    const clauses = (message: string) => new Set(readWords(message).map(({ clause }) => clause)).size;
    expect(clauses('my knee is swollen, my calf is fine')).to.equal(2);
    expect(clauses('my knee is swollen but not red')).to.equal(2);
    expect(clauses('I have no fever and my chest hurts')).to.equal(2);
    expect(clauses('pain in my chest, my arm and my jaw')).to.equal(1);
  });

  it('keeps every place inside the message, in order, for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (message) => {
        let before = 0;
        for (const { start, end } of readWords(message)) {
          expect(start).to.be.at.least(before);
          expect(end).to.be.greaterThan(start).and.at.most(message.length);
          before = start;
        }
      }),
    );
  });
});
