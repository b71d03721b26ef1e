import type { Assessment, Reason, SafetyQuestion } from '../../knowledge/safety/assessment.js';
import type { PatientRecord } from './record.js';

const PHASES = [
  'welcome',
  'emergency',
  'returning',
  'clarify',
  'symptoms',
  'red_flags',
  'urgent',
  'explanation',
  'physician_check',
  'therapists',
] as const;
export type Phase = (typeof PHASES)[number];

/** The one place that decides what comes next. Safety stands first and cannot be passed by any answer. */
export function nextPhase(record: PatientRecord, assessment: Assessment): Phase {
  if (!mayBeKept(record)) return 'welcome';
  if (assessment.disposition === 'emergency') return 'emergency';
  if (record.returning) return 'returning';
  if (unclear(record, assessment)) return 'clarify';
  if (!record.interviewed && assessment.disposition !== 'urgent') return 'symptoms';
  if (!record.screened) return 'red_flags';
  if (assessment.disposition === 'urgent' && !isCleared(record, assessment)) return 'urgent';
  if (!record.explained) return 'explanation';
  if (!mayMeetTherapists(record, assessment)) return 'physician_check';
  return 'therapists';
}

/** More would be an interrogation; what is left stands on the checklist. */
const MOST_CLARIFIED = 2;

/** The question that a vague alarm calls for at once, where it was not put yet. */
export function unclear(
  { clarified = [] }: PatientRecord,
  { unclear }: Assessment,
): SafetyQuestion | undefined {
  if (clarified.length >= MOST_CLARIFIED) return undefined;
  return unclear.find(({ concept }) => !clarified.includes(concept));
}

/** Agreement was given, and it is known whom this is for. */
function mayBeKept(record: PatientRecord): boolean {
  return hasAgreement(record) && record.aboutAsked === true;
}

/** What is said may be recorded: the person agreed, and a parent for someone under 18. */
export function hasAgreement(record: PatientRecord): boolean {
  return record.agreedAt !== undefined && !awaitsGuardian(record);
}

/** Someone under 18 who writes for themselves needs a parent's agreement; a parent who writes gave it. */
export function awaitsGuardian({ report, minor, guardian }: PatientRecord): boolean {
  const isMinor = report.age === undefined ? minor === true : report.age < 18;
  return report.about === 'self' && isMinor && guardian !== 'agreed';
}

/** The rules for which a physician's word is needed before any therapist. */
export function openRules(assessment: Assessment): Reason[] {
  return assessment.reasons.filter((reason) => reason.disposition !== 'routine');
}

/** A physician agreed, and to everything that stands open now. */
export function isCleared(record: PatientRecord, assessment: Assessment): boolean {
  const word = record.physician;
  return (
    word?.answer === 'agrees' && openRules(assessment).every((reason) => word.rules.includes(reason.rule))
  );
}

/** Routine: the patient was reminded to ask. Otherwise: the physician agreed. Never in an emergency. */
export function mayMeetTherapists(record: PatientRecord, assessment: Assessment): boolean {
  if (assessment.disposition === 'emergency' || !record.physician) return false;
  if (record.physician.answer === 'advised_against') return false;
  return openRules(assessment).length === 0 || isCleared(record, assessment);
}
