import { dayOf } from '../match/day.js';
import { type UnitVector, unitVector } from '../match/distance.js';
import { baseLanguage } from '../match/wanted.js';
import type { Therapist } from '../therapist.js';
import { cellOf } from './grid.js';
import { NO, UNKNOWN, YES } from './record-index.js';

/** What a row of the index is made of. Unknown numbers are NaN, unknown words empty. */
export interface Facts {
  id: string;
  npi: number;
  cell: number;
  vector: UnitVector;
  gender: string;
  accepting: number;
  needsReferral: number;
  price: number;
  currency: string;
  yearsInPractice: number;
  updated: number;
  acceptingAsOf: number;
  rating: number;
  ratingCount: number;
  specialties: readonly string[];
  modalities: readonly string[];
  languages: readonly string[];
  insurance: readonly string[];
  accessibility: readonly string[];
  /** With specialties of the record only, the others bring no points. */
  experience: readonly { specialty: string; years: number }[];
  /** Days of `dayOf`: expires, verified, expires, verified … */
  credentials: readonly number[];
}

export function factsOf(therapist: Therapist): Facts {
  const { location, accepting, price, rating } = therapist;
  const specialties = unique(therapist.specialties);
  return {
    id: therapist.id,
    npi: therapist.npi === undefined ? Number.NaN : Number(therapist.npi),
    cell: cellOf(location),
    vector: unitVector(location),
    gender: therapist.gender ?? '',
    accepting: answerOf(accepting?.newClients),
    needsReferral: answerOf(therapist.needsReferral),
    price: price?.min ?? Number.NaN,
    currency: price?.currency ?? '',
    yearsInPractice: therapist.yearsInPractice ?? Number.NaN,
    updated: dayOf(therapist.updatedAt),
    acceptingAsOf: dayOf(accepting?.asOf),
    rating: rating?.average ?? 0,
    ratingCount: rating?.count ?? 0,
    specialties,
    modalities: unique(therapist.modalities),
    languages: unique(therapist.languages?.map(baseLanguage)),
    insurance: unique(therapist.insurance),
    accessibility: unique(therapist.accessibility),
    experience: therapist.experience?.filter(({ specialty }) => specialties.includes(specialty)) ?? NONE,
    credentials: daysOf(therapist.credentials),
  };
}

const NONE: readonly never[] = [];

function daysOf(credentials: Therapist['credentials']): readonly number[] {
  if (!credentials) return NONE;
  const days: number[] = [];
  for (const { expiresOn, verifiedOn } of credentials) days.push(dayOf(expiresOn), dayOf(verifiedOn));
  return days;
}

function answerOf(answer: boolean | undefined): number {
  if (answer === undefined) return UNKNOWN;
  return answer ? YES : NO;
}

function unique(values: readonly string[] = NONE): readonly string[] {
  const isRepeated = (value: string, at: number) => values.indexOf(value) !== at;
  return values.some(isRepeated) ? [...new Set(values)] : values;
}
