import { newRecord, type PatientRecord } from '../../../dialogs/record/record.js';
import type { Assessment, Disposition, Reason } from '../../../knowledge/safety/assessment.js';

/** A record that has come to the therapists, and whatever a test changes in it. */
export function finishedRecord(change: Partial<PatientRecord> = {}): PatientRecord {
  return {
    ...newRecord(),
    agreedAt: '2026-11-23T10:00:00.000Z',
    aboutAsked: true,
    interviewed: true,
    screened: true,
    explained: true,
    physician: { answer: 'agrees', rules: [] },
    ...change,
  };
}

export function reason(rule: string, disposition: Disposition, change: Partial<Reason> = {}): Reason {
  return { rule, label: `label of ${rule}`, disposition, source: 'consensus', concepts: [], ...change };
}

/** An assessment by these reasons, worst first. */
export function assessmentOf(...reasons: Reason[]): Assessment {
  return {
    disposition: reasons[0]?.disposition ?? 'routine',
    reasons,
    cautions: [],
    questions: [],
    unclear: [],
  };
}
