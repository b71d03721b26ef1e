import { adviceFor } from '../../knowledge/safety/advice.js';
import type { Assessment, Reason } from '../../knowledge/safety/assessment.js';
import { choices } from '../phrases/choices.js';
import { toldAbout } from '../record/describe.js';
import type { PatientRecord } from '../record/record.js';
import type { Turn } from '../turn/turn.js';
import type { EmergencyView } from '../views/view.js';

/** Emergency and urgent rules that fired and that the patient has not been told about. */
export function news(record: PatientRecord, assessment: Assessment): Reason[] {
  return assessment.reasons.filter(
    ({ rule, disposition }) => isDanger(disposition) && !record.told.includes(rule),
  );
}

/** Cuts in with what to do now, where there is news. What was told is remembered, unless nothing may be kept. */
export async function alarm(turn: Turn, assessment: Assessment, keep: boolean): Promise<boolean> {
  const fresh = news(turn.record, assessment);
  if (fresh.length === 0) return false;
  await turn.show(emergencyView(turn, assessment));
  if (keep) turn.record.told = [...turn.record.told, ...fresh.map(({ rule }) => rule)];
  turn.alarmed = true;
  return true;
}

/** In a group neither the signs nor advice that would give them away is shown: others read along. */
export function emergencyView(turn: Turn, assessment: Assessment, inGroup = false): EmergencyView {
  const { title, steps } = adviceFor(inGroup ? { ...assessment, reasons: [] } : assessment);
  const reasons = assessment.reasons.filter(({ disposition }) => disposition === assessment.disposition);
  return {
    kind: 'emergency',
    disposition: assessment.disposition === 'emergency' ? 'emergency' : 'urgent',
    title,
    steps,
    contacts: turn.contacts(reasons.map(({ action }) => action)),
    reasons: inGroup ? [] : toldAbout(reasons),
    ...(!inGroup && { choices: choices('danger') }),
  };
}

function isDanger(disposition: Reason['disposition']): boolean {
  return disposition === 'emergency' || disposition === 'urgent';
}
