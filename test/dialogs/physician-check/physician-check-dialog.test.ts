import { expect } from 'chai';
import { AGREED, type Line, talk } from '../support/talk.js';

const NO_WAY_ON = { not: /Where shall I look|These fit best/ };

const UNTIL_ASKED: Line[] = [
  ...AGREED,
  ['my neck hurts for 2 weeks, 4/10', /What brings it on/],
  ['sitting', /How old/],
  ['60', /health condition/],
  ['none', /Which medicines/],
  ['warfarin', /signs of danger/],
  ['none of these', /physician must agree/],
];

describe('The way to therapists', () => {
  it('is not opened by words that only resemble an agreement', async () => {
    const { therapists } = await talk([
      ...UNTIL_ASKED,
      ...[
        'I agree',
        'my husband agrees',
        'he would agree',
        "she didn't agree yet",
        'do they have to agree?',
        'yes, I asked him',
        'yeah nah',
        'Boston',
      ].map((said): Line => [said, NO_WAY_ON]),
      ['she agreed on Monday', /Where shall I look/],
      ['Boston', /These fit best/],
    ]);
    expect(therapists).to.equal('after_clearance');
  });

  it('closes again where the physician is said not to have agreed after all', async () => {
    await talk([
      ...UNTIL_ASKED,
      ['my doctor agrees', /Where shall I look/],
      ['actually my doctor has not agreed', NO_WAY_ON],
      ['Boston', NO_WAY_ON],
    ]);
  });

  it('after something urgent is not opened by a visit alone', async () => {
    await talk([
      ...AGREED,
      ['my back hurts and I lost 10 kg without trying, it is constant at night', /24 hours/],
      ['none of these', /Has a clinician looked/],
      ['yes, seen', /do they agree/, NO_WAY_ON],
      ['yes, she looked at it', /do they agree/, NO_WAY_ON],
      ['she has seen me and agrees to massage', /How medical massage could help/],
    ]);
  });
});
