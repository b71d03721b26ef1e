import type { Complaint, Region, Report } from '../../knowledge/symptoms/report.js';
import type { PatientRecord } from '../record/record.js';
import { QUESTION_IDS, type QuestionId, question } from './question.js';

/** At most so many questions, the opening one included; the red-flag checklist does not count. */
export const MOST_QUESTIONS = 8;

/** Regions that have no left or right worth asking for. */
const WITHOUT_SIDE: readonly Region[] = [
  'whole_body',
  'abdomen',
  'chest',
  'head',
  'jaw',
  'neck',
  'upper_back',
  'lower_back',
];

/** Pregnancy is asked where it is possible: not of men, and between these ages or where the age is unknown. */
const PREGNANCY_AGES = { from: 11, to: 56 };

/** The next thing to ask, or undefined where nothing that matters is missing. */
export function nextQuestion(record: PatientRecord): QuestionId | undefined {
  const open = openQuestions(record);
  const mandatory = open.filter((id) => question(id).mandatory);
  const room = MOST_QUESTIONS - record.asked.length - mandatory.length;
  return room > 0 ? open[0] : mandatory[0];
}

/** Where the patient stands: this is question `step` of about `of`. */
export function progressOf(record: PatientRecord): { step: number; of: number } {
  const step = record.asked.length + 1;
  return { step, of: Math.min(MOST_QUESTIONS, record.asked.length + openQuestions(record).length) };
}

/** Whether a question would still learn something. */
export function isMissing(record: PatientRecord, id: QuestionId): boolean {
  return missingFacts(record)[id];
}

/** All that is still missing and was not asked yet, in the order of the conversation. */
function openQuestions(record: PatientRecord): QuestionId[] {
  const missing = missingFacts(record);
  return QUESTION_IDS.filter((id) => missing[id] && !record.asked.includes(id));
}

function missingFacts(record: PatientRecord): Record<QuestionId, boolean> {
  const { report } = record;
  return {
    complaint: report.complaints.length + report.goals.length === 0,
    where: report.complaints.length === 0,
    side: report.complaints.some(lacksSide),
    ...missingMeasures(report.complaints[0], record),
    triggers:
      report.complaints.length > 0 && report.complaints.every((complaint) => complaint.triggers.length === 0),
    age: report.age === undefined,
    pregnancy: report.pregnant === undefined && pregnancyIsPossible(report),
    conditions: report.conditions.length === 0,
    medications: report.medications.length === 0,
  };
}

/** Duration and severity share one question where both are missing. */
function missingMeasures(complaint: Complaint | undefined, record: PatientRecord) {
  const askedBoth = record.asked.includes('time_and_severity');
  const time = complaint?.durationDays === undefined;
  const severity = complaint?.severity === undefined;
  return {
    time_and_severity:
      time && severity && !record.asked.includes('time') && !record.asked.includes('severity'),
    time: time && !severity && !askedBoth,
    severity: severity && !time && !askedBoth,
  };
}

function lacksSide(complaint: Complaint): boolean {
  return complaint.side === undefined && !WITHOUT_SIDE.includes(complaint.region);
}

function pregnancyIsPossible({ age, sex }: Report): boolean {
  if (sex === 'male') return false;
  return age === undefined || (age >= PREGNANCY_AGES.from && age <= PREGNANCY_AGES.to);
}
