import { expect } from 'chai';
import { assess } from '../../../knowledge/safety/assess.js';
import { complaint, finding, reportOf } from './reports.js';

const asked = (report: Parameters<typeof assess>[0]) =>
  assess(report).questions.map(({ concept }) => concept);

describe('questions still worth asking', () => {
  it('asks a sore calf about swelling, warmth and journeys', () => {
    expect(asked(reportOf(['calf_pain']))).to.include.members([
      'calf_swelling',
      'leg_warm_or_red',
      'long_journey',
    ]);
  });

  it('asks a sore back about numbness between the legs, with the reason', () => {
    const question = assess(reportOf(['back_pain'])).questions.find(
      ({ concept }) => concept === 'saddle_numbness',
    );
    expect(question?.text).to.match(/\?$/);
    expect(question?.why).to.include('nerves');
    expect(question?.couldBecome).to.equal('emergency');
  });

  it('asks nothing in an emergency, and nothing where nothing is wrong', () => {
    expect(asked(reportOf(['chest_pressure']))).to.deep.equal([]);
    expect(asked(reportOf())).to.deep.equal([]);
  });

  it('asks nothing that was answered, yes or no', () => {
    const report = reportOf(['calf_pain']);
    const answered = {
      ...report,
      findings: [...report.findings, finding('calf_swelling', { status: 'absent' })],
    };
    expect(asked(answered)).not.to.include('calf_swelling');
  });

  it('asks an old head about what only old heads have', () => {
    const headache = (age: number) => asked(reportOf(['headache'], { age, complaints: [complaint('head')] }));
    expect(headache(72)).to.include('jaw_chewing_pain');
    expect(headache(30)).not.to.include('jaw_chewing_pain');
  });
});
