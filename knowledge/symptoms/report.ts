/** Body regions a complaint can be in. The list is part of the batch commands' contract. */
export const REGIONS = [
  'head',
  'jaw',
  'neck',
  'shoulder',
  'upper_back',
  'lower_back',
  'chest',
  'abdomen',
  'hip',
  'buttock',
  'thigh',
  'knee',
  'calf',
  'ankle',
  'foot',
  'upper_arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'whole_body',
] as const;
export type Region = (typeof REGIONS)[number];

export type Side = 'left' | 'right' | 'both';

/** Whether the patient has it now, by their own words. */
export interface Finding {
  /** A concept's id from the lexicon: `calf_swelling`. */
  concept: string;
  status: 'present' | 'absent' | 'uncertain';
  /** `patient` is the person being asked for, also where somebody else types for them. */
  experiencer: 'patient' | 'other';
  temporality: 'current' | 'past' | 'hypothetical';
  /** Of what is past: it was years ago. */
  yearsAgo?: true;
  /** The patient's words, or the checklist label that was ticked. */
  text: string;
  /** UTF-16 units in the message as it was given; 0 and the text's length for a ticked item. */
  start: number;
  end: number;
}

export interface Complaint {
  region: Region;
  side?: Side;
  /** Shortest and longest time it can have lasted, in days. */
  durationDays?: [number, number];
  onset?: 'sudden' | 'gradual';
  /** 0 (none) to 10 (the worst imaginable). */
  severity?: number;
  course?: 'better' | 'same' | 'worse';
  /** What brings it on or eases it, in the patient's words. */
  triggers: string[];
}

/** All that is known of one person. Unknown is left out; an empty list under `asked` answers "none". */
export interface Report {
  about: 'self' | 'child' | 'other';
  age?: number;
  sex?: 'female' | 'male';
  pregnant?: boolean;
  complaints: Complaint[];
  findings: Finding[];
  /** As named, lower case. */
  conditions: string[];
  /** Taken now, as named, lower case. */
  medications: string[];
  goals: string[];
}

export function emptyReport(): Report {
  return { about: 'self', complaints: [], findings: [], conditions: [], medications: [], goals: [] };
}
