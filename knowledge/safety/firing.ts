import { DISPOSITIONS, type Disposition, isWorse } from './assessment.js';
import { conceptsNamed, holds, needsConcept, whatHolds } from './condition.js';
import type { Facts } from './facts.js';
import type { Rule } from './rule.js';
import type { RuleBook } from './rule-book.js';

export interface FiredRule {
  rule: Rule;
  /** The concepts it holds on. */
  concepts: string[];
}

/** The rules that hold, in the order of the rule book. */
export function firedRules(rules: readonly Rule[], facts: Facts): FiredRule[] {
  const { naming, free, position } = indexOf(rules);
  const possible = new Set(free);
  for (const concept of facts.concepts) for (const rule of naming.get(concept) ?? []) possible.add(rule);
  const fired: FiredRule[] = [];
  for (const rule of possible) {
    const concepts = whatHolds(rule.when, facts);
    if (concepts) fired.push({ rule, concepts });
  }
  return fired.sort((a, b) => (position.get(a.rule) ?? 0) - (position.get(b.rule) ?? 0));
}

/** The worst disposition of the rules that hold. */
export function dispositionOf(rules: readonly Rule[], facts: Facts): Disposition {
  const found = new Set<Disposition | undefined>(
    firedRules(rules, facts).map(({ rule }) => rule.disposition),
  );
  return DISPOSITIONS.find((disposition) => found.has(disposition)) ?? 'routine';
}

/**
 * What the disposition would become were one concept more present. Conditions are monotone: what holds goes on
 * holding, so that only graver rules which name the concept, or what it is a kind of, are tried.
 * @param facts with the concept
 * @param disposition without it
 */
export function dispositionWith(
  facts: Facts,
  concept: string,
  { rules, kindsOf }: Pick<RuleBook, 'rules' | 'kindsOf'>,
  disposition: Disposition,
): Disposition {
  let worst = disposition;
  for (const named of [concept, ...kindsOf(concept)]) {
    for (const rule of rulesNaming(named, rules)) {
      if (rule.disposition && isWorse(rule.disposition, worst) && holds(rule.when, facts))
        worst = rule.disposition;
    }
  }
  return worst;
}

interface RuleIndex {
  /** The rules that name a concept. */
  naming: Map<string, Rule[]>;
  /** The rules that can hold without any concept: by a region, an age, a medicine. */
  free: Rule[];
  /** Where each stands in the rule book. */
  position: Map<Rule, number>;
}

const indexes = new WeakMap<readonly Rule[], RuleIndex>();

function indexOf(rules: readonly Rule[]): RuleIndex {
  let index = indexes.get(rules);
  if (!index) {
    index = {
      naming: new Map(),
      free: rules.filter((rule) => !needsConcept(rule.when)),
      position: new Map(rules.map((rule, at) => [rule, at])),
    };
    for (const rule of rules) {
      for (const concept of new Set(conceptsNamed(rule.when))) {
        index.naming.set(concept, [...(index.naming.get(concept) ?? []), rule]);
      }
    }
    indexes.set(rules, index);
  }
  return index;
}

/** `pregnant` is a fact of the person too, whatever a rule asks for it by. */
function rulesNaming(concept: string, rules: readonly Rule[]): readonly Rule[] {
  return concept === 'pregnant' ? rules : (indexOf(rules).naming.get(concept) ?? []);
}
