import { expect } from 'chai';
import type { Wishes } from '../../../dialogs/record/record.js';
import { wishesInWords, wishInWords } from '../../../dialogs/therapists/wishes-in-words.js';

describe('Wishes in words', () => {
  const table: [Wishes, locale: string, words: string[]][] = [
    [{}, 'en-US', []],
    [{ gender: 'female' }, 'en-US', ['a woman']],
    [{ gender: 'male' }, 'en-US', ['a man']],
    [{ gender: 'nonbinary' }, 'en-US', ['nonbinary']],
    [{ languages: ['es'] }, 'en-US', ['speaks Spanish']],
    [{ languages: ['es', 'fr'] }, 'en-US', ['speaks Spanish or French']],
    [{ radiusKm: 16.09344 }, 'en-US', ['within 10 miles']],
    [{ radiusKm: 16 }, 'de-DE', ['within 16 km']],
    [{ accepting: true }, 'en-US', ['accepts new clients']],
    [{ gender: 'female', languages: ['es'] }, 'en-US', ['a woman', 'speaks Spanish']],
  ];
  for (const [wishes, locale, words] of table) {
    it(`${JSON.stringify(wishes)} (${locale})`, () => {
      expect(wishesInWords(wishes, locale)).to.deep.equal(words);
    });
  }

  it('names techniques and insurers as people do, not by the directory’s ids', () => {
    expect(wishInWords('modalities', { modalities: ['trigger-point', 'myofascial-release'] }, 'en-US'))
      .to.match(/trigger.point.* or .*myofascial/i)
      .and.not.match(/trigger-point,|myofascial-release/);
    expect(wishInWords('insurance', { insurance: 'aetna' }, 'en-US')).to.equal('takes Aetna');
  });

  it('says of every wish that can be let go what it is, though the patient did not name it', () => {
    const relaxable = [
      'radiusKm',
      'specialties',
      'modalities',
      'languages',
      'gender',
      'insurance',
      'accepting',
    ] as const;
    expect(wishInWords('radiusKm', {}, 'en-US')).to.equal('the distance');
    expect(wishInWords('specialties', {}, 'en-US')).to.equal('experience with your complaint');
    const all: Wishes = {
      radiusKm: 10,
      modalities: ['trigger-point'],
      languages: ['es'],
      gender: 'female',
      insurance: 'aetna',
      accepting: true,
    };
    const words = relaxable.map((wish) => wishInWords(wish, all, 'en-US'));
    expect(new Set(words).size).to.equal(relaxable.length);
    for (const each of words)
      expect(each)
        .to.match(/\w{3}/)
        .and.not.match(/undefined/);
  });
});
