import { expect } from 'chai';
import fc from 'fast-check';
import { applyAnswer } from '../../../dialogs/symptoms/answers.js';
import { QUESTION_IDS, type QuestionId } from '../../../dialogs/symptoms/question.js';
import type { Complaint, Report } from '../../../knowledge/symptoms/report.js';
import { complaint, reportOf } from '../../knowledge/safety/reports.js';

/** A knee and a shoulder: answers about the complaint go to the first. */
const REPORT = reportOf([], { complaints: [complaint('knee'), complaint('shoulder', { side: 'right' })] });

describe('An answer to what is asked of the complaint', () => {
  const table: [QuestionId, said: string, first: Partial<Complaint> | undefined][] = [
    ['time_and_severity', '2 months and a 4', { durationDays: [60, 60], severity: 4 }],
    ['time_and_severity', 'three weeks, about 6', { durationDays: [21, 21], severity: 6 }],
    ['time_and_severity', '7', { severity: 7 }],
    ['time_and_severity', 'seven', { severity: 7 }],
    ['time_and_severity', '3 days', { durationDays: [3, 3] }],
    ['severity', '7', { severity: 7 }],
    ['severity', '7/10', { severity: 7 }],
    ['severity', '0', { severity: 0 }],
    ['severity', 'maybe 6 or 7', { severity: 7 }],
    ['severity', '11', undefined],
    ['severity', 'asdf', undefined],
    ['severity', '', undefined],
    ['time', 'a week', { durationDays: [7, 7] }],
    ['time', 'blah', undefined],
    ['side', 'left', { side: 'left' }],
    ['side', '2', { side: 'right' }],
    ['side', 'the right one', { side: 'right' }],
    ['side', 'both sides', { side: 'both' }],
    ['side', 'middle', {}],
    ['side', 'neither', {}],
    ['side', 'qwertz', undefined],
    ['triggers', 'sitting  at the\ncomputer', { triggers: ['sitting at the computer'] }],
    ['triggers', 'nothing', { triggers: [] }],
    ['triggers', 'no', { triggers: [] }],
    ['triggers', '!!!', undefined],
    ['triggers', '7', undefined],
    ['complaint', 'my neck', undefined],
  ];
  for (const [id, said, first] of table) {
    it(`${id}: "${said}" is ${JSON.stringify(first) ?? 'no answer'}`, () => {
      const answered = applyAnswer(id, said, REPORT);
      if (!first) return expect(answered).to.equal(undefined);
      const [knee, shoulder] = answered?.complaints ?? [];
      expect(knee).to.deep.equal({ ...complaint('knee'), ...first });
      return expect(shoulder).to.deep.equal(complaint('shoulder', { side: 'right' }));
    });
  }

  it('keeps no more of what brings it on than a line', () => {
    const [said = ''] = applyAnswer('triggers', 'stairs '.repeat(100), REPORT)?.complaints[0]?.triggers ?? [];
    expect(said).to.have.length(121);
    expect(said).to.match(/^stairs stairs .*…$/);
  });
});

describe('An answer to where it is', () => {
  const none = reportOf();
  const table: [said: string, Report, complaints: Complaint[] | undefined][] = [
    ['my neck', none, [complaint('neck')]],
    ['left knee', none, [complaint('knee', { side: 'left' })]],
    ['neck and lower back', none, [complaint('neck'), complaint('lower_back')]],
    ['back', none, [complaint('lower_back')]],
    ['my knee', REPORT, undefined],
    ['my elbow', REPORT, [...REPORT.complaints, complaint('elbow')]],
    ['left', REPORT, [complaint('knee', { side: 'left' }), complaint('shoulder', { side: 'right' })]],
    ['left', none, undefined],
    ['no idea', none, undefined],
  ];
  for (const [said, report, complaints] of table) {
    it(`"${said}" after ${report.complaints.length} is ${complaints?.map(({ region }) => region).join(', ') ?? 'no answer'}`, () => {
      expect(applyAnswer('where', said, report)?.complaints).to.deep.equal(complaints);
    });
  }
});

describe('An answer to what is asked of the person', () => {
  const table: [QuestionId, said: string, change: Partial<Report> | undefined][] = [
    ['age', '45', { age: 45 }],
    ['age', 'forty five', { age: 45 }],
    ['age', "I'm 45", { age: 45 }],
    ['age', 'old enough', undefined],
    ['age', '450', undefined],
    ['pregnancy', 'yes', { pregnant: true }],
    ['pregnancy', 'no', { pregnant: false }],
    ['pregnancy', '2', { pregnant: false }],
    ['pregnancy', 'maybe', { pregnant: true }],
    ['pregnancy', "I don't know", { pregnant: true }],
    ['pregnancy', 'i am a man', { pregnant: false }],
    ['pregnancy', 'purple', undefined],
    ['conditions', 'none', { conditions: [] }],
    ['conditions', 'no', { conditions: [] }],
    ['conditions', 'diabetes', { conditions: ['diabetes'] }],
    ['conditions', '???', undefined],
    ['medications', 'none', { medications: [] }],
    ['medications', 'Warfarin and Lisinopril', { medications: ['warfarin', 'lisinopril'] }],
    ['medications', 'why do you ask?', undefined],
    ['medications', '', undefined],
  ];
  for (const [id, said, change] of table) {
    it(`${id}: "${said}" is ${JSON.stringify(change) ?? 'no answer'}`, () => {
      const answered = applyAnswer(id, said, REPORT);
      expect(answered).to.deep.equal(change && { ...REPORT, ...change });
    });
  }

  it('adds to a list and never takes from it', () => {
    const known = reportOf([], { medications: ['warfarin'], conditions: ['diabetes'] });
    expect(applyAnswer('medications', 'ibuprofen', known)?.medications).to.deep.equal([
      'warfarin',
      'ibuprofen',
    ]);
    expect(applyAnswer('medications', 'none', known)?.medications).to.deep.equal(['warfarin']);
    expect(applyAnswer('conditions', 'none', known)?.conditions).to.deep.equal(['diabetes']);
  });
});

describe('Laws of answers', () => {
  const anyId = fc.constantFrom(...QUESTION_IDS);

  it('no words at all make it throw, change the report it was given, or touch a finding', () => {
    const before = structuredClone(REPORT);
    fc.assert(
      fc.property(anyId, fc.string({ unit: 'grapheme', maxLength: 60 }), (id, said) => {
        const answered = applyAnswer(id, said, REPORT);
        expect(REPORT).to.deep.equal(before);
        if (answered) expect(answered.findings).to.deep.equal(before.findings);
      }),
    );
  });

  it('says the same whatever the case and the spaces around it', () => {
    const said = fc.constantFrom('left', '7', 'none', '45', 'yes', '2 months and a 4', 'my elbow', 'qwertz');
    fc.assert(
      fc.property(anyId, said, (id, words) => {
        const plain = applyAnswer(id, words, REPORT);
        const shouted = applyAnswer(id, `  ${words.toUpperCase()} `, REPORT);
        const lower = (report: Report | undefined) => JSON.stringify(report)?.toLowerCase();
        expect(lower(shouted)).to.equal(lower(plain));
      }),
    );
  });
});
