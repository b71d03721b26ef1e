import { expect } from 'chai';
import { assess } from '../../../knowledge/safety/assess.js';
import { removeFinding } from '../../../knowledge/safety/remove-finding.js';
import { finding, reportOf } from './reports.js';

describe('taking a finding back', () => {
  it('makes every mention absent and lowers the disposition', () => {
    const report = reportOf(['chest_pressure', 'chest_pressure', 'diabetes']);
    const corrected = removeFinding(report, 'chest_pressure');
    expect(assess(corrected).disposition).to.equal('routine');
    expect(corrected.findings.map(({ status }) => status)).to.deep.equal(['absent', 'absent', 'present']);
  });

  it('leaves the report that was given as it is', () => {
    const report = reportOf(['chest_pressure']);
    removeFinding(report, 'chest_pressure');
    expect(report.findings[0]?.status).to.equal('present');
  });

  it("does not touch another person's finding", () => {
    const report = reportOf([], { findings: [finding('fever', { experiencer: 'other' })] });
    expect(removeFinding(report, 'fever').findings[0]).to.include({
      experiencer: 'other',
      status: 'present',
    });
  });

  it('remembers a denial of what nobody had said', () => {
    expect(removeFinding(reportOf(), 'fever').findings).to.deep.include(
      finding('fever', { status: 'absent', text: '', end: 0 }),
    );
  });

  it('takes back the pregnancy with its finding', () => {
    const corrected = removeFinding(reportOf(['pregnant'], { pregnant: true }), 'pregnant');
    expect(corrected.pregnant).to.equal(false);
    expect(assess(corrected).disposition).to.equal('routine');
  });

  it('takes back the medicine that the finding named, and no other', () => {
    const report = reportOf([], {
      findings: [finding('takes_blood_thinner', { text: 'On warfarin' })],
      medications: ['warfarin', 'prednisone'],
    });
    expect(removeFinding(report, 'takes_blood_thinner').medications).to.deep.equal(['prednisone']);
  });
});
