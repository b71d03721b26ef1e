import { inState } from '../../../services/therapists/in-state.js';
import { dayOf } from '../../../services/therapists/match/day.js';
import { licenceOf } from '../../../services/therapists/match/licence.js';
import { weights } from '../../../services/therapists/match/weights.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { servedDirectory } from './directories.js';
import { print } from './print.js';
import { stateNamed } from './state-named.js';

export interface ListOptions {
  state?: string;
  /** A record as JSON in each line. */
  json?: boolean;
}

/** A therapist in each line: id, name, town, and how the licence stands. */
export async function list({ state, json = false }: ListOptions): Promise<void> {
  const code = state === undefined ? undefined : stateNamed(state);
  const today = dayOf(new Date());
  const lineOf = json
    ? (one: Therapist) => `${JSON.stringify(one)}\n`
    : (one: Therapist) => rowOf(one, today);
  await print(linesOf((await servedDirectory()).all(), code, lineOf));
}

async function* linesOf(
  therapists: AsyncIterable<Therapist>,
  state: string | undefined,
  lineOf: (therapist: Therapist) => string,
): AsyncGenerator<string> {
  for await (const therapist of therapists) {
    if (state === undefined || inState(therapist, state)) yield lineOf(therapist);
  }
}

const STANDING = {
  verified: 'licence checked',
  unexpired: 'licence in force',
  unknown: 'licence unknown',
  expired: 'LICENCE EXPIRED',
};

function rowOf(therapist: Therapist, today: number): string {
  const { id, name, location } = therapist;
  const town = [location.city ?? location.postcode, location.region].filter(Boolean).join(', ');
  const { standing } = licenceOf(therapist, today, weights.licence.verifiedWithinDays);
  return `${id.padEnd(24)}  ${name.padEnd(26)}  ${town.padEnd(22)}  ${STANDING[standing]}\n`;
}
