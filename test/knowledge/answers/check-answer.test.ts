import { expect } from 'chai';
import { answerFault } from '../../../knowledge/answers/check-answer.js';
import { costPassage, neckPassage } from '../../support/passages.js';

const passages = [neckPassage, costPassage];
const faultOf = (text: string, cited: number[] = [1]) => answerFault([{ text, passages: cited }], passages);

describe('checking what a model says against the passages it cites', () => {
  const sound: [text: string, cited: number[]][] = [
    ['Massage may help tight neck muscles relax for a while.', [1]],
    ['Massage cannot mend a damaged disc.', [1]],
    ['In a trial with 228 people, sessions of an hour 2 or 3 times a week did better than waiting.', [1]],
    ['Prices differ from place to place, so ask before you book.', [2]],
    ['Massage may relax tight muscles, and some therapists charge less if your income is low.', [1, 2]],
  ];
  for (const [text, cited] of sound) {
    it(`lets pass: ${text}`, () => expect(faultOf(text, cited)).to.equal(undefined));
  }

  const faulty: [text: string, cited: number[], fault: string][] = [
    ['Massage may help tight neck muscles relax.', [], 'uncited'],
    ['Massage may help tight neck muscles relax.', [0], 'uncited'],
    ['Massage may help tight neck muscles relax.', [3], 'uncited'],
    ['Massage may help tight neck muscles relax.', [1.5], 'uncited'],
    ['Massage may help tight neck muscles relax.', [2], 'unsupported'],
    ['Massage may help tight neck muscles relax in 90% of people.', [1], 'number'],
    ['In one trial, four sessions a week did better than waiting.', [1], 'number'],
    ['Massage may relax tight neck muscles, as may 400 mg of ibuprofen.', [1], 'medicine'],
    ['Massage may relax tight neck muscles, as may ibuprofen.', [1], 'subject'],
    ['Massage may relax tight neck muscles: see www.example.org.', [1], 'address'],
    ['Massage may relax tight neck muscles: call +1 617 555 0142.', [1], 'address'],
    ['Massage may relax <b>tight</b> neck muscles.', [1], 'markup'],
    ['You have tight neck muscles, and massage may help those relax.', [1], 'diagnosis'],
    ['It sounds like tight neck muscles, which massage may relax.', [1], 'diagnosis'],
    ['Massage will relax the tight muscles of sore necks for a while.', [1], 'turned-round'],
    ['Massage will cure tight muscles in sore necks.', [1], 'promise'],
    ['Massage is guaranteed to relax tight neck muscles.', [1], 'promise'],
    ['Massage helps tight neck muscles relax for a while.', [1], 'overstated'],
    ['Massage can mend a damaged disc.', [1], 'negation'],
    [
      'Massage may relax tight neck muscles, so you do not need to see a physician.',
      [1],
      'against-the-physician',
    ],
    ['Massage may relax tight neck muscles without asking your doctor.', [1], 'against-the-physician'],
    ['Massage may relax tight muscles; stop taking your blood thinners.', [1], 'against-the-physician'],
    ['The moon is made of cheese and dogs.', [1], 'unsupported'],
    ['', [1], 'empty'],
    ['Massage '.repeat(70), [1], 'too-long'],
  ];
  for (const [text, cited, fault] of faulty) {
    it(`refuses (${fault}): ${text.slice(0, 90)}`, () => expect(faultOf(text, cited)).to.equal(fault));
  }

  it('refuses the whole answer for one faulty sentence, an empty one, and a long one', () => {
    const good = { text: 'Massage may help tight neck muscles relax.', passages: [1] };
    expect(answerFault([good, { text: 'Massage will cure you.', passages: [1] }], passages)).to.not.equal(
      undefined,
    );
    expect(answerFault([], passages)).to.equal('empty');
    expect(answerFault(Array(7).fill(good), passages)).to.equal('too-long');
  });
});
