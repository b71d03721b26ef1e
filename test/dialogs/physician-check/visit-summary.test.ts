import { expect } from 'chai';
import { visitSummary } from '../../../dialogs/physician-check/visit-summary.js';
import { newRecord, type PatientRecord } from '../../../dialogs/record/record.js';
import type { Assessment } from '../../../knowledge/safety/assessment.js';
import { complaint, reportOf } from '../../knowledge/safety/reports.js';
import { assessmentOf, finishedRecord, reason } from '../support/records.js';

function linesOf(record: PatientRecord, assessment: Assessment, heading: RegExp): string[] | undefined {
  return visitSummary(record, assessment).sections.find((section) => heading.test(section.heading))?.lines;
}

const SYMPTOMS = /Symptoms, as told/;
const ANSWERS = /Other answers/;
const FLAGS = /need attention/;
const QUESTIONS = /Questions to ask/;

describe('The summary for the visit', () => {
  it('says in the person’s words what they told, and what they answered', () => {
    const record = finishedRecord({
      report: reportOf(['fever'], {
        complaints: [complaint('shoulder', { side: 'left', durationDays: [21, 21], severity: 6 })],
        age: 45,
        pregnant: false,
        conditions: ['diabetes', 'asthma'],
        medications: ['warfarin'],
      }),
    });
    const symptoms = linesOf(record, assessmentOf(), SYMPTOMS);
    expect(symptoms?.[0]).to.equal('Left shoulder, for about 3 weeks, 6 out of 10');
    expect(symptoms).to.have.length(2);
    expect(symptoms?.[1]).to.match(/^\p{Lu}.*fever|temperature/iu);
    expect(linesOf(record, assessmentOf(), ANSWERS)).to.deep.equal([
      'Age: 45',
      'Not pregnant',
      'Conditions: diabetes, asthma',
      'Medicines: warfarin',
    ]);
  });

  it('tells apart what was answered with none and what was never asked', () => {
    const asked = finishedRecord({ asked: ['conditions', 'medications'] });
    expect(linesOf(asked, assessmentOf(), ANSWERS)).to.deep.equal([
      'Conditions: none named',
      'Medicines: none named',
    ]);
    expect(linesOf(finishedRecord(), assessmentOf(), ANSWERS)).to.equal(undefined);
  });

  it('says pregnant only where that was said', () => {
    const of = (pregnant: boolean) => finishedRecord({ report: reportOf([], { pregnant }) });
    expect(linesOf(of(true), assessmentOf(), ANSWERS)?.join()).to.match(/^Pregnant, possibly/);
    expect(linesOf(of(false), assessmentOf(), ANSWERS)?.join()).to.equal('Not pregnant');
  });

  it('names what fired, and says that nothing was ticked only where the list was shown', () => {
    const assessment = assessmentOf(reason('weight_loss', 'urgent', { label: 'losing weight' }));
    expect(linesOf(finishedRecord(), assessment, FLAGS)).to.deep.equal(['Losing weight']);
    expect(linesOf(finishedRecord(), assessmentOf(), FLAGS)?.join()).to.match(/None of the signs/);
    expect(linesOf(newRecord(), assessmentOf(), FLAGS)).to.equal(undefined);
  });

  it('does not say that nothing was ticked where something fired', () => {
    const assessment = assessmentOf(reason('age', 'clearance'));
    expect(linesOf(finishedRecord(), assessment, FLAGS)?.join()).not.to.match(/None of the signs/);
  });

  it('asks first what could be behind an urgent sign, and of medicines only where there are some', () => {
    const urgent = assessmentOf(reason('weight_loss', 'urgent', { label: 'losing weight' }));
    expect(linesOf(finishedRecord(), urgent, QUESTIONS)?.[0]).to.equal(
      'What could be behind this: Losing weight?',
    );
    const clearance = assessmentOf(reason('age', 'clearance'));
    expect(linesOf(finishedRecord(), clearance, QUESTIONS)?.join()).not.to.match(/behind this/);
    const medicines = /medicines or conditions/;
    expect(linesOf(finishedRecord(), clearance, QUESTIONS)?.join()).not.to.match(medicines);
    const taking = finishedRecord({ report: reportOf([], { medications: ['warfarin'] }) });
    expect(linesOf(taking, clearance, QUESTIONS)?.join()).to.match(medicines);
  });

  it('says of itself that it is no diagnosis, and shows no empty section', () => {
    const view = visitSummary(newRecord(), assessmentOf());
    expect(JSON.stringify(view)).to.match(/no diagnosis/);
    for (const { lines } of view.sections) expect(lines).not.to.have.length(0);
  });
});
