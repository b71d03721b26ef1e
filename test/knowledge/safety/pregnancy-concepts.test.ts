import { expect } from 'chai';
import { assess } from '../../../knowledge/safety/assess.js';
import { assessText } from '../../../knowledge/safety/assess-text.js';
import { emptyReport, type Finding, type Report } from '../../../knowledge/symptoms/report.js';

/** What means danger in pregnancy, and without it is named by rules of its own. */
const concepts = ['pregnancy_swelling', 'upper_belly_pain_pregnant', 'pregnancy_itch'];

const present = (concept: string): Finding => ({
  concept,
  status: 'present',
  experiencer: 'patient',
  temporality: 'current',
  text: concept,
  start: 0,
  end: 0,
});
const rulesOn = (report: Partial<Report>) =>
  assess({ ...emptyReport(), ...report }).reasons.map(({ rule }) => rule);

describe('what means danger in pregnancy only', () => {
  for (const concept of concepts) {
    it(`fires no rule without it: ${concept}`, () => {
      expect(rulesOn({ findings: [present(concept)] })).to.deep.equal([]);
      expect(rulesOn({ findings: [present(concept)], pregnant: false, sex: 'female' })).to.deep.equal([]);
    });

    it(`fires one with it, more than pregnancy alone: ${concept}`, () => {
      const alone = rulesOn({ pregnant: true });
      const more = rulesOn({ findings: [present(concept)], pregnant: true });
      expect(more.filter((rule) => !alone.includes(rule))).not.to.deep.equal([]);
    });
  }

  it('fires none all together, nor with a headache or a change in vision', () => {
    const findings = concepts.map(present);
    expect(rulesOn({ findings })).to.deep.equal([]);
    const seen = ['headache', 'vision_change'].map(present);
    expect(rulesOn({ findings: [...findings, ...seen] })).to.deep.equal(rulesOn({ findings: seen }));
  });

  it('is not asked about without it', () => {
    const { questions } = assessText('my head hurts, 34 year old man').assessment;
    expect(questions.map(({ concept }) => concept)).not.to.include.members(['pregnancy_swelling']);
  });

  it('is read from words, and counts with pregnancy alone', () => {
    const words = 'my rings got tight and my hands are swollen';
    expect(assessText(words).assessment.disposition).not.to.equal('urgent');
    expect(assessText(`I am 30 weeks pregnant and ${words}`).assessment.disposition).to.equal('urgent');
  });
});
