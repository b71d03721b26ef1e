import type { Report } from '../../knowledge/symptoms/report.js';
import { emptyReport } from '../../knowledge/symptoms/report.js';
import type { Place } from '../../services/places/places.js';
import type { MatchQuery } from '../../services/therapists/directory.js';
import type { GivenAnswer } from '../helpful/given-answer.js';

/**
 * What the patient wishes of a therapist, as far as the directory can filter by it. Without `specialties` the
 * complaint decides them; an empty list asks for none.
 */
export type Wishes = Omit<Partial<MatchQuery>, 'near' | 'limit' | 'offset'>;

/** What a physician said of massage, and which rules stood open when they were asked. */
export interface PhysicianWord {
  answer: 'agrees' | 'not_yet' | 'advised_against';
  /** Ids of the rules that needed clearance when this was answered. */
  rules: string[];
}

/**
 * All that a conversation remembers of a person, and no more. Which phase comes next is derived from it
 * (`nextPhase`), so that a correction, a step back or a new finding needs no bookkeeping of its own.
 */
export interface PatientRecord {
  /** When the person agreed that what they say is kept; without it nothing they said is in here. */
  agreedAt?: string;
  /** They said no: we keep to general answers. */
  declined?: boolean;
  /** They said that they are under 18, before any age was asked. */
  minor?: boolean;
  /** A parent or guardian agreed for someone under 18. */
  guardian?: 'agreed';
  /** Whom it is for has been settled. */
  aboutAsked?: boolean;
  report: Report;
  /** The id of the question shown last: what a bare answer answers, and a button must name. */
  open?: string;
  /** Interview questions asked so far, in order; a clarifying repeat counts once. */
  asked: string[];
  /** Answered questions, oldest first: what "back" takes back. */
  trail: string[];
  /** How often the open question has been put without a usable answer. */
  attempts: number;
  /** The signs asked after at once, upon a vague alarm: concepts. */
  clarified?: string[];
  /** The interview was cut short or is complete. */
  interviewed?: boolean;
  /** The checklist of red flags was answered for the complaints as they stand. */
  screened?: boolean;
  /** The patient says that something they told was a mistake, and is asked which. */
  correcting?: boolean;
  /** Rules the patient was already told about, so that only news cuts in. */
  told: string[];
  explained?: boolean;
  /** What was spent on a model so far, in tokens, about. */
  modelTokens?: number;
  /** The passages behind the numbers of the answer shown last. */
  sources?: string[];
  /** The last answers from the guide, and what was said of them. */
  answers?: GivenAnswer[];
  physician?: PhysicianWord;
  place?: Place;
  wishes: Wishes;
  /** How many therapists of the present search were shown. */
  offset: number;
  /** A search is due: the place or a wish changed, or more were asked for. */
  searching?: boolean;
  /** Values of the buttons below the list shown last, in order: what a number means. */
  offers?: string[];
  /** Ids of the therapists of the list, as far as they were shown last: what "the first two" counts in. */
  shown?: string[];
  /** Searches before a wish or the place was changed, oldest first: what "back" returns to. */
  earlier?: { place?: Place; wishes: Wishes }[];
  /** How far the last search looked. */
  radiusKm?: number;
  /** The namesakes a place question is about. */
  placeChoices?: Place[];
  chosen?: boolean;
  /** An ISO country code that the patient named. */
  emergencyRegion?: string;
  lastSeenAt?: string;
  /** The patient came back after a day of silence and has not said yet whether it is the same problem. */
  returning?: boolean;
}

export function newRecord(): PatientRecord {
  return {
    report: emptyReport(),
    asked: [],
    trail: [],
    attempts: 0,
    told: [],
    wishes: {},
    offset: 0,
  };
}

/** Starts over: agreement stays, all that was said of the problem goes. */
export function startedOver(record: PatientRecord): PatientRecord {
  const { agreedAt, guardian, minor, emergencyRegion, lastSeenAt, modelTokens } = record;
  return {
    ...newRecord(),
    ...(agreedAt && { agreedAt }),
    ...(guardian && { guardian }),
    ...(minor && { minor }),
    ...(emergencyRegion && { emergencyRegion }),
    ...(lastSeenAt && { lastSeenAt }),
    ...(modelTokens && { modelTokens }),
  };
}

/**
 * A new problem of the same person. What is known of them stays (age, pregnancy, conditions, medicines) and so
 * does every finding that raised an alarm: only an explicit correction takes that back.
 */
export function newProblem(record: PatientRecord, alarming: ReadonlySet<string>): PatientRecord {
  const { about, age, sex, pregnant, conditions, medications, findings } = record.report;
  return {
    ...startedOver(record),
    aboutAsked: true,
    told: record.told,
    report: {
      ...emptyReport(),
      about,
      ...(age !== undefined && { age }),
      ...(sex && { sex }),
      ...(pregnant !== undefined && { pregnant }),
      conditions,
      medications,
      findings: findings.filter(({ concept }) => alarming.has(concept)),
    },
  };
}
