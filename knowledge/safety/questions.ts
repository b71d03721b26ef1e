import type { Report } from '../symptoms/report.js';
import { DISPOSITIONS, type Disposition, isWorse, type SafetyQuestion } from './assessment.js';
import { whatHolds } from './condition.js';
import { type Facts, withConcept } from './facts.js';
import { dispositionOf } from './firing.js';
import type { Rule } from './rule.js';
import type { RuleBook } from './rule-book.js';

/**
 * The questions whose yes would make things worse than they are, those that could change most first.
 * A concept is asked once, with the reason of the gravest rule that wants to know.
 */
export function questionsWorthAsking(
  report: Report,
  facts: Facts,
  disposition: Disposition,
  book: RuleBook,
): SafetyQuestion[] {
  if (disposition === 'emergency') return [];
  const known = knownConcepts(report);
  const asked = new Map<string, SafetyQuestion>();
  for (const rule of book.rules) {
    for (const concept of rule.ask ?? []) {
      const wording = book.questions.get(concept);
      if (!wording || !rule.why || known.has(concept) || !isInQuestion(rule, concept, facts)) continue;
      const couldBecome = dispositionOf(book.rules, withConcept(facts, concept));
      const before = asked.get(concept);
      if (!isWorse(couldBecome, disposition) || (before && rule.disposition !== couldBecome)) continue;
      asked.set(concept, { ...wording, why: rule.why, couldBecome });
    }
  }
  return [...asked.values()].sort(
    (a, b) => DISPOSITIONS.indexOf(a.couldBecome) - DISPOSITIONS.indexOf(b.couldBecome),
  );
}

/** Something else has begun the rule, and this one answer would complete it; or the rule's own `askWhen`. */
function isInQuestion(rule: Rule, concept: string, facts: Facts): boolean {
  if (rule.askWhen) return whatHolds(rule.askWhen, facts) !== undefined;
  const empty: Facts = {
    ...facts,
    concepts: new Set(),
    complaints: [],
    conditions: [],
    medications: [],
    pregnant: false,
  };
  return (
    whatHolds(rule.when, withConcept(facts, concept)) !== undefined &&
    whatHolds(rule.when, withConcept(empty, concept)) === undefined
  );
}

/** What the patient has already said yes or no to; "maybe" counts as yes until somebody has looked. */
export function knownConcepts(report: Report): Set<string> {
  return new Set(
    report.findings
      .filter((finding) => finding.experiencer === 'patient' && finding.temporality === 'current')
      .map((finding) => finding.concept),
  );
}
