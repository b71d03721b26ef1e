import { expect } from 'chai';
import { adviceFor } from '../../../knowledge/safety/advice.js';
import { loadAdvice } from '../../../knowledge/safety/advice-file.js';
import { assess } from '../../../knowledge/safety/assess.js';
import { reportOf } from './reports.js';

const steps = (...concepts: string[]) => adviceFor(assess(reportOf(concepts))).steps.join(' ');

describe('what to do now', () => {
  const table: [string, string[], RegExp][] = [
    ['a stroke: note the time, do not drive', ['face_droop'], /Note the time.*Do not drive/],
    [
      'the heart: aspirin only if the call says so',
      ['chest_pressure'],
      /aspirin only if the person on the emergency line/,
    ],
    ['cauda equina: the emergency department now', ['saddle_numbness'], /emergency department now/],
    [
      'a wish to die: the crisis line, not alone, means out of reach',
      ['suicidal'],
      /crisis line.*not stay alone.*distance/,
    ],
    ['an overdose: poison control', ['overdose'], /poison control/],
    ['a severe allergy: the auto-injector', ['airway_swelling'], /auto-injector/],
    ['a clot: do not rub the leg', ['calf_swelling', 'calf_pain'], /Do not rub or massage the leg/],
    ['an urgent matter: a clinician, and what to say', ['calf_swelling'], /Tell them what you told me/],
    ['clearance: the physician first', ['pregnant'], /Ask your physician/],
    ['nothing found: tell your physician anyway', [], /Tell your physician/],
  ];
  for (const [what, concepts, wanted] of table) {
    it(`says, for ${what}`, () => {
      expect(steps(...concepts)).to.match(wanted);
    });
  }

  it('never shows more than six steps, none of them twice, and always a title', () => {
    const advice = adviceFor(assess(reportOf(['suicidal', 'overdose', 'chest_pressure', 'face_droop'])));
    expect(advice.steps.length).to.be.within(2, 6);
    expect(new Set(advice.steps).size).to.equal(advice.steps.length);
    expect(advice.title).to.match(/\S/);
  });

  it('speaks in short sentences of plain words', () => {
    for (const [name, { title, steps: all }] of Object.entries(loadAdvice())) {
      for (const text of [title, ...all]) {
        const longest = Math.max(
          ...text.split(/[.!?:;]/).map((sentence) => sentence.trim().split(/\s+/).length),
        );
        expect(longest, `${name}: ${text}`).to.be.at.most(22);
      }
    }
  });
});
