import { expect } from 'chai';
import fc from 'fast-check';
import {
  awaitsGuardian,
  isCleared,
  mayMeetTherapists,
  nextPhase,
  openRules,
  type Phase,
} from '../../../dialogs/record/next-phase.js';
import { newRecord, type PatientRecord } from '../../../dialogs/record/record.js';
import { type Assessment, DISPOSITIONS } from '../../../knowledge/safety/assessment.js';
import { emptyReport } from '../../../knowledge/symptoms/report.js';
import { assessmentOf, finishedRecord, reason } from '../support/records.js';

const ROUTINE = assessmentOf();
const CLEARANCE = assessmentOf(reason('pregnancy', 'clearance'));
const URGENT = assessmentOf(reason('weight_loss', 'urgent'));
const EMERGENCY = assessmentOf(reason('stroke', 'emergency'));

describe('What comes next', () => {
  const agreed = { answer: 'agrees' as const };
  const table: [what: string, record: PatientRecord, assessment: Assessment, phase: Phase][] = [
    ['a new conversation', newRecord(), ROUTINE, 'welcome'],
    ['an emergency before agreement', newRecord(), EMERGENCY, 'welcome'],
    ['agreement without whom it is for', without('aboutAsked'), ROUTINE, 'welcome'],
    ['an emergency, whatever was answered', finishedRecord(), EMERGENCY, 'emergency'],
    ['someone who came back', finishedRecord({ returning: true }), ROUTINE, 'returning'],
    ['someone who came back in danger', finishedRecord({ returning: true }), EMERGENCY, 'emergency'],
    ['nothing asked yet', without('interviewed'), ROUTINE, 'symptoms'],
    ['nothing asked yet, clearance', without('interviewed'), CLEARANCE, 'symptoms'],
    ['urgent amid the interview', without('interviewed', 'screened'), URGENT, 'red_flags'],
    ['no checklist yet', without('screened'), ROUTINE, 'red_flags'],
    ['urgent with no word', without('physician'), URGENT, 'urgent'],
    ['urgent with an old word', finishedRecord({ physician: { ...agreed, rules: [] } }), URGENT, 'urgent'],
    [
      'urgent and cleared',
      finishedRecord({ physician: { ...agreed, rules: ['weight_loss'] } }),
      URGENT,
      'therapists',
    ],
    ['no explanation yet', without('explained'), ROUTINE, 'explanation'],
    ['routine, not reminded', without('physician'), ROUTINE, 'physician_check'],
    [
      'routine, will ask',
      finishedRecord({ physician: { answer: 'not_yet', rules: [] } }),
      ROUTINE,
      'therapists',
    ],
    [
      'routine, advised against',
      finishedRecord({ physician: { answer: 'advised_against', rules: [] } }),
      ROUTINE,
      'physician_check',
    ],
    ['clearance with an old word', finishedRecord(), CLEARANCE, 'physician_check'],
    [
      'clearance, not yet',
      finishedRecord({ physician: { answer: 'not_yet', rules: ['pregnancy'] } }),
      CLEARANCE,
      'physician_check',
    ],
    [
      'clearance, agreed',
      finishedRecord({ physician: { ...agreed, rules: ['pregnancy'] } }),
      CLEARANCE,
      'therapists',
    ],
    [
      'clearance, agreed, and then one rule more',
      finishedRecord({ physician: { ...agreed, rules: ['pregnancy'] } }),
      assessmentOf(reason('pregnancy', 'clearance'), reason('warfarin', 'clearance')),
      'physician_check',
    ],
    ['all done', finishedRecord(), ROUTINE, 'therapists'],
  ];
  for (const [what, record, assessment, phase] of table) {
    it(`${what}: ${phase}`, () => expect(nextPhase(record, assessment)).to.equal(phase));
  }

  it('stays with the welcome for someone under 18 until a parent agreed', () => {
    const record = finishedRecord({ report: { ...emptyReport(), age: 17 } });
    expect(nextPhase(record, ROUTINE)).to.equal('welcome');
    expect(nextPhase({ ...record, guardian: 'agreed' }, ROUTINE)).to.equal('therapists');
  });
});

describe('A parent’s agreement', () => {
  const table: [Partial<PatientRecord['report']>, minor: boolean, needed: boolean][] = [
    [{ age: 17 }, false, true],
    [{ age: 18 }, false, false],
    [{ age: 18 }, true, false],
    [{}, true, true],
    [{}, false, false],
    [{ age: 9, about: 'child' }, false, false],
    [{ about: 'child' }, true, false],
  ];
  for (const [report, minor, needed] of table) {
    it(`is ${needed ? '' : 'not '}needed: ${JSON.stringify(report)}, ${minor ? 'says they are' : 'does not say they are'} under 18`, () => {
      expect(awaitsGuardian({ ...newRecord(), minor, report: { ...emptyReport(), ...report } })).to.equal(
        needed,
      );
    });
  }
});

describe('Laws of what comes next', () => {
  const rules = ['a', 'b', 'c', 'd'];
  const flag = fc.boolean();
  const anyRecord: fc.Arbitrary<PatientRecord> = fc
    .record(
      {
        agreedAt: fc.constant('2026-11-23T10:00:00.000Z'),
        declined: flag,
        minor: flag,
        guardian: fc.constant('agreed' as const),
        aboutAsked: flag,
        interviewed: flag,
        screened: flag,
        explained: flag,
        chosen: flag,
        searching: flag,
        returning: flag,
        correcting: flag,
        told: fc.subarray(rules),
        asked: fc.subarray(['complaint', 'age']),
        physician: fc.record({
          answer: fc.constantFrom('agrees' as const, 'not_yet' as const, 'advised_against' as const),
          rules: fc.subarray(rules),
        }),
        age: fc.integer({ min: 0, max: 100 }),
      },
      { requiredKeys: ['told', 'asked'] },
    )
    .map(({ age, ...rest }) => ({
      ...newRecord(),
      ...rest,
      report: { ...emptyReport(), ...(age === undefined ? {} : { age }) },
    }));
  const anyAssessment: fc.Arbitrary<Assessment> = fc
    .record({
      fired: fc.subarray(rules),
      dispositions: fc.array(fc.constantFrom(...DISPOSITIONS), { minLength: 4, maxLength: 4 }),
    })
    .map(({ fired, dispositions }) =>
      assessmentOf(
        ...fired
          .map((rule, at) => reason(rule, dispositions[at] ?? 'routine'))
          .sort((x, y) => DISPOSITIONS.indexOf(x.disposition) - DISPOSITIONS.indexOf(y.disposition)),
      ),
    );

  it('an emergency never comes to therapists or the explanation', () => {
    fc.assert(
      fc.property(anyRecord, anyAssessment, (record, { reasons }) => {
        const emergency = assessmentOf(reason('stroke', 'emergency'), ...reasons);
        expect(nextPhase(record, emergency)).to.be.oneOf(['welcome', 'emergency']);
        expect(mayMeetTherapists(record, emergency)).to.equal(false);
      }),
    );
  });

  it('an open rule never comes to therapists without a physician who agreed to that very rule', () => {
    let reached = 0;
    fc.assert(
      fc.property(anyRecord, anyAssessment, (record, assessment) => {
        if (nextPhase(record, assessment) !== 'therapists') return;
        reached += 1;
        expect(record.agreedAt).not.to.equal(undefined);
        expect(record.physician?.answer).not.to.equal('advised_against');
        const open = openRules(assessment).map(({ rule }) => rule);
        if (open.length === 0) return;
        expect(record.physician?.answer).to.equal('agrees');
        expect(record.physician?.rules).to.include.members(open);
      }),
      { numRuns: 2000 },
    );
    expect(reached, 'records that come to the therapists').to.be.above(0);
  });

  it('a new rule needs a new word', () => {
    fc.assert(
      fc.property(anyRecord, anyAssessment, (record, assessment) => {
        if (assessment.disposition === 'emergency') return;
        const worse = assessmentOf(
          ...assessment.reasons,
          reason('new', assessment.disposition === 'urgent' ? 'urgent' : 'clearance'),
        );
        const harder = {
          ...worse,
          disposition: assessment.disposition === 'urgent' ? ('urgent' as const) : ('clearance' as const),
        };
        expect(isCleared(record, harder)).to.equal(false);
        expect(nextPhase(record, harder)).not.to.equal('therapists');
      }),
    );
  });

  it('nothing is asked of the person’s health before they agreed', () => {
    fc.assert(
      fc.property(anyRecord, anyAssessment, ({ agreedAt: _, ...record }, assessment) => {
        expect(nextPhase(record, assessment)).to.equal('welcome');
      }),
    );
  });
});

/** A finished record from which these are missing. */
function without(...keys: (keyof PatientRecord)[]): PatientRecord {
  const record = finishedRecord();
  for (const key of keys) delete record[key];
  return record;
}
