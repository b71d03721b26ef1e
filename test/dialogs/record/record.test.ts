import { expect } from 'chai';
import { newProblem, newRecord, type PatientRecord, startedOver } from '../../../dialogs/record/record.js';
import { complaint, reportOf } from '../../knowledge/safety/reports.js';
import { finishedRecord } from '../support/records.js';

const FULL: PatientRecord = finishedRecord({
  minor: true,
  guardian: 'agreed',
  emergencyRegion: 'GB',
  lastSeenAt: '2026-11-22T10:00:00.000Z',
  open: 'place',
  asked: ['complaint', 'age'],
  trail: ['symptoms.age'],
  attempts: 1,
  told: ['weight_loss', 'physician_check'],
  wishes: { gender: 'female' },
  offset: 5,
  chosen: true,
  returning: true,
  report: reportOf(['saddle_numbness', 'neck_stiffness'], {
    about: 'other',
    age: 70,
    sex: 'female',
    pregnant: false,
    complaints: [complaint('neck')],
    conditions: ['osteoporosis'],
    medications: ['prednisone'],
    goals: ['sleep better'],
  }),
});

describe('A new record', () => {
  it('shares nothing with another one', () => {
    const first = newRecord();
    first.asked.push('age');
    first.report.findings.push(...FULL.report.findings);
    expect(newRecord().asked).to.deep.equal([]);
    expect(newRecord().report.findings).to.deep.equal([]);
  });
});

describe('Starting over', () => {
  it('keeps the agreement and where the person is, and nothing of the problem', () => {
    expect(startedOver(FULL)).to.deep.equal({
      ...newRecord(),
      agreedAt: FULL.agreedAt,
      guardian: 'agreed',
      minor: true,
      emergencyRegion: 'GB',
      lastSeenAt: FULL.lastSeenAt,
    });
  });

  it('gives no agreement that was not there', () => {
    expect(startedOver(newRecord())).to.deep.equal(newRecord());
  });
});

describe('A new problem of the same person', () => {
  const next = newProblem(FULL, new Set(['saddle_numbness']));

  it('keeps what is known of the person', () => {
    expect(next.report).to.deep.include({
      about: 'other',
      age: 70,
      sex: 'female',
      pregnant: false,
      conditions: ['osteoporosis'],
      medications: ['prednisone'],
    });
    expect(next.aboutAsked).to.equal(true);
  });

  it('keeps every finding that raised an alarm, and drops the complaint with the rest', () => {
    expect(next.report.findings.map(({ concept }) => concept)).to.deep.equal(['saddle_numbness']);
    expect(next.report.complaints).to.deep.equal([]);
    expect(next.report.goals).to.deep.equal([]);
  });

  it('asks, screens, explains and sends to the physician again', () => {
    for (const due of ['interviewed', 'screened', 'explained', 'physician', 'place', 'returning']) {
      expect(next).not.to.have.property(due);
    }
    expect(next.asked).to.deep.equal([]);
    expect(next.trail).to.deep.equal([]);
  });
});
