import type { Report } from '../symptoms/report.js';
import { DISPOSITIONS, type Disposition, isWorse, type SafetyQuestion } from './assessment.js';
import { holds } from './condition.js';
import { type Facts, withConcept } from './facts.js';
import { dispositionWith } from './firing.js';
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
  return questionsOf(book.rules, report, facts, disposition, book);
}

/**
 * The one question of each vague alarm, the first that its rule asks; the rest waits for the checklist. None where a
 * clinician within a day is due already: then the checklist follows at once.
 */
export function questionsAtOnce(
  report: Report,
  facts: Facts,
  disposition: Disposition,
  book: RuleBook,
): SafetyQuestion[] {
  if (!isWorse('urgent', disposition)) return [];
  const alarmed = book.rules.flatMap((rule): Rule[] => {
    const [first] = rule.ask ?? [];
    return first && rule.askAtOnce && holds(rule.askAtOnce, facts) ? [{ ...rule, ask: [first] }] : [];
  });
  return alarmed.length === 0 ? [] : questionsOf(alarmed, report, facts, disposition, book);
}

function questionsOf(
  rules: readonly Rule[],
  report: Report,
  facts: Facts,
  disposition: Disposition,
  book: RuleBook,
): SafetyQuestion[] {
  const known = knownConcepts(report, book);
  const asked = new Map<string, SafetyQuestion>();
  const after = remembered((concept) => withConcept(facts, concept, book));
  for (const rule of rules) {
    for (const concept of rule.ask ?? []) {
      const wording = book.questions.get(concept);
      if (!wording || !rule.why || known.has(concept)) continue;
      if (!isInQuestion(rule, concept, facts, after, book)) continue;
      const couldBecome = dispositionWith(after(concept), concept, book, disposition);
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
function isInQuestion(
  rule: Rule,
  concept: string,
  facts: Facts,
  after: (concept: string) => Facts,
  book: RuleBook,
): boolean {
  if (rule.askAtOnce && holds(rule.askAtOnce, facts)) return true;
  if (rule.askWhen) return holds(rule.askWhen, facts);
  const isEnough = (before: Facts) => holds(rule.when, withConcept(before, concept, book));
  if (isEnough(nothing) || !holds(rule.when, after(concept))) return false;
  return !isEnough({ ...facts, ...nothing });
}

/** Besides age and sex, which begin no rule. */
const nothing = {
  concepts: new Set<string>(),
  complaints: [],
  conditions: [],
  medications: [],
  medicationClasses: new Map<string, string[]>(),
  pregnant: false,
};

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** What the patient has already said yes or no to; "maybe" counts as yes until somebody has looked. */
export function knownConcepts(report: Report, { kindsOf }: Pick<RuleBook, 'kindsOf'>): Set<string> {
  return new Set(
    report.findings
      .filter((finding) => finding.experiencer === 'patient' && finding.temporality === 'current')
      .flatMap(({ concept, status }) => (status === 'absent' ? [concept] : [concept, ...kindsOf(concept)])),
  );
}
