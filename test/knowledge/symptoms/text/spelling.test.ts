import { expect } from 'chai';
import { correctSpelling } from '../../../../knowledge/symptoms/text/spelling.js';
import { readWords } from '../../../../knowledge/symptoms/text/words.js';

const vocabulary = new Set(['heart', 'shoulder', 'ibuprofen', 'stroke', 'tingling', 'calf', 'warfarin']);
const corrected = (message: string) =>
  correctSpelling(readWords(message), vocabulary, message).map(({ text }) => text);

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

  it('takes no English word and no name for a slip', () => {
    expect(corrected('stroked strode warfare ibuprofens')).to.deep.equal([
      'stroked',
      'strode',
      'warfare',
      'ibuprofens',
    ]);
    expect(corrected('my friend Strokk came')).to.include('strokk');
    expect(corrected('my friend had a strokk')).to.include('stroke');
    expect(corrected('MY FRIEND HAD A STROKK')).to.include('stroke');
    expect(corrected('in my left Shouldre')).to.include('shoulder');
  });

  it('keeps the place of the word', () => {
    const [word] = correctSpelling(readWords('  tinglinng'), vocabulary, '  tinglinng');
    expect([word?.text, word?.start, word?.end]).to.deep.equal(['tingling', 2, 11]);
  });
});
