import { expect } from 'chai';
import { buildAssessor } from '../../../knowledge/safety/assess.js';
import { bindRuleBook } from '../../../knowledge/safety/rule-book.js';
import { complaint, reportOf } from './reports.js';

const assess = buildAssessor(
  bindRuleBook({
    rules: [
      {
        file: 'rules/two.yaml',
        rule: {
          id: 'sore_calf',
          label: 'a sore calf',
          disposition: 'clearance',
          source: 'consensus',
          when: 'calf_pain',
          ask: ['calf_swelling'],
          why: 'both together can be a clot',
        },
      },
      {
        file: 'rules/two.yaml',
        rule: {
          id: 'clot',
          label: 'a sore, swollen calf',
          disposition: 'emergency',
          source: ['wells', 'consensus'],
          when: { all: ['calf_pain', 'calf_swelling'] },
          caution: { scope: 'absolute', label: 'No massage' },
          ask: ['calf_swelling', 'calf_pain'],
          why: 'a clot must not be massaged',
        },
      },
    ],
    questions: [
      { concept: 'calf_swelling', text: 'Is it swollen?', label: 'Swollen' },
      { concept: 'calf_pain', text: 'Does it hurt?', label: 'Painful' },
    ],
    sources: { wells: 'Wells score', consensus: 'consensus' },
    medicationClasses: new Map(),
    concepts: { has: () => true, countsWhenPast: () => false, kindsOf: () => [] },
    adviceNames: new Set(),
  }),
);

describe('an assessor built from other rules', () => {
  it('joins the citations of a rule that has several', () => {
    const { reasons, cautions } = assess(reportOf(['calf_pain', 'calf_swelling']));
    expect(reasons.map(({ rule, source }) => [rule, source])).to.deep.equal([
      ['clot', 'Wells score; consensus'],
      ['sore_calf', 'consensus'],
    ]);
    expect(cautions).to.deep.equal([
      { rule: 'clot', scope: 'absolute', label: 'No massage', source: 'Wells score; consensus' },
    ]);
  });

  it('asks for what would complete a rule, with the reason of the gravest rule that asks', () => {
    expect(assess(reportOf(['calf_pain'])).questions).to.deep.equal([
      {
        concept: 'calf_swelling',
        text: 'Is it swollen?',
        label: 'Swollen',
        why: 'a clot must not be massaged',
        couldBecome: 'emergency',
      },
    ]);
  });

  it('asks nothing of somebody in whom no rule has begun', () => {
    expect(assess(reportOf([], { complaints: [complaint('neck')] })).questions).to.deep.equal([]);
  });
});
