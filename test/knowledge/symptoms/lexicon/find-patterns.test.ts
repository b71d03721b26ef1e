import { expect } from 'chai';
import { findPatterns } from '../../../../knowledge/symptoms/lexicon/find-patterns.js';
import { indexPatterns } from '../../../../knowledge/symptoms/lexicon/pattern-index.js';
import { readWords } from '../../../../knowledge/symptoms/text/words.js';

const classes = { calf: ['calf', 'lower leg'], swollen: ['swollen', 'puffed up'] };

function finds(phrase: string, message: string): boolean {
  const index = indexPatterns([{ phrase, payload: 1 }], classes);
  return findPatterns(index, readWords(message)).length > 0;
}

describe('finding a strict phrase', () => {
  const strictly = (phrase: string, message: string) => {
    const index = indexPatterns([{ phrase, payload: 1, strict: true }], classes);
    return findPatterns(index, readWords(message)).length > 0;
  };

  it('keeps to the order of its words, with one word between at most', () => {
    expect(strictly('head massage', 'a head massage')).to.equal(true);
    expect(strictly('head massage', 'a head and massage')).to.equal(true);
    expect(strictly('head massage', 'massage, I hit my head')).to.equal(false);
    expect(strictly('head massage', 'my head hurts so much, a massage')).to.equal(false);
    expect(strictly('head {0,4} massage', 'head as well as shoulder massage')).to.equal(true);
  });
});

describe('finding phrases', () => {
  const table: [phrase: string, found: string[], not: string[]][] = [
    [
      'swollen calf',
      ['my calf is swollen', 'swelling in the left calf', 'my calves have been really badly swollen'],
      [
        'my knee is swollen, my calf is fine',
        'swollen knee. My calf hurts',
        'calf one two three four swollen',
      ],
    ],
    [
      '"can not feel"',
      ["I can't feel my foot", 'cant feel it'],
      ['I can usually not feel it', 'feel not can'],
    ],
    ['<calf> <swollen>', ['my lower leg is puffed up', 'puffed-up calf'], ['my lower back is puffed up']],
    [
      '<calf> bigger than [the] other',
      ['one calf bigger than the other', 'calf is bigger than other'],
      ['bigger calf'],
    ],
    [
      '=fitting|=fits',
      ['he is fitting', 'two fits today'],
      ['fit as a fiddle', 'outfitting', 'fitted kitchen', 'fitness'],
    ],
    ['"=fitting now"', ['is fitting now'], ['fitted now', 'fitting him in now']],
    ['chest pain|pressure|tightness', ['pressure on my chest', 'chest tightness'], ['chest cold']],
    [
      'numb bottom|back_passage|seat',
      ['my back passage is numb', 'numb seat'],
      ['numb back', 'numb passage'],
    ],
    [
      'pulse {0,6} 132|140',
      ['pulse is now about 132', 'pulse 140'],
      ['pulse 88, pressure 132', 'pulse 70 to 140'],
    ],
    ['arm {0,6} weak', ['my arm has just gone so very weak', 'arm weakness'], ['weak arm']],
  ];
  for (const [phrase, found, not] of table) {
    for (const message of found)
      it(`${phrase} is in: ${message}`, () => expect(finds(phrase, message)).to.equal(true));
    for (const message of not)
      it(`${phrase} is not in: ${message}`, () => expect(finds(phrase, message)).to.equal(false));
  }

  it('lets a "no" in a phrase stand only before the phrase’s own word', () => {
    expect(finds('no feeling leg', 'there is no feeling in my leg')).to.equal(true);
    expect(finds('no feeling leg', 'no pain, a strange feeling in the leg')).to.equal(false);
  });

  it('takes the nearest of several words on either side', () => {
    const words = readWords('he feels nothing from the calf, swollen and swollen');
    const index = indexPatterns(
      [
        { phrase: 'nothing|feel {0,4} from {0,3} <calf>', payload: 1 },
        { phrase: '<calf> {0,4} swollen', payload: 2 },
      ],
      classes,
    );
    expect(findPatterns(index, words).map((match) => match.words)).to.deep.include.members([
      [2, 3, 5],
      [5, 6],
    ]);
  });

  it('tells the words it matched and not those between', () => {
    const words = readWords('my calf is not swollen');
    const index = indexPatterns([{ phrase: 'swollen calf', payload: 1 }], classes);
    expect(findPatterns(index, words).map((match) => match.words)).to.deep.equal([[1, 4]]);
  });
});
