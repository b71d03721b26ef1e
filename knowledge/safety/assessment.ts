/** Worst first; the order is the meaning (see `isWorse`). */
export const DISPOSITIONS = ['emergency', 'urgent', 'clearance', 'routine'] as const;

/**
 * emergency: ambulance, emergency department or crisis line now; never a therapist.
 * urgent: a clinician within 24 h; no therapist until cleared.
 * clearance: a physician must agree first; therapists only after the patient says so.
 * routine: ask your physician as always; therapists may be shown.
 */
export type Disposition = (typeof DISPOSITIONS)[number];

export function isWorse(a: Disposition, b: Disposition): boolean {
  return DISPOSITIONS.indexOf(a) < DISPOSITIONS.indexOf(b);
}

/** A rule that fired, in the words to show. */
export interface Reason {
  rule: string;
  /** For a patient: completes "You told me about …". */
  label: string;
  disposition: Disposition;
  source: string;
  /** The findings it fired on: concept ids. */
  concepts: string[];
  /** What to do first where it differs from the usual: a crisis line, poison control. */
  action?: 'crisis_line' | 'poison_control' | 'domestic_violence_line';
}

export interface Caution {
  rule: string;
  /** absolute: no massage now; local: not over that place; adapt: lighter or otherwise. */
  scope: 'absolute' | 'local' | 'adapt';
  label: string;
  source: string;
}

/** A question that could still change the disposition: answered yes, `concept` is present. */
export interface SafetyQuestion {
  concept: string;
  /** A full question: "Is the calf also warm or red?" */
  text: string;
  /** Short, for a tick list: "The calf is warm or red". */
  label: string;
  /** Completes "I ask because …". */
  why: string;
  /** The worst disposition that a yes could bring. */
  couldBecome: Disposition;
}

export interface Assessment {
  disposition: Disposition;
  /** Worst first. */
  reasons: Reason[];
  cautions: Caution[];
  /** In order of what they could change. */
  questions: SafetyQuestion[];
  /** The one of each vague alarm ("my leg is puffy") that is to be asked at once. */
  unclear: SafetyQuestion[];
}
