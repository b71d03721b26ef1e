import { expect } from 'chai';
import fc from 'fast-check';
import { newRecord, type PatientRecord } from '../../../dialogs/record/record.js';
import { applyAnswer } from '../../../dialogs/symptoms/answers.js';
import { MOST_QUESTIONS, nextQuestion, progressOf } from '../../../dialogs/symptoms/interview.js';
import { QUESTION_IDS, type QuestionId } from '../../../dialogs/symptoms/question.js';
import { type Complaint, REGIONS, type Report } from '../../../knowledge/symptoms/report.js';
import { complaint, reportOf } from '../../knowledge/safety/reports.js';

function recordOf(report: Partial<Report> = {}, asked: QuestionId[] = []): PatientRecord {
  return { ...newRecord(), asked, report: reportOf([], report) };
}

describe('The next question', () => {
  const neck = complaint('neck');
  const told = complaint('neck', { durationDays: [7, 7], severity: 4, triggers: ['sitting'] });
  const table: [what: string, record: PatientRecord, next: QuestionId | undefined][] = [
    ['nothing is known', recordOf(), 'complaint'],
    ['only a goal is known', recordOf({ goals: ['sleep better'] }), 'where'],
    ['the complaint has no place', recordOf({}, ['complaint']), 'where'],
    ['the side is missing', recordOf({ complaints: [complaint('knee')] }), 'side'],
    ['the place has no side', recordOf({ complaints: [neck] }), 'time_and_severity'],
    ['the whole body has no side', recordOf({ complaints: [complaint('whole_body')] }), 'time_and_severity'],
    ['the severity is known', recordOf({ complaints: [complaint('neck', { severity: 0 })] }), 'time'],
    [
      'the time is known',
      recordOf({ complaints: [complaint('neck', { durationDays: [1, 1] })] }),
      'severity',
    ],
    [
      'both were asked and one was told',
      recordOf({ complaints: [complaint('neck', { severity: 4 })] }, ['time_and_severity']),
      'triggers',
    ],
    ['all of the complaint is known', recordOf({ complaints: [told] }), 'age'],
    ['the age is known', recordOf({ complaints: [told], age: 30 }), 'pregnancy'],
    ['a man', recordOf({ complaints: [told], age: 30, sex: 'male' }), 'conditions'],
    ['too young to be pregnant', recordOf({ complaints: [told], age: 10 }), 'conditions'],
    ['young, but it is possible', recordOf({ complaints: [told], age: 11 }), 'pregnancy'],
    ['old, but it is possible', recordOf({ complaints: [told], age: 56 }), 'pregnancy'],
    ['too old to be pregnant', recordOf({ complaints: [told], age: 57 }), 'conditions'],
    ['the age was not told', recordOf({ complaints: [told] }, ['age']), 'pregnancy'],
    [
      'all is known',
      recordOf({
        complaints: [told],
        age: 30,
        pregnant: false,
        conditions: ['diabetes'],
        medications: ['metformin'],
      }),
      undefined,
    ],
    [
      'the lists were asked and are empty',
      recordOf({ complaints: [told], age: 30, pregnant: false }, ['conditions', 'medications']),
      undefined,
    ],
  ];
  for (const [what, record, next] of table) {
    it(`where ${what}: ${next ?? 'none'}`, () => expect(nextQuestion(record)).to.equal(next));
  }

  it('drops what is not grave where there is no room left', () => {
    const record = recordOf({ complaints: [complaint('knee')] }, ['complaint', 'where']);
    expect(nextQuestion(record)).to.equal('side');
    record.asked.push('side', 'time_and_severity');
    expect(nextQuestion(record)).to.equal('age');
  });
});

describe('Laws of the interview', () => {
  const anyComplaint: fc.Arbitrary<Complaint> = fc.record(
    {
      region: fc.constantFrom(...REGIONS),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      durationDays: fc.constant([7, 7] as [number, number]),
      severity: fc.integer({ min: 0, max: 10 }),
      triggers: fc.subarray(['sitting']),
    },
    { requiredKeys: ['region', 'triggers'] },
  );
  const anyReport: fc.Arbitrary<Partial<Report>> = fc.record(
    {
      complaints: fc.array(anyComplaint, { maxLength: 3 }),
      age: fc.integer({ min: 0, max: 100 }),
      sex: fc.constantFrom('female' as const, 'male' as const),
      pregnant: fc.boolean(),
      conditions: fc.subarray(['diabetes']),
      medications: fc.subarray(['warfarin']),
      goals: fc.subarray(['sleep better']),
    },
    { requiredKeys: [] },
  );
  /** What may come back to each question; "hm" answers none of them. */
  const answers: Record<QuestionId, string[]> = {
    complaint: ['hm'],
    where: ['my left knee', 'my neck', 'all over', 'hm'],
    side: ['left', 'middle', 'hm'],
    time_and_severity: ['2 weeks', '6', '2 weeks, 6', 'hm'],
    time: ['2 weeks', 'hm'],
    severity: ['6', 'hm'],
    triggers: ['stairs', 'nothing', 'hm'],
    age: ['9', '45', '80', 'hm'],
    pregnancy: ['yes', 'no', 'maybe', 'hm'],
    conditions: ['none', 'asthma', 'hm'],
    medications: ['none', 'warfarin', 'hm'],
  };
  const grave: QuestionId[] = ['age', 'conditions', 'medications'];

  /** Asks to the end; `pick` chooses each answer. */
  function interview(start: Partial<Report>, pick: readonly number[]) {
    const record = recordOf(start);
    const asked: QuestionId[] = [];
    for (let id = nextQuestion(record); id; id = nextQuestion(record)) {
      const { step, of } = progressOf(record);
      expect(step).to.equal(asked.length + 1);
      expect(of).to.be.within(step, MOST_QUESTIONS);
      const choice = answers[id];
      const said = choice[(pick[asked.length] ?? 0) % choice.length] ?? '';
      record.report = applyAnswer(id, said, record.report) ?? record.report;
      record.asked.push(id);
      asked.push(id);
      expect(asked.length).to.be.at.most(MOST_QUESTIONS);
    }
    return { asked, record };
  }
  const anyPick = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });

  it('asks at most eight questions, none twice, whatever is known and answered', () => {
    fc.assert(
      fc.property(anyReport, anyPick, (start, pick) => {
        const { asked } = interview(start, pick);
        expect(new Set(asked).size).to.equal(asked.length);
      }),
    );
  });

  it('never drops age, conditions and medicines, nor pregnancy where it is possible', () => {
    fc.assert(
      fc.property(anyReport, anyPick, (start, pick) => {
        const { asked, record } = interview(start, pick);
        if (start.age === undefined) expect(asked).to.include('age');
        for (const id of ['conditions', 'medications'] as const) {
          if ((start[id] ?? []).length === 0) expect(asked).to.include(id);
        }
        const { age, sex } = record.report;
        const possible = sex !== 'male' && (age === undefined || (age >= 11 && age <= 56));
        if (possible && start.pregnant === undefined) expect(asked).to.include('pregnancy');
      }),
    );
  });

  it('asks nobody of pregnancy for whom it is impossible, once the age is known', () => {
    fc.assert(
      fc.property(anyReport, anyPick, (start, pick) => {
        const { asked } = interview({ ...start, age: 80 }, pick);
        expect(asked).not.to.include('pregnancy');
      }),
    );
  });

  it('asks nothing that is known', () => {
    fc.assert(
      fc.property(anyReport, anyPick, (start, pick) => {
        const { asked } = interview(start, pick);
        for (const id of [...grave, 'complaint'] as const) {
          const known = {
            age: start.age !== undefined,
            conditions: (start.conditions ?? []).length > 0,
            medications: (start.medications ?? []).length > 0,
            complaint: (start.complaints ?? []).length > 0,
          }[id as 'age' | 'conditions' | 'medications' | 'complaint'];
          if (known) expect(asked).not.to.include(id);
        }
      }),
    );
  });

  it('reaches every question by some way', () => {
    const seen = new Set<QuestionId>();
    fc.assert(
      fc.property(anyReport, anyPick, (start, pick) => {
        for (const id of interview(start, pick).asked) seen.add(id);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect([...seen]).to.have.members([...QUESTION_IDS]);
  });
});
