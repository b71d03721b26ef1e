import { expect } from 'chai';
import { CodedError } from '../../../knowledge/coded-error.js';
import { loadAdvice } from '../../../knowledge/safety/advice-file.js';
import { loadRules } from '../../../knowledge/safety/load-rules.js';
import { type Rule, ruleSchema } from '../../../knowledge/safety/rule.js';
import { bindRuleBook, type RuleBookParts } from '../../../knowledge/safety/rule-book.js';

const rule: Rule = {
  id: 'swollen_calf',
  label: 'a swollen calf',
  disposition: 'urgent',
  source: 'wells',
  when: 'calf_swelling',
};

function parts(change: Partial<Rule> = {}, more: Partial<RuleBookParts> = {}): RuleBookParts {
  return {
    rules: [{ file: 'rules/legs.yaml', rule: { ...rule, ...change } }],
    questions: [],
    sources: { wells: 'Wells score' },
    medicationClasses: new Map(),
    concepts: {
      has: (concept) => concept === 'calf_swelling',
      countsWhenPast: () => false,
      kindsOf: () => [],
    },
    adviceNames: new Set(),
    ...more,
  };
}

describe('loading the rules', () => {
  it('loads the rules that ship with the bot, once', () => {
    expect(loadRules().rules.length).to.be.greaterThan(100);
    expect(loadRules()).to.equal(loadRules());
  });

  it('has a rule book whose every emergency has steps of its own', () => {
    const advice = loadAdvice();
    for (const { id, disposition, advice: name } of loadRules().rules) {
      if (disposition === 'emergency') expect(advice, id).to.have.property(name ?? 'missing');
    }
  });

  it('names consensus where no stronger source was seen, and never a weak one', () => {
    for (const citation of loadRules().sources.values()) {
      expect(citation).not.to.match(
        /ascensionselfcare|droracle|solicitors|excitingspas|ambersherbet|megatopx/,
      );
    }
  });

  const refusals: [string, RuleBookParts, RegExp][] = [
    [
      'a concept that is not in the lexicon',
      parts({ when: 'calf_sweling' }),
      /rules\/legs\.yaml: swollen_calf: "calf_sweling" is not in the lexicon/,
    ],
    ['a source that is not known', parts({ source: 'blog' }), /"blog" is no source in sources\.yaml/],
    [
      'a medication class that is not known',
      parts({ when: { medicationIn: 'teas' } }),
      /"teas" is not in medication-classes\.yaml/,
    ],
    [
      'a question without wording',
      parts({ ask: ['calf_swelling'], why: 'it matters' }),
      /"calf_swelling" has no wording/,
    ],
    ['advice that is not written', parts({ advice: 'clots' }), /"clots" is not in advice\.yaml/],
    [
      'an id used twice',
      parts({}, { rules: [1, 2].map(() => ({ file: 'rules/legs.yaml', rule })) }),
      /another rule has this id/,
    ],
  ];
  for (const [what, given, message] of refusals) {
    it(`refuses ${what}, naming file, rule and reason`, () => {
      expect(() => bindRuleBook(given))
        .to.throw(CodedError, message)
        .with.property('code', 'SAFETY_RULE_INVALID');
    });
  }

  const unreadable: [string, object][] = [
    ['neither disposition nor caution', { ...rule, disposition: undefined }],
    ['a disposition that is not one', { ...rule, disposition: 'soon' }],
    ['the disposition routine', { ...rule, disposition: 'routine' }],
    ['a condition that takes something away', { ...rule, when: { not: 'calf_swelling' } }],
    ['an empty list of conditions', { ...rule, when: { all: [] } }],
    ['a question without a why', { ...rule, ask: ['calf_swelling'] }],
  ];
  for (const [what, given] of unreadable) {
    it(`does not read a rule with ${what}`, () => {
      expect(ruleSchema.safeParse(given).success).to.equal(false);
    });
  }
});
