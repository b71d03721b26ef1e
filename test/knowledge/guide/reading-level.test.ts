import { expect } from 'chai';
import { fleschKincaidGrade, syllableCount } from '../../../knowledge/guide/reading-level.js';

describe('syllableCount', () => {
  const table: [string, number][] = [
    ['pain', 1],
    ['ease', 1],
    ['helped', 1],
    ['wanted', 2],
    ['muscle', 2],
    ['muscles', 2],
    ['massage', 2],
    ['doctor', 2],
    ['pages', 2],
    ['sources', 2],
    ['physician', 3],
    ['evidence', 3],
    ['arthritis', 3],
    ['40', 1],
  ];
  for (const [word, count] of table) {
    it(`counts ${count} in ${word}`, () => expect(syllableCount(word)).to.equal(count));
  }
});

describe('fleschKincaidGrade', () => {
  it('follows the formula', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(fleschKincaidGrade('The cat sat on the mat.')).to.be.closeTo(0.39 * 6 + 11.8 - 15.59, 1e-9);
  });

  it('rises with longer sentences and with longer words', () => {
    const short = fleschKincaidGrade('Rest a day. Then walk a bit.');
    expect(fleschKincaidGrade('Rest a day and then walk a bit.')).to.be.greaterThan(short);
    expect(fleschKincaidGrade('Relax an evening. Afterwards exercise moderately.')).to.be.greaterThan(short);
  });

  it('tells a physicians’ sentence from a patients’', () => {
    const trial =
      'Randomised investigations demonstrate statistically insignificant improvements in musculoskeletal functionality.';
    expect(fleschKincaidGrade(trial)).to.be.greaterThan(15);
    expect(fleschKincaidGrade('Tell the therapist if it hurts. You can stop at any time.')).to.be.lessThan(4);
  });

  it('calls a text without words 0', () => {
    expect(fleschKincaidGrade(' … ')).to.equal(0);
  });
});
