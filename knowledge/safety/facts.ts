import type { Complaint, Finding, Report } from '../symptoms/report.js';

/** What a report says about the patient, in the form conditions ask for. Only presence counts. */
export interface Facts {
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
  countsWhenPast: (concept: string) => boolean;
  /** A wish to die is often said as an if: "if I never woke up, that would be fine". */
  countsWhenHypothetical: (concept: string) => boolean;
  medicationClasses: MedicationClasses;
}

/**
 * Uncertain counts as present: "I think my leg is weak" is a weak leg until somebody has looked.
 * What is over, another person's, or only imagined does not count, but for what the knowledge excepts.
 */
function isPresent(finding: Finding, knowledge: FactsKnowledge): boolean {
  if (finding.experiencer !== 'patient' || finding.status === 'absent') return false;
  if (finding.temporality === 'past') return knowledge.countsWhenPast(finding.concept);
  if (finding.temporality === 'hypothetical') return knowledge.countsWhenHypothetical(finding.concept);
  return true;
}

export function factsOf(report: Report, knowledge: FactsKnowledge): Facts {
  const concepts = new Set(
    report.findings.filter((finding) => isPresent(finding, knowledge)).map((finding) => finding.concept),
  );
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
export function withConcept(facts: Facts, concept: string): Facts {
  return {
    ...facts,
    concepts: new Set(facts.concepts).add(concept),
    pregnant: facts.pregnant || concept === 'pregnant',
  };
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
