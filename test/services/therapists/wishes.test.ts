import { expect } from 'chai';
import fc from 'fast-check';
import {
  asksForSomeone,
  readListWords,
  readWishes,
  tellsOfTherapistOnly,
  type WishesRead,
} from '../../../services/therapists/wishes.js';

const SAID: [string, WishesRead][] = [
  ['women only', { gender: 'female' }],
  ['a female therapist please', { gender: 'female' }],
  ['Woman', { gender: 'female' }],
  ['no men', { gender: 'female' }],
  ['men only', { gender: 'male' }],
  ['non-binary', { gender: 'nonbinary' }],
  ['any gender', { gender: 'any' }],
  ['someone who treats pregnant women', { specialties: ['prenatal'] }],
  ["I don't want a man", {}],
  ['speaks Spanish', { languages: ['es'] }],
  ['Español', { languages: ['es'] }],
  ['Spanish-speaking', { languages: ['es'] }],
  ['a therapist who speaks Mandarin or Cantonese', { languages: ['zh', 'yue'] }],
  ['does anyone know sign language? speaks ASL', { languages: ['ase'] }],
  ['in French', { languages: ['fr'] }],
  ['in French Lick', {}],
  ['any language', { languages: [] }],
  ['takes Aetna', { insurance: 'aetna' }],
  ['in network with Blue Cross', { insurance: 'blue-cross-blue-shield' }],
  ["doesn't take Cigna", {}],
  ['no insurance', { insurance: 'any' }],
  ['within 10 miles', { radiusKm: 16.09 }],
  ['ten-mile radius', { radiusKm: 16.09 }],
  ['no more than 2.5 km', { radiusKm: 2.5 }],
  ['within twenty five km', { radiusKm: 25 }],
  ['0 miles', {}],
  ['48201 MI', {}],
  ['I have 3 kids', {}],
  ['someone who has treated carpal tunnel', { specialties: ['carpal-tunnel'] }],
  ['experience with knee arthritis', { specialties: ['knee-osteoarthritis'] }],
  ['tmj', { specialties: ['jaw'] }],
  ['back', {}],
  ['go back', {}],
  ['deep tissue', { modalities: ['deep-tissue'] }],
  ['no deep tissue', {}],
  ['swedish', { modalities: ['swedish'] }],
  ['speaks Swedish', { languages: ['sv'] }],
  ['accepting new clients', { accepting: true }],
  ['more', { more: true }],
  ['show me more please', { more: true }],
  ['show me two more', { more: true }],
  ['closer', { closer: true }],
  ['that is too far away', { closer: true }],
  ['closer, within 5 km', { radiusKm: 5 }],
  ['any', { reset: true }],
  ["doesn't matter", { reset: true }],
  ['remove all filters', { reset: true }],
  ['do you have any who speak Polish?', { languages: ['pl'] }],
  ['compare 1 and 3', { compare: [1, 3] }],
  ['compare the second with the third', { compare: [2, 3] }],
  ['compare the first one with the third one', { compare: [1, 3] }],
  ['compare the first two', { compare: [1, 2] }],
  ['compare them', { compare: [] }],
  [
    'a woman who speaks Portuguese, takes UHC, does cupping and treats migraine, within 5 km',
    {
      gender: 'female',
      languages: ['pt'],
      insurance: 'unitedhealthcare',
      modalities: ['cupping'],
      specialties: ['headache-migraine'],
      radiusKm: 5,
    },
  ],
  ['under $80', { price: { atMost: 80, currency: 'USD' } }],
  ['less than 80 dollars', { price: { atMost: 80, currency: 'USD' } }],
  ['$80 or less', { price: { atMost: 80, currency: 'USD' } }],
  ['$90', { price: { atMost: 90, currency: 'USD' } }],
  ['no more than 75 euros', { price: { atMost: 75, currency: 'EUR' } }],
  ['at most 80 an hour', { price: { atMost: 80, currency: 'USD' } }],
  ['my budget is £60', { price: { atMost: 60, currency: 'GBP' } }],
  ['I paid $80 last time', {}],
  ['under 80', {}],
  ['cheaper', { cheaper: true }],
  ['any price', { lifted: ['price'] }],
  ['wheelchair accessible', { accessibility: ['step-free'] }],
  ['no stairs please, and parking', { accessibility: ['step-free', 'parking'] }],
  ['an accessible bathroom', { accessibility: ['accessible-toilet'] }],
  ['close to the subway, by bus', { accessibility: ['near-transit'] }],
  ['without a referral', { withoutReferral: true }],
  ['further away', { farther: true }],
  ['half an hour away', { travelTime: true }],
  ['within 20 minutes by car', { travelTime: true }],
  ['a 90 minute massage', {}],
  ['within 20 km', { radiusKm: 20 }],
  ['20 miles', { radiusKm: 32.19 }],
  ['distance does not matter', { lifted: ['radiusKm'] }],
  ['any gender is fine', { gender: 'any' }],
  ['forget Aetna', { lifted: ['insurance'] }],
  ['they do not need to speak Spanish', { lifted: ['languages'] }],
  ['does not have to speak Spanish', { lifted: ['languages'] }],
  ['remove the distance', { lifted: ['radiusKm'] }],
  ['drop the women only', { lifted: ['gender'] }],
  ['forget my wishes', { reset: true }],
  ['show me all again', { reset: true }],
  ['start the search again', { searchAgain: true }],
  ['a male therapist', { gender: 'male' }],
  ['hello', {}],
  ['', {}],
  ['what does it cost?', {}],
];

describe('readWishes', () => {
  for (const [said, wishes] of SAID) {
    it(`reads ${JSON.stringify(said)} as ${JSON.stringify(wishes)}`, () => {
      expect(readWishes(said)).to.deep.equal(wishes);
    });
  }

  it('tells a question that asks for somebody from one to the guide', () => {
    for (const said of [
      'does anyone take Aetna?',
      'who speaks Polish?',
      'what about Denver',
      'do you have a woman?',
    ]) {
      expect(asksForSomeone(said), said).to.equal(true);
    }
    for (const said of [
      'what is trigger point therapy?',
      'is it safe with diabetes?',
      'how long is a session?',
    ]) {
      expect(asksForSomeone(said), said).to.equal(false);
    }
  });

  it('tells what a therapist should know from what the patient has', () => {
    expect(tellsOfTherapistOnly('someone who has treated carpal tunnel')).to.equal(true);
    for (const said of [
      'someone for my knee, which hurts',
      'I have sciatica, who treats it?',
      'carpal tunnel',
    ]) {
      expect(tellsOfTherapistOnly(said), said).to.equal(false);
    }
  });

  it('reads which of the list is meant', () => {
    expect(readListWords('call the second one')).to.deep.include({ reaches: true, positions: [2] });
    expect(readListWords('directions')).to.deep.include({ reachesAnyone: true, positions: [] });
    expect(readListWords('the second one')).to.deep.include({ reaches: false, positions: [] });
  });

  it('is not thrown off by any text, and never makes a wish of nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const wishes = readWishes(text);
        expect(readListWords(text).positions.every((position) => position > 0)).to.equal(true);
        expect([asksForSomeone(text), tellsOfTherapistOnly(text)]).to.satisfy((all: unknown[]) =>
          all.every((each) => typeof each === 'boolean'),
        );
        if (wishes.price) expect(wishes.price.atMost).to.be.within(0.01, 2000);
        expect(Object.values(wishes)).not.to.include(undefined);
        if (wishes.radiusKm !== undefined) expect(wishes.radiusKm).to.be.within(0.01, 1000);
      }),
    );
  });

  it('reads only the beginning of a very long message', () => {
    expect(readWishes(`women only ${'x '.repeat(5000)}`)).to.deep.equal({ gender: 'female' });
    expect(readWishes(`${'x '.repeat(5000)} women only`)).to.deep.equal({});
  });
});
