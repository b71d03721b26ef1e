import { expect } from 'chai';
import { buildLexicon } from '../../../knowledge/symptoms/lexicon/lexicon.js';
import { mergeReading } from '../../../knowledge/symptoms/merge-reading.js';
import { readSymptoms } from '../../../knowledge/symptoms/read-symptoms.js';
import { emptyReport, type Report } from '../../../knowledge/symptoms/report.js';

const lexicon = buildLexicon(
  [
    { id: 'numbness', label: 'numbness', phrases: ['numb'], past: 'ignore' },
    { id: 'fever', label: 'a fever', phrases: ['fever'], past: 'ignore' },
  ],
  {},
);

function said(...messages: string[]): Report {
  return messages.reduce(
    (report, message) => mergeReading(report, readSymptoms(message, { lexicon })).report,
    emptyReport(),
  );
}
const statuses = (report: Report) => report.findings.map(({ concept, status }) => `${concept} ${status}`);

describe('merging what is said', () => {
  it('gives facts without a region to the complaint under discussion', () => {
    expect(
      said('my neck hurts', 'my right knee hurts', 'for about 3 weeks', '7/10').complaints,
    ).to.deep.equal([
      { region: 'neck', triggers: [] },
      { region: 'knee', side: 'right', durationDays: [21, 21], severity: 7, triggers: [] },
    ]);
  });

  it('changes the side of the latest complaint by "sorry, the left one"', () => {
    expect(said('my right knee hurts', 'sorry, the left one').complaints).to.deep.equal([
      { region: 'knee', side: 'left', triggers: [] },
    ]);
  });

  it('moves a complaint to the region that was meant, with what was told of it', () => {
    expect(said('my knee hurts for 3 weeks', 'I meant my ankle').complaints).to.deep.equal([
      { region: 'ankle', durationDays: [21, 21], triggers: [] },
    ]);
  });

  it('keeps a finding against a later bare denial, and takes it back on an explicit correction', () => {
    expect(statuses(said('my foot is numb', 'no numbness'))).to.deep.equal(['numbness present']);
    expect(statuses(said('my foot is numb', "no wait, I don't have numbness"))).to.deep.equal([
      'numbness absent',
    ]);
  });

  it('corrects only the finding that is named', () => {
    expect(statuses(said('my foot is numb and I have a fever', "sorry, I don't have a fever"))).to.deep.equal(
      ['numbness present', 'fever absent'],
    );
    expect(statuses(said('my foot is numb', 'sorry, the left one'))).to.deep.equal(['numbness present']);
  });

  it('puts a finding that is there now in the place of an earlier denial', () => {
    expect(statuses(said('no fever', 'now I have a fever'))).to.deep.equal(['fever present']);
  });

  it('joins lists, and takes the later age', () => {
    const report = said("I'm 54, I take warfarin", "I'm 45, I take warfarin and aspirin, I have asthma");
    expect(report).to.deep.include({ age: 45, medications: ['warfarin', 'aspirin'], conditions: ['asthma'] });
  });

  it('tells what changed, nothing twice, and leaves the given report alone', () => {
    const before = said('my neck hurts');
    const copy = structuredClone(before);
    const reading = readSymptoms("I'm 45 and my foot is numb", { lexicon });
    const { report, changed } = mergeReading(before, reading);
    expect(changed).to.have.members(['age', 'complaints', 'findings']);
    expect(before).to.deep.equal(copy);
    expect(mergeReading(report, reading).changed).to.not.include.members(['age', 'complaints']);
  });
});
