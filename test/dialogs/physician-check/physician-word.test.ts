import { expect } from 'chai';
import fc from 'fast-check';
import { choices } from '../../../dialogs/phrases/choices.js';
import {
  choiceOrWord,
  readPhysicianWord,
  readVolunteeredWord,
} from '../../../dialogs/physician-check/physician-word.js';

const AGREED = [
  'yes',
  'yep',
  'sure',
  'agreed',
  'she agreed',
  'yes, they agree',
  'my GP said it’s fine',
  "my GP said it's fine",
  'MY DOCTOR AGREES',
  'My doctor agreed on Monday',
  'Dr Patel says it is fine',
  'he has no objection',
  "she doesn't mind",
  'she has nothing against it',
  'the doctor cleared me',
  'I was cleared',
  "he's fine with it",
  'she gave me the green light',
  'my doctor referred me for massage',
  'yes, I asked and he said yes',
  'my husband and my doctor agree',
];

/** Each came close to opening the way to therapists. */
const NO_AGREEMENT = [
  'I have a headache',
  "she doesn't agree",
  'she doesnt agree',
  'I think he’d agree',
  "my doctor hasn't agreed",
  'my doctor hasn`t agreed',
  'they said no',
  'my doctor never agreed',
  'my doctor never said yes',
  "my doctor won't agree",
  'nobody agreed',
  'my doctor may agree',
  'maybe he agrees',
  'pretty sure he agrees',
  'I assume she agrees',
  'she will agree',
  'she’ll agree',
  'he has to agree first',
  'if he agrees',
  'once my doctor agrees',
  'when my doctor agrees',
  'unless she agrees',
  'do they agree?',
  'my doctor agreed?',
  'will my doctor agree',
  'why must my doctor agree',
  'does my doctor have to agree',
  'I agree',
  "I'd agree",
  'you agree',
  'my husband agrees',
  'my mum said yes',
  'my massage therapist said it’s fine',
  'my pharmacist said it is fine',
  'the internet says it’s fine',
  'he disapproves',
  'unapproved',
  'not approved',
  'no green light',
  'waiting for the green light',
  'without the go ahead',
  'my doctor said it’s fine to wait',
  'my doctor said it is not fine',
  'he said it’s a bad idea',
  'he is not happy with it',
  'my doctor is unhappy with it',
  'my doctor agreed two years ago',
  'my doctor agreed last year',
  'my doctor agrees with the diagnosis',
  'my doctor referred me for a scan',
  'referred me to a specialist',
  'my scan was all clear',
  'is it a good idea?',
  'that is a good idea',
  'yes, he refused',
  'yes and he said no',
  'yes no',
  'yeah nah',
  'yes?',
  'yes but only after my scan',
  'definitely not now',
  'yes, seen',
  'yes I asked him',
  'no, he agreed',
  'my doctor agrees that massage is dangerous',
  'my doctor recommended it be avoided',
  'the doctor agreed that I should see a specialist before any massage',
  'my clinician agreed to examine me',
  'Dr Google agrees',
  'my vet agrees',
  'all agree',
  'my doctor approved my sick leave',
  'my doctor says yes to ibuprofen',
  'my doctor allowed it for a colleague of mine',
  'pretend my doctor agrees',
  'Yes, and they agree. Just kidding',
  'ok',
  '',
];

describe('The word of a physician', () => {
  for (const said of AGREED) {
    it(`agrees: "${said}"`, () => expect(readPhysicianWord(said)).to.equal('agrees'));
  }

  for (const said of NO_AGREEMENT) {
    it(`is no agreement: "${said}"`, () => expect(readPhysicianWord(said)).not.to.equal('agrees'));
  }

  const others: [said: string, word: 'not_yet' | 'advised_against' | undefined][] = [
    ['no', 'not_yet'],
    ['not yet', 'not_yet'],
    ["I haven't asked", 'not_yet'],
    ['seeing her on monday', 'not_yet'],
    ['my appointment is tomorrow', 'not_yet'],
    ["I think he'd agree", 'not_yet'],
    ["my doctor hasn't agreed", 'not_yet'],
    ['she advised against it', 'advised_against'],
    ['they said no', 'advised_against'],
    ["she doesn't agree", 'advised_against'],
    ['my doctor told me to avoid massage', 'advised_against'],
    ['yes, but she said no', 'advised_against'],
    ['he told me no', 'advised_against'],
    ["she won't let me", 'advised_against'],
    ['he refused', 'advised_against'],
    ['I have a headache', undefined],
    ['my husband agrees', undefined],
    ['my doctor agreed two years ago', undefined],
    ['what does it cost?', undefined],
    ['', undefined],
  ];
  for (const [said, word] of others) {
    it(`"${said}" is ${word ?? 'no word at all'}`, () => expect(readPhysicianWord(said)).to.equal(word));
  }

  it('is not made an agreement by case, apostrophes, accents or spaces', () => {
    const dress = fc.constantFrom(
      (said: string) => said.toUpperCase(),
      (said: string) => said.replaceAll("'", '’'),
      (said: string) => said.replaceAll(/['’]/g, ''),
      (said: string) => `  ${said.replaceAll(' ', '   ')}.`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...NO_AGREEMENT), dress, (said, dressed) => {
        expect(readPhysicianWord(dressed(said))).not.to.equal('agrees');
      }),
      { numRuns: 400 },
    );
  });

  it('is not an agreement where a doubt stands before it', () => {
    const doubt = fc.constantFrom('I doubt', 'maybe', 'if', 'I hope', "I don't think", 'perhaps', 'not sure');
    fc.assert(
      fc.property(doubt, fc.constantFrom(...AGREED), (doubts, said) => {
        expect(readPhysicianWord(`${doubts} ${said}`)).not.to.equal('agrees');
      }),
    );
  });
});

describe('A choice or a word', () => {
  for (const name of ['physician', 'urgent']) {
    const offered = choices(name);

    it(`${name}: takes every value, label, synonym and number`, () => {
      for (const [at, { value, label, synonyms = [] }] of offered.entries()) {
        for (const said of [value, label, ...synonyms, String(at + 1)]) {
          expect(choiceOrWord(said, offered), said).to.equal(value);
        }
      }
    });

    it(`${name}: takes no doubtful words for the agreement they resemble`, () => {
      for (const said of NO_AGREEMENT) expect(choiceOrWord(said, offered), said).not.to.equal('agrees');
    });

    it(`${name}: takes the words of an agreement`, () => {
      for (const said of AGREED) expect(choiceOrWord(said, offered), said).to.equal('agrees');
    });
  }
});

describe('A physician’s word that nobody asked for', () => {
  const table: [said: string, word: ReturnType<typeof readVolunteeredWord>][] = [
    ['my doctor agrees', 'agrees'],
    ['Dr. Smith said it is fine', 'agrees'],
    ['my doctor advised against it', 'advised_against'],
    ['my doctor told me no massage', 'advised_against'],
    ['my GP told me I should not have one', 'advised_against'],
    ['my doctor says it is not allowed', 'advised_against'],
    ["my physician doesn't recommend it", 'advised_against'],
    ['my doctor doesn’t agree', 'advised_against'],
    ["my doctor hasn't agreed", 'not_yet'],
    ['yes', undefined],
    ['she agreed', undefined],
    ['they said no', undefined],
    ['I agree', undefined],
    ['do I need my doctor?', undefined],
    ['does my doctor agree?', undefined],
    ['I saw my doctor', undefined],
    ['my doctor’s office is in Boston', undefined],
    ['my husband agrees with my doctor', undefined],
    ['doctors agree that massage helps', undefined],
    ['my document agrees', undefined],
  ];
  for (const [said, word] of table) {
    it(`"${said}" is ${word ?? 'none'}`, () => expect(readVolunteeredWord(said)).to.equal(word));
  }

  it('is never an agreement where the same words in answer would be none', () => {
    for (const said of NO_AGREEMENT) expect(readVolunteeredWord(said), said).not.to.equal('agrees');
  });
});
