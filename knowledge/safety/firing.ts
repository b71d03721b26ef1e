import { DISPOSITIONS, type Disposition } from './assessment.js';
import { whatHolds } from './condition.js';
import type { Facts } from './facts.js';
import type { Rule } from './rule.js';

export interface FiredRule {
  rule: Rule;
  /** The concepts it holds on. */
  concepts: string[];
}

/** The rules that hold, in the order of the rule book. */
export function firedRules(rules: readonly Rule[], facts: Facts): FiredRule[] {
  return rules.flatMap((rule) => {
    const concepts = whatHolds(rule.when, facts);
    return concepts ? [{ rule, concepts }] : [];
  });
}

/** The worst disposition of the rules that hold. */
export function dispositionOf(rules: readonly Rule[], facts: Facts): Disposition {
  const found = new Set<Disposition | undefined>(
    firedRules(rules, facts).map(({ rule }) => rule.disposition),
  );
  return DISPOSITIONS.find((disposition) => found.has(disposition)) ?? 'routine';
}
