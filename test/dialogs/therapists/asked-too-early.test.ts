import { expect } from 'chai';
import { asksForTherapists } from '../../../dialogs/therapists/asked-too-early.js';
import { AGREED, talk } from '../support/talk.js';

describe('Asking for therapists', () => {
  const asking = [
    'find me a therapist',
    'Find me a THERAPIST in Boston',
    'I want a massage therapist now',
    'just show me the list',
    'massage near me',
    'book a massage',
    'I need a masseuse',
    'can you find me a therapist?',
    'could someone near me help',
  ];
  for (const said of asking) {
    it(`is "${said}"`, () => expect(asksForTherapists(said)).to.equal(true));
  }

  const other = [
    'what does a massage therapist do?',
    'how do I choose a therapist?',
    'are therapists licensed?',
    'is a therapist better than a spa',
    'my neck hurts',
    'does massage hurt?',
    '',
  ];
  for (const said of other) {
    it(`is not "${said}"`, () => expect(asksForTherapists(said)).to.equal(false));
  }

  it('before its turn hears what comes first, wherever the conversation stands', async () => {
    const NONE = { not: /These fit best|Where shall I look/ };
    await talk([...AGREED, ['find me a therapist', /First I need to know/, /What brings you here/, NONE]]);
    await talk([
      ...AGREED,
      ['my neck hurts for 2 weeks, 4/10', /What brings it on/],
      ['find me a therapist', NONE],
    ]);
    await talk([['find me a therapist', /May I keep/, NONE], ['no'], ['find me a therapist', NONE]]);
  });
});
