import type { Complaint, Finding, Report } from '../symptoms/report.js';

/** What a report says about the patient, in the form conditions ask for. Only presence counts. */
export interface Facts {
  /** Those told, and all that they are kinds of. */
  concepts: ReadonlySet<string>;
  complaints: readonly Complaint[];
  conditions: readonly string[];
  medications: readonly string[];
  medicationClasses: MedicationClasses;
  age?: number;
  sex?: 'female' | 'male';
  pregnant: boolean;
}

/** Class name to the names, lower case, under which people know its members. */
export type MedicationClasses = ReadonlyMap<string, readonly string[]>;

/** What facts are drawn with: which concepts count although they are past or only imagined, and the medication classes. */
export interface FactsKnowledge {
  countsWhenPast: (concept: string, yearsAgo: boolean) => boolean;
  /** A wish to die is often said as an if: "if I never woke up, that would be fine". */
  countsWhenHypothetical: (concept: string) => boolean;
  medicationClasses: MedicationClasses;
  /** All that a concept is a kind of. */
  kindsOf: (concept: string) => readonly string[];
}

/**
 * Uncertain counts as present: "I think my leg is weak" is a weak leg until somebody has looked.
 * What is over, another person's, or only imagined does not count, but for what the knowledge excepts.
 */
function isPresent(finding: Finding, knowledge: FactsKnowledge): boolean {
  if (finding.experiencer !== 'patient' || finding.status === 'absent') return false;
  if (finding.temporality === 'past')
    return knowledge.countsWhenPast(finding.concept, finding.yearsAgo === true);
  if (finding.temporality === 'hypothetical') return knowledge.countsWhenHypothetical(finding.concept);
  return true;
}

export function factsOf(report: Report, knowledge: FactsKnowledge): Facts {
  const concepts = new Set<string>();
  for (const finding of report.findings) {
    if (isPresent(finding, knowledge)) addWithKinds(concepts, finding.concept, knowledge);
  }
  return {
    concepts,
    complaints: report.complaints,
    conditions: report.conditions,
    medications: report.medications,
    medicationClasses: knowledge.medicationClasses,
    ...(report.age === undefined ? {} : { age: report.age }),
    ...(report.sex === undefined ? {} : { sex: report.sex }),
    pregnant: report.pregnant === true || concepts.has('pregnant'),
  };
}

/** The same facts were one concept more present: what a yes to a question would bring. */
export function withConcept(
  facts: Facts,
  concept: string,
  knowledge: Pick<FactsKnowledge, 'kindsOf'>,
): Facts {
  const concepts = new Set(facts.concepts);
  addWithKinds(concepts, concept, knowledge);
  return { ...facts, concepts, pregnant: facts.pregnant || concept === 'pregnant' };
}

/**
 * The concepts that were told, of those that a rule rests on: it may ask for a fever, and a high one was told.
 * In the order of the rule, whatever the order of telling.
 */
export function asTold(concepts: readonly string[], report: Report, knowledge: FactsKnowledge): string[] {
  const told = report.findings
    .filter((finding) => isPresent(finding, knowledge))
    .map(({ concept }) => concept);
  const asWanted = (wanted: string) =>
    told.filter((concept) => concept === wanted || knowledge.kindsOf(concept).includes(wanted)).sort();
  return [...new Set(concepts.flatMap(asWanted))];
}

function addWithKinds(
  concepts: Set<string>,
  concept: string,
  { kindsOf }: Pick<FactsKnowledge, 'kindsOf'>,
): void {
  concepts.add(concept);
  for (const kind of kindsOf(concept)) concepts.add(kind);
}

export function hasConditionNamed(facts: Facts, names: readonly string[]): boolean {
  return names.some((name) => facts.conditions.some((condition) => containsWords(condition, name)));
}

export function takesAny(facts: Facts, className: string): boolean {
  if (facts.medications.length === 0) return false;
  const names = facts.medicationClasses.get(className) ?? [];
  return names.some((name) => facts.medications.some((medication) => containsWords(medication, name)));
}

/** Whole words only: "aspirin 75 mg" contains "aspirin", "paraspinal" does not contain "aspi". */
function containsWords(text: string, words: string): boolean {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words} `);
}
