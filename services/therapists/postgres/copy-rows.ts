import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Facts, factsOf } from '../record-index/facts.js';
import { NO, YES } from '../record-index/record-index.js';
import type { Therapist } from '../therapist.js';

type Value = string | number | boolean | readonly (string | number)[] | undefined;

/** The columns of a therapist's row, and what stands in them. NaN and undefined are NULL. */
const COLUMNS: readonly [name: string, value: (facts: Facts, therapist: Therapist) => Value][] = [
  ['id', ({ id }) => id],
  ['npi', (_, { npi }) => npi],
  ['cell', ({ cell }) => cell],
  ['x', ({ vector: [x] }) => x],
  ['y', ({ vector: [, y] }) => y],
  ['z', ({ vector: [, , z] }) => z],
  ['gender', (_, { gender }) => gender],
  ['accepting', ({ accepting }) => answerOf(accepting)],
  ['needs_referral', ({ needsReferral }) => answerOf(needsReferral)],
  ['price', ({ price }) => price],
  ['currency', (_, { price }) => price?.currency],
  ['years_in_practice', ({ yearsInPractice }) => yearsInPractice],
  ['updated_on', ({ updated }) => updated],
  ['accepting_as_of', ({ acceptingAsOf }) => acceptingAsOf],
  ['rating', ({ rating }) => rating],
  ['rating_count', ({ ratingCount }) => ratingCount],
  ['specialties', ({ specialties }) => specialties],
  ['modalities', ({ modalities }) => modalities],
  ['languages', ({ languages }) => languages],
  ['insurance', ({ insurance }) => insurance],
  ['accessibility', ({ accessibility }) => accessibility],
  ['experience', (facts) => [...mostYears(facts).keys()]],
  ['experience_years', (facts) => [...mostYears(facts).values()]],
  [
    'most_experience',
    ({ experience }) =>
      experience.length > 0 ? Math.max(...experience.map(({ years }) => years)) : undefined,
  ],
  ['credentials_expire', ({ credentials }) => credentials.filter((_, at) => at % 2 === 0)],
  ['credentials_verified', ({ credentials }) => credentials.filter((_, at) => at % 2 === 1)],
  ['ever_verified', ({ credentials }) => credentials.some((day, at) => at % 2 === 1 && !Number.isNaN(day))],
  ['record', (_, therapist) => JSON.stringify(therapist)],
];
const COPY = `COPY therapists (${COLUMNS.map(([name]) => name).join(', ')}) FROM STDIN`;

/** Writes rows of therapists that have none yet. */
export async function copyRows(client: PoolClient, therapists: Iterable<Therapist>): Promise<void> {
  const lines: string[] = [];
  for (const therapist of therapists) lines.push(lineOf(therapist));
  if (lines.length === 0) return;
  await pipeline([Buffer.from(lines.join(''))], client.query(copyFrom(COPY)));
}

function lineOf(therapist: Therapist): string {
  const facts = factsOf(therapist);
  return `${COLUMNS.map(([, value]) => fieldOf(value(facts, therapist))).join('\t')}\n`;
}

/** As COPY reads it. Text holds neither tabs nor line breaks: JSON writes them otherwise, and ids have none. */
function fieldOf(value: Value): string {
  if (value === undefined || Number.isNaN(value)) return '\\N';
  if (typeof value === 'string') return value.includes('\\') ? value.replaceAll('\\', '\\\\') : value;
  if (typeof value !== 'object') return String(value);
  // Words are quoted, or else one that is "null" would be none.
  const elements = value.map((one) =>
    typeof one === 'string' ? `"${one}"` : Number.isNaN(one) ? 'NULL' : one,
  );
  return `{${elements.join(',')}}`;
}

function mostYears({ experience }: Facts): Map<string, number> {
  const most = new Map<string, number>();
  for (const { specialty, years } of experience)
    most.set(specialty, Math.max(years, most.get(specialty) ?? 0));
  return most;
}

function answerOf(answer: number): boolean | undefined {
  return answer === YES ? true : answer === NO ? false : undefined;
}
