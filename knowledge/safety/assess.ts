import type { Report } from '../symptoms/report.js';
import {
  type Assessment,
  type Caution,
  DISPOSITIONS,
  type Reason,
  type SafetyQuestion,
} from './assessment.js';
import { asTold, factsOf } from './facts.js';
import { firedRules } from './firing.js';
import { loadRules } from './load-rules.js';
import { questionsAtOnce, questionsWorthAsking } from './questions.js';
import type { Rule } from './rule.js';
import type { RuleBook } from './rule-book.js';

type Assessor = (report: Report) => Assessment;

/**
 * The assessment of a report by the rules that ship with the bot. Pure, deterministic, monotone: one more
 * present finding never lowers the disposition, and an absent one never raises it.
 */
export function assess(report: Report): Assessment {
  shipped ??= buildAssessor(loadRules());
  return shipped(report);
}

let shipped: Assessor | undefined;

/** As `assess`, by other rules. */
export function buildAssessor(book: RuleBook): Assessor {
  return (report) => {
    const facts = factsOf(report, book);
    const fired = firedRules(book.rules, facts);
    const reasons = fired
      .flatMap(({ rule, concepts }) => reasonOf(rule, asTold(concepts, report, book), book))
      .sort(worstFirst);
    const disposition = reasons[0]?.disposition ?? 'routine';
    let questions: SafetyQuestion[] | undefined;
    let unclear: SafetyQuestion[] | undefined;
    return {
      disposition,
      reasons,
      cautions: fired.flatMap(({ rule }) => cautionOf(rule, book)),
      // Worked out when asked for: it tries every rule anew, and one message in ten has use for it.
      get questions() {
        questions ??= questionsWorthAsking(report, facts, disposition, book);
        return questions;
      },
      get unclear() {
        unclear ??= questionsAtOnce(report, facts, disposition, book);
        return unclear;
      },
    };
  };
}

function reasonOf(rule: Rule, concepts: string[], book: RuleBook): Reason[] {
  if (!rule.disposition) return [];
  const { id, label, disposition, action } = rule;
  return [
    { rule: id, label, disposition, source: citationOf(rule, book), concepts, ...(action ? { action } : {}) },
  ];
}

function cautionOf(rule: Rule, book: RuleBook): Caution[] {
  return rule.caution ? [{ rule: rule.id, ...rule.caution, source: citationOf(rule, book) }] : [];
}

function citationOf(rule: Rule, book: RuleBook): string {
  return [rule.source]
    .flat()
    .map((key) => book.sources.get(key) ?? key)
    .join('; ');
}

/** Keeps the rules' own order within one disposition (sort is stable). */
function worstFirst(a: Reason, b: Reason): number {
  return DISPOSITIONS.indexOf(a.disposition) - DISPOSITIONS.indexOf(b.disposition);
}
