import { dayOf } from '../match/day.js';
import { type UnitVector, unitVector } from '../match/distance.js';
import { baseLanguage } from '../match/wanted.js';
import type { Therapist } from '../therapist.js';
import { cellOf } from './grid.js';
import { type Lists, startOf } from './lists.js';
import { NO, type RecordIndex, UNKNOWN, YES } from './record-index.js';

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
    experience: (therapist.experience ?? []).filter(({ specialty }) => specialties.includes(specialty)),
    credentials: (therapist.credentials ?? []).flatMap(({ expiresOn, verifiedOn }) => [
      dayOf(expiresOn),
      dayOf(verifiedOn),
    ]),
  };
}

/** The facts that a row was made of. */
export function factsAt(index: RecordIndex, row: number): Facts {
  const word = (code: number | undefined) => index.words[code ?? 0] ?? '';
  const wordsOf = (lists: Lists) => Array.from(valuesAt(lists, row), word);
  const experience = valuesAt(index.experience, row);
  const at = row * 3;
  return {
    id: idAt(index, row),
    npi: numberAt(index.npis, row),
    cell: numberAt(index.cells, row),
    vector: [numberAt(index.vectors, at), numberAt(index.vectors, at + 1), numberAt(index.vectors, at + 2)],
    gender: word(index.genders[row]),
    accepting: numberAt(index.accepting, row),
    needsReferral: numberAt(index.needsReferral, row),
    price: numberAt(index.prices, row),
    currency: word(index.currencies[row]),
    yearsInPractice: numberAt(index.yearsInPractice, row),
    updated: numberAt(index.updated, row),
    acceptingAsOf: numberAt(index.acceptingAsOf, row),
    rating: numberAt(index.ratings, row),
    ratingCount: numberAt(index.ratingCounts, row),
    specialties: wordsOf(index.specialties),
    modalities: wordsOf(index.modalities),
    languages: wordsOf(index.languages),
    insurance: wordsOf(index.insurance),
    accessibility: wordsOf(index.accessibility),
    experience: Array.from({ length: experience.length / 2 }, (_, pair) => ({
      specialty: word(experience[pair * 2]),
      years: numberAt(experience, pair * 2 + 1),
    })),
    credentials: Array.from(valuesAt(index.credentials, row)),
  };
}

export function idAt({ idText, idEnds }: RecordIndex, row: number): string {
  return idText.slice(row === 0 ? 0 : idEnds[row - 1], idEnds[row]);
}

function valuesAt(lists: Lists, row: number): Float64Array {
  return lists.values.subarray(startOf(lists, row), lists.ends[row]);
}

function numberAt(column: { readonly [row: number]: number }, row: number): number {
  return column[row] ?? Number.NaN;
}

function answerOf(answer: boolean | undefined): number {
  if (answer === undefined) return UNKNOWN;
  return answer ? YES : NO;
}

function unique(values: readonly string[] = []): readonly string[] {
  return values.length > 1 ? [...new Set(values)] : values;
}
