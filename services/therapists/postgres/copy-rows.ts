import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Facts, factsOf } from '../record-index/facts.js';
import { NO, YES } from '../record-index/record-index.js';
import type { Therapist } from '../therapist.js';
import { BinaryRows } from './binary-rows.js';

interface Row {
  therapist: Therapist;
  facts: Facts;
  /** Per specialty. */
  mostYears: ReadonlyMap<string, number>;
}

/** The columns of a therapist's row, and how each is written. */
const COLUMNS: Readonly<Record<string, (rows: BinaryRows, row: Row) => void>> = {
  id: (rows, { facts }) => rows.text(facts.id),
  npi: (rows, { therapist }) => rows.text(therapist.npi),
  cell: (rows, { facts }) => rows.integer(facts.cell),
  x: (rows, { facts }) => rows.double(facts.vector[0]),
  y: (rows, { facts }) => rows.double(facts.vector[1]),
  z: (rows, { facts }) => rows.double(facts.vector[2]),
  gender: (rows, { therapist }) => rows.text(therapist.gender),
  accepting: (rows, { facts }) => rows.boolean(answerOf(facts.accepting)),
  needs_referral: (rows, { facts }) => rows.boolean(answerOf(facts.needsReferral)),
  price: (rows, { facts }) => rows.double(facts.price),
  currency: (rows, { therapist }) => rows.text(therapist.price?.currency),
  years_in_practice: (rows, { facts }) => rows.double(facts.yearsInPractice),
  updated_on: (rows, { facts }) => rows.integer(facts.updated),
  accepting_as_of: (rows, { facts }) => rows.integer(facts.acceptingAsOf),
  rating: (rows, { facts }) => rows.double(facts.rating),
  rating_count: (rows, { facts }) => rows.double(facts.ratingCount),
  specialties: (rows, { facts }) => rows.texts(facts.specialties),
  modalities: (rows, { facts }) => rows.texts(facts.modalities),
  languages: (rows, { facts }) => rows.texts(facts.languages),
  insurance: (rows, { facts }) => rows.texts(facts.insurance),
  accessibility: (rows, { facts }) => rows.texts(facts.accessibility),
  experience: (rows, { mostYears }) => rows.texts([...mostYears.keys()]),
  experience_years: (rows, { mostYears }) => rows.doubles([...mostYears.values()]),
  most_experience: (rows, { mostYears }) =>
    rows.double(mostYears.size > 0 ? Math.max(...mostYears.values()) : Number.NaN),
  credentials_expire: (rows, { facts }) => rows.integers(facts.credentials.filter((_, at) => at % 2 === 0)),
  credentials_verified: (rows, { facts }) => rows.integers(facts.credentials.filter((_, at) => at % 2 === 1)),
  ever_verified: (rows, { facts }) =>
    rows.boolean(facts.credentials.some((day, at) => at % 2 === 1 && !Number.isNaN(day))),
  record: (rows, { therapist }) => rows.text(JSON.stringify(therapist)),
};
const WRITERS = Object.values(COLUMNS);
const COPY = `COPY therapists (${Object.keys(COLUMNS).join(', ')}) FROM STDIN WITH (FORMAT binary)`;

/** Writes rows of therapists that have none yet. The database takes the first ones while the next are made. */
export async function copyRows(client: PoolClient, therapists: readonly Therapist[]): Promise<void> {
  if (therapists.length === 0) return;
  await pipeline(Readable.from(piecesOf(therapists), { objectMode: false }), client.query(copyFrom(COPY)));
}

function* piecesOf(therapists: readonly Therapist[]): Generator<Buffer> {
  const rows = new BinaryRows();
  for (const therapist of therapists) {
    const facts = factsOf(therapist);
    const row = { therapist, facts, mostYears: mostYearsOf(facts) };
    rows.row(WRITERS.length);
    for (const write of WRITERS) write(rows, row);
    if (rows.isFull) yield rows.take();
  }
  rows.finish();
  yield rows.take();
}

function mostYearsOf({ experience }: Facts): Map<string, number> {
  const most = new Map<string, number>();
  for (const { specialty, years } of experience)
    most.set(specialty, Math.max(years, most.get(specialty) ?? 0));
  return most;
}

function answerOf(answer: number): boolean | undefined {
  return answer === YES ? true : answer === NO ? false : undefined;
}
