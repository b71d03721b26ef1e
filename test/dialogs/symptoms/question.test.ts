import { expect } from 'chai';
import { choices } from '../../../dialogs/phrases/choices.js';
import { say } from '../../../dialogs/phrases/phrases.js';
import { QUESTION_IDS, question, questions } from '../../../dialogs/symptoms/question.js';

describe('The questions of the interview', () => {
  it('are one for each id, in the order they are asked', () => {
    expect([...questions.keys()]).to.deep.equal([...QUESTION_IDS]);
  });

  it('never drop what is grave', () => {
    const mandatory = QUESTION_IDS.filter((id) => question(id).mandatory);
    expect(mandatory).to.deep.equal(['complaint', 'age', 'pregnancy', 'conditions', 'medications']);
  });

  for (const id of QUESTION_IDS) {
    const { text, again, why, choices: named } = question(id);

    it(`${id} asks each person in words that fit`, () => {
      for (const wording of Object.values(text)) expect(wording).to.match(/\?|\.$/);
      expect(text.child).not.to.match(/\b(?:you have|are you|do you|your (?:neck|back|symptoms))\b/i);
      expect(text.other).not.to.match(/\b(?:you have|are you|do you|your (?!own words))\b/i);
      expect(text.self).not.to.match(/\b(?:child|person|they|their)\b(?! friend)/i);
    });

    it(`${id} helps where it was not understood, without repeating itself`, () => {
      expect(Object.values(text)).not.to.include(again);
      expect(again).to.match(/[.?]$|"$/);
    });

    it(`${id} says why in words that complete "Why I ask: …"`, () => {
      expect(why).to.match(/^\p{Ll}/u);
      expect(why).to.match(/\.$/);
      expect(why).not.to.match(/^because\b|\?/i);
      expect(say('anytime.why', { why })).to.equal(`Why I ask: ${why}`);
    });

    if (named) {
      it(`${id} offers the choices that its words are read by`, () => {
        expect(choices(id).map(({ value }) => value)).to.deep.equal(named);
      });
    }
  }
});
