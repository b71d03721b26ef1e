import type { Therapist } from './therapist.js';

export interface MatchQuery {
  near: { lat: number; lon: number };
  /**
   * Obeyed where it is given. Default: the weights file's first radius; widened by its steps where fewer than
   * three fit, and said so.
   */
  radiusKm?: number;
  /** Ids of the specialties vocabulary; any of them fits. */
  specialties?: string[];
  modalities?: string[];
  languages?: string[];
  /** "any" wishes for nothing, as does insurance "any". */
  gender?: string;
  insurance?: string;
  accepting?: boolean;
  /** A session may begin at that much; a price in another currency is not compared. */
  price?: { atMost: number; currency: string };
  /** All of them are needed, such as "step-free". */
  accessibility?: string[];
  /** Comes to the therapist without a physician's referral. */
  withoutReferral?: boolean;
  limit?: number;
  /** Skips that many of the best: "more". */
  offset?: number;
}

export interface Match {
  therapist: Therapist;
  distanceKm: number;
  /** Whole points; the higher the better. */
  score: number;
  /** For the patient, best first: "Works with neck pain (9 years)". */
  reasons: string[];
  /** Those of the reasons that speak against: "Licence expired in March 2026". They come last. */
  cautions: string[];
}

/** What a therapist must meet, and what can be taken back where nobody does. */
export type Wish = Exclude<keyof MatchQuery, 'near' | 'limit' | 'offset'>;

export interface MatchResult {
  matches: Match[];
  /** There are further ones that fit. */
  more: boolean;
  /** The radius that was used in the end. */
  radiusKm: number;
  widened: boolean;
  /** Where nothing fits: the wish whose removal would bring the most, with that number. */
  relax?: { wish: Wish; wouldFind: number }[];
}

/**
 * What a conversation needs of the directory: it only reads. Every answer is of one generation, never of a
 * half-done change.
 * @throws CodedError DIRECTORY_UNREADABLE, DIRECTORY_INVALID, naming file, record and field.
 */
export interface TherapistDirectory {
  match(query: MatchQuery): Promise<MatchResult>;
  get(id: string): Promise<Therapist | undefined>;
  size(): Promise<number>;
  /** Each record once, all of one generation, whatever is written meanwhile. */
  all(): AsyncIterable<Therapist>;
  /** Differs where the records differ; the same as long as nothing changed. */
  version(): Promise<string>;
  /** Lets go of files, threads and connections. */
  close(): Promise<void>;
}
