import { expect } from 'chai';
import fc from 'fast-check';
import { nextPhase } from '../../../dialogs/record/next-phase.js';
import { newRecord, type PatientRecord } from '../../../dialogs/record/record.js';
import { remember, stepBack } from '../../../dialogs/record/trail.js';
import { nextQuestion } from '../../../dialogs/symptoms/interview.js';
import { QUESTION_IDS, type QuestionId } from '../../../dialogs/symptoms/question.js';
import { assess } from '../../../knowledge/safety/assess.js';
import { complaint, reportOf } from '../../knowledge/safety/reports.js';
import { assessmentOf, finishedRecord } from '../support/records.js';

/** All that the interview can learn. */
const FULL = reportOf(['fever', 'calf_swelling'], {
  complaints: [
    complaint('knee', { side: 'left', durationDays: [7, 7], severity: 4, triggers: ['stairs'] }),
    complaint('shoulder', { side: 'right', durationDays: [30, 30] }),
  ],
  age: 45,
  pregnant: false,
  conditions: ['diabetes'],
  medications: ['warfarin'],
});

function answered(...trail: string[]): PatientRecord {
  return finishedRecord({
    report: FULL,
    asked: trail.filter((id) => id.startsWith('symptoms.')).map((id) => id.slice('symptoms.'.length)),
    trail,
    place: { label: 'Boston, MA', lat: 42.36, lon: -71.06 } as NonNullable<PatientRecord['place']>,
    offset: 5,
  });
}

describe('One step back', () => {
  it('does nothing at the beginning', () => expect(stepBack(newRecord())).to.equal(undefined));

  const reopened: QuestionId[] = [
    'where',
    'side',
    'triggers',
    'age',
    'pregnancy',
    'conditions',
    'medications',
  ];
  for (const id of reopened) {
    it(`opens "${id}" again`, () => {
      const back = stepBack(answered('symptoms.complaint', 'symptoms.time_and_severity', `symptoms.${id}`));
      expect(back && nextPhase(back, assessmentOf())).to.equal('symptoms');
      expect(back && nextQuestion(back)).to.equal(id);
      expect(back?.trail).to.deep.equal(['symptoms.complaint', 'symptoms.time_and_severity']);
    });
  }

  it('opens the duration and the severity again, together and each', () => {
    const table: [QuestionId, Partial<Record<'durationDays' | 'severity', unknown>>][] = [
      ['time_and_severity', {}],
      ['time', { severity: 4 }],
      ['severity', { durationDays: [7, 7] }],
    ];
    for (const [id, kept] of table) {
      const back = stepBack(answered(`symptoms.${id}`));
      expect(back?.report.complaints[0]).to.deep.equal({
        region: 'knee',
        side: 'left',
        triggers: ['stairs'],
        ...kept,
      });
      expect(back?.report.complaints[1]).to.deep.equal(FULL.complaints[1]);
      expect(back && nextQuestion(back)).to.equal(id);
    }
  });

  it('asks for the signs of danger again, and for the physician’s word', () => {
    const screened = stepBack(answered('red_flags'));
    expect(screened && nextPhase(screened, assessmentOf())).to.equal('red_flags');
    for (const step of ['physician_check', 'urgent']) {
      const asked = stepBack(answered(step));
      expect(asked && nextPhase(asked, assessmentOf())).to.equal('physician_check');
    }
  });

  it('asks for the place again and forgets the list of the old one', () => {
    const back = stepBack(answered('red_flags', 'place'));
    expect(back).to.include({ offset: 0, screened: true });
    expect(back).not.to.have.property('place');
  });

  it('into the interview makes the checklist and the physician’s word due again', () => {
    const back = stepBack(answered('symptoms.age'));
    for (const due of ['interviewed', 'screened', 'explained', 'physician']) {
      expect(back).not.to.have.property(due);
    }
  });

  it('counts the tries of the reopened question anew', () => {
    expect(stepBack({ ...answered('symptoms.age'), attempts: 1 })?.attempts).to.equal(0);
  });

  const anyStep = fc.constantFrom(
    ...QUESTION_IDS.map((id) => `symptoms.${id}`),
    'red_flags',
    'physician_check',
    'urgent',
    'place',
  );

  it('never removes a finding, however often, and leaves the record it was given as it is', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (trail) => {
        let record: PatientRecord | undefined = answered(...trail);
        const steps: PatientRecord[] = [];
        while (record) {
          const before = structuredClone(record);
          const back: PatientRecord | undefined = stepBack(record);
          expect(record).to.deep.equal(before);
          expect(record.report.findings).to.deep.equal(FULL.findings);
          if (back) steps.push(back);
          record = back;
        }
        expect(steps).to.have.length(trail.length);
      }),
    );
  });

  it('never makes what was flagged by findings harmless', () => {
    const flagged = reportOf(['saddle_numbness', 'fever'], { age: 45 });
    const before = assess(flagged).disposition;
    expect(before).to.equal('emergency');
    fc.assert(
      fc.property(anyStep, (step) => {
        const back = stepBack(finishedRecord({ report: flagged, trail: [step] }));
        expect(back && assess(back.report).disposition).to.equal(before);
      }),
    );
  });
});

describe('The trail', () => {
  it('keeps the last twenty steps, in order', () => {
    const record = newRecord();
    for (let step = 1; step <= 25; step++) remember(record, `symptoms.${step}`);
    expect(record.trail).to.have.length(20);
    expect([record.trail[0], record.trail.at(-1)]).to.deep.equal(['symptoms.6', 'symptoms.25']);
  });
});
