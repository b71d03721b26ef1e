import { expect } from 'chai';
import { type Condition, conditionSchema, whatHolds } from '../../../knowledge/safety/condition.js';
import { factsOf } from '../../../knowledge/safety/facts.js';
import { complaint, reportOf } from './reports.js';

const knowledge = {
  countsWhenPast: () => false,
  kindsOf: () => [],
  countsWhenHypothetical: () => false,
  medicationClasses: new Map([['anticoagulant', ['warfarin', 'eliquis']]]),
};
const report = reportOf(['fever', 'back_pain'], {
  age: 65,
  sex: 'female',
  pregnant: true,
  conditions: ['type 2 diabetes'],
  medications: ['eliquis 5 mg'],
  complaints: [
    complaint('neck', { durationDays: [14, 21], severity: 8 }),
    complaint('calf', { onset: 'sudden', course: 'worse' }),
  ],
});

describe('a condition', () => {
  const table: [Condition, string[] | undefined][] = [
    ['fever', ['fever']],
    ['rash', undefined],
    [{ all: ['fever', 'back_pain'] }, ['fever', 'back_pain']],
    [{ all: ['fever', 'rash'] }, undefined],
    [{ any: ['rash', 'fever'] }, ['fever']],
    [{ atLeast: { of: 2, in: ['fever', 'rash', 'back_pain'] } }, ['fever', 'back_pain']],
    [{ atLeast: { of: 3, in: ['fever', 'rash', 'back_pain'] } }, undefined],
    [{ region: ['neck', 'head'] }, []],
    [{ region: ['head'] }, undefined],
    [{ ageAtLeast: 65 }, []],
    [{ ageAtLeast: 66 }, undefined],
    [{ ageBelow: 65 }, undefined],
    [{ ageAtLeast: 60, sexIs: 'female' }, []],
    [{ sexIs: 'male' }, undefined],
    [{ pregnant: true }, []],
    [{ conditionIs: ['diabetes'] }, []],
    [{ conditionIs: ['diabet'] }, undefined],
    [{ medicationIn: 'anticoagulant' }, []],
    [{ durationBelowDays: 15 }, []],
    [{ durationBelowDays: 14 }, undefined],
    [{ durationAtLeastDays: 21 }, []],
    [{ durationAtLeastDays: 22 }, undefined],
    [{ severityAtLeast: 8 }, []],
    [{ severityAtLeast: 9 }, undefined],
    [{ onsetSudden: true }, []],
    [{ region: ['calf'], onsetSudden: true, gettingWorse: true }, []],
    [{ region: ['neck'], onsetSudden: true }, undefined],
  ];
  for (const [condition, holds] of table) {
    it(`${holds ? 'holds' : 'does not hold'}: ${JSON.stringify(condition)}`, () => {
      expect(whatHolds(conditionSchema.parse(condition), factsOf(report, knowledge))).to.deep.equal(holds);
    });
  }

  it('is not true of a person of whom nothing is known', () => {
    const unknown = factsOf(reportOf(), knowledge);
    for (const condition of [
      { ageAtLeast: 1 },
      { ageBelow: 200 },
      { sexIs: 'male' as const },
      { pregnant: true as const },
    ]) {
      expect(whatHolds(condition, unknown)).to.equal(undefined);
    }
  });
});
