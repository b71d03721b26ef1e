import { expect } from 'chai';
import { checklistFor } from '../../../knowledge/safety/checklist.js';
import { conceptCatalogue } from '../../../knowledge/safety/concept-catalogue.js';
import { REGIONS } from '../../../knowledge/symptoms/report.js';
import { complaint, finding, reportOf } from './reports.js';

const concepts = (report: Parameters<typeof checklistFor>[0]) =>
  checklistFor(report).items.map((item) => item.concept);

describe('the red-flag checklist', () => {
  for (const region of REGIONS) {
    it(`covers ${region} with at most 10 items of its own and general ones`, () => {
      const { id, items } = checklistFor(reportOf([], { complaints: [complaint(region)] }));
      expect(id).to.equal(region);
      expect(items.length).to.be.within(7, 10);
      expect(items.map((item) => item.concept)).to.include.members(['fever', 'cancer_history']);
      for (const item of items) {
        expect(conceptCatalogue().has(item.concept), item.concept).to.equal(true);
        expect(item.label).to.match(/^[A-Z]/);
      }
    });
  }

  it('asks only the general ones where no region is named', () => {
    const checklist = checklistFor(reportOf());
    expect(checklist.id).to.equal('general');
    expect(checklist.items.map((item) => item.concept)).to.include.members(['fever', 'takes_blood_thinner']);
  });

  it('puts the most dangerous first', () => {
    const [first] = concepts(reportOf([], { complaints: [complaint('lower_back')] }));
    expect(first).to.equal('saddle_numbness');
  });

  it('merges regions without saying anything twice, the worst of each kept', () => {
    const items = concepts(reportOf([], { complaints: [complaint('lower_back'), complaint('calf')] }));
    expect(new Set(items).size).to.equal(items.length);
    expect(items.length).to.be.at.most(10);
    expect(items).to.include.members(['saddle_numbness', 'calf_swelling', 'fever']);
  });

  it('leaves out what is known already, said or denied', () => {
    const report = reportOf(['saddle_numbness'], { complaints: [complaint('lower_back')] });
    const known = { ...report, findings: [...report.findings, finding('fever', { status: 'absent' })] };
    expect(concepts(known)).not.to.include.oneOf(['saddle_numbness', 'fever']);
  });

  it('asks a man nothing about pregnancy, and a pregnant woman about the baby', () => {
    const back = [complaint('lower_back')];
    expect(concepts(reportOf([], { complaints: back, sex: 'male' }))).not.to.include('pregnant');
    expect(concepts(reportOf([], { complaints: back }))).to.include('pregnant');
    const pregnant = concepts(reportOf([], { complaints: [complaint('abdomen')], pregnant: true }));
    expect(pregnant).not.to.include('pregnant');
    expect(pregnant).to.include.oneOf(['vaginal_bleeding', 'baby_moves_less']);
  });

  it('keeps questions of later life for later life', () => {
    const head = [complaint('head')];
    expect(concepts(reportOf([], { complaints: head, age: 25 }))).not.to.include('jaw_chewing_pain');
    expect(concepts(reportOf([], { complaints: head, age: 70 }))).to.include('jaw_chewing_pain');
  });
});
