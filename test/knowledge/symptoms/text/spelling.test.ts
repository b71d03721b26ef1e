import { expect } from 'chai';
import { correctSpelling } from '../../../../knowledge/symptoms/text/spelling.js';
import { readWords } from '../../../../knowledge/symptoms/text/words.js';

const vocabulary = new Set(['heart', 'shoulder', 'ibuprofen', 'stroke', 'tingling', 'calf', 'warfarin']);
const corrected = (message: string) =>
  correctSpelling(readWords(message), vocabulary).map(({ text }) => text);

describe('correcting spelling', () => {
  it('puts right one letter in words of five, and two in words of nine', () => {
    expect(corrected('shouldre haert warfrin')).to.deep.equal(['shoulder', 'heart', 'warfarin']);
    expect(corrected('ibuprophen')).to.deep.equal(['ibuprofen']);
  });

  it('leaves short words, real words and far ones alone', () => {
    expect(corrected('half heard strike strokes tangle')).to.deep.equal([
      'half',
      'heard',
      'strike',
      'strokes',
      'tangle',
    ]);
  });

  it('keeps the place of the word', () => {
    const [word] = correctSpelling(readWords('  tinglinng'), vocabulary);
    expect([word?.text, word?.start, word?.end]).to.deep.equal(['tingling', 2, 11]);
  });
});
