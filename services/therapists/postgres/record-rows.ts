import { type Facts, factsOf } from '../record-index/facts.js';
import { NO, YES } from '../record-index/record-index.js';
import type { Therapist } from '../therapist.js';
import { BinaryRows } from './binary-rows.js';

/** Pieces of about this size are handed to the database. */
const PIECE_BYTES = 128 * 1024;

interface Row {
  therapist: Therapist;
  facts: Facts;
  /** Per specialty. */
  mostYears: ReadonlyMap<string, number>;
}

/** The columns of a therapist's row, and how each is written. The record itself comes last. */
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
};
const WRITERS = Object.values(COLUMNS);
/** As `RecordRows` writes them. */
export const COLUMN_NAMES = [...Object.keys(COLUMNS), 'record'];

/**
 * Records as rows of the table. They are written down as they come, so that the database finds them ready, and
 * lie outside the heap, where thousands of waiting records are no work for the garbage collector.
 */
export class RecordRows {
  readonly ids: string[] = [];
  readonly npis: (string | undefined)[] = [];
  private readonly rows = new BinaryRows();
  private readonly begins: number[] = [];
  private readonly recordBegins: number[] = [];

  get size(): number {
    return this.ids.length;
  }

  add(therapist: Therapist): void {
    const { rows } = this;
    const facts = factsOf(therapist);
    const row = { therapist, facts, mostYears: mostYearsOf(facts) };
    this.ids.push(therapist.id);
    this.npis.push(therapist.npi);
    this.begins.push(rows.length);
    rows.row(COLUMN_NAMES.length);
    for (const write of WRITERS) write(rows, row);
    this.recordBegins.push(rows.length);
    rows.text(JSON.stringify(therapist));
  }

  clear(): void {
    for (const list of [this.ids, this.npis, this.begins, this.recordBegins]) list.length = 0;
    this.rows.clear();
  }

  record(at: number): Therapist {
    const begin = (this.recordBegins[at] ?? 0) + LENGTH_BYTES;
    return JSON.parse(this.rows.slice(begin, this.endOf(at)).toString()) as Therapist;
  }

  /** The rows that are wanted, many a piece. */
  *pieces(isWanted: (at: number) => boolean = () => true): Generator<Buffer> {
    let from: number | undefined;
    for (let at = 0; at < this.size; at++) {
      const begin = this.begins[at] ?? 0;
      if (from !== undefined && (!isWanted(at) || begin - from >= PIECE_BYTES)) {
        yield this.rows.slice(from, begin);
        from = undefined;
      }
      if (isWanted(at)) from ??= begin;
    }
    if (from !== undefined) yield this.rows.slice(from, this.rows.length);
  }

  private endOf(at: number): number {
    return this.begins[at + 1] ?? this.rows.length;
  }
}
/** A field begins with its length. */
const LENGTH_BYTES = 4;

function mostYearsOf({ experience }: Facts): Map<string, number> {
  const most = new Map<string, number>();
  for (const { specialty, years } of experience)
    most.set(specialty, Math.max(years, most.get(specialty) ?? 0));
  return most;
}

function answerOf(answer: number): boolean | undefined {
  return answer === YES ? true : answer === NO ? false : undefined;
}
