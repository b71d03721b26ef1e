import { CodedError } from '../coded-error.js';
import { conceptsNamed, medicationClassesNamed } from './condition.js';
import type { FactsKnowledge, MedicationClasses } from './facts.js';
import type { QuestionWording, Rule } from './rule.js';

/** All that an assessor decides by. Checked as a whole: whatever a rule names is there. */
export interface RuleBook extends FactsKnowledge {
  rules: readonly Rule[];
  questions: ReadonlyMap<string, QuestionWording>;
  /** Source key to the citation that is shown. */
  sources: ReadonlyMap<string, string>;
}

export interface RuleBookParts {
  /** `file` is named in refusals. */
  rules: readonly { file: string; rule: Rule }[];
  questions: readonly QuestionWording[];
  sources: Readonly<Record<string, string>>;
  medicationClasses: MedicationClasses;
  concepts: ConceptCatalogue;
  adviceNames: ReadonlySet<string>;
}

/** What safety needs to know of the lexicon. */
export interface ConceptCatalogue {
  has: (concept: string) => boolean;
  countsWhenPast: (concept: string, yearsAgo: boolean) => boolean;
  kindsOf: (concept: string) => readonly string[];
}

/**
 * @throws CodedError SAFETY_RULE_INVALID, naming file, rule and what it names that does not exist:
 * a rule that can never fire is worse than a start that fails.
 */
export function bindRuleBook(parts: RuleBookParts): RuleBook {
  const questions = new Map(parts.questions.map((wording) => [wording.concept, wording]));
  for (const concept of questions.keys()) {
    if (!parts.concepts.has(concept)) refuse('questions.yaml', concept, `"${concept}" is not in the lexicon`);
  }
  const seen = new Set<string>();
  for (const { file, rule } of parts.rules) {
    if (seen.has(rule.id)) refuse(file, rule.id, 'another rule has this id; give it one of its own');
    seen.add(rule.id);
    const wrong = whatIsWrong(rule, parts, questions);
    if (wrong) refuse(file, rule.id, wrong);
  }
  const veiled = new Set(
    parts.rules.flatMap(({ rule }) => (rule.action === 'crisis_line' ? conceptsNamed(rule.when) : [])),
  );
  return {
    rules: parts.rules.map(({ rule }) => rule),
    questions,
    sources: new Map(Object.entries(parts.sources)),
    medicationClasses: parts.medicationClasses,
    countsWhenPast: parts.concepts.countsWhenPast,
    kindsOf: parts.concepts.kindsOf,
    countsWhenHypothetical: (concept) => veiled.has(concept),
  };
}

/** The first thing that a rule names and that is nowhere. */
function whatIsWrong(
  rule: Rule,
  parts: RuleBookParts,
  questions: ReadonlyMap<string, QuestionWording>,
): string | undefined {
  const conditions = [rule.when, rule.askWhen, rule.askAtOnce].filter((each) => each !== undefined);
  const missing = (names: readonly string[], isThere: (name: string) => boolean, where: string) =>
    names.filter((name) => !isThere(name)).map((name) => `"${name}" ${where}`);
  return [
    ...missing(
      conditions.flatMap(conceptsNamed),
      parts.concepts.has,
      'is not in the lexicon; add it to knowledge/symptoms/lexicon/concepts',
    ),
    ...missing(
      conditions.flatMap(medicationClassesNamed),
      (name) => parts.medicationClasses.has(name),
      'is not in medication-classes.yaml',
    ),
    ...missing(rule.ask ?? [], (concept) => questions.has(concept), 'has no wording in questions.yaml'),
    ...missing(
      rule.advice ? [rule.advice] : [],
      (name) => parts.adviceNames.has(name),
      'is not in advice.yaml',
    ),
    ...missing([rule.source].flat(), (key) => key in parts.sources, 'is no source in sources.yaml'),
  ][0];
}

function refuse(file: string, rule: string, reason: string): never {
  throw new CodedError('SAFETY_RULE_INVALID', `knowledge/safety/${file}: ${rule}: ${reason}`);
}
