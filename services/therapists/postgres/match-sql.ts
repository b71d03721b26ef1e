import type { Weights } from '../match/weights.js';
import { askedSql, ceilingSql, distanceSql, standingSql } from './ranking-sql.js';

/** Parameters that every statement has, in this order; those of one kind of statement come after them. */
const [X, Y, Z, RADIUS, TODAY] = ['$1', '$2', '$3', '$4', '$5'];
const SPECIALTIES = '$6::text[]';
const MODALITIES = '$7::text[]';
const LANGUAGES = '$8::text[]';
const INSURANCE = '$9::text';
const GENDER = '$10::text';
const ACCEPTING = '$11::boolean';
const PRICE = '$12::double precision';
const CURRENCY = '$13::text';
const ACCESSIBILITY = '$14::text[]';
const WITHOUT_REFERRAL = '$15::boolean';
/** Where to look: cells, or the first and the last cell of stretches. */
const [PLACES, PLACES_TOO] = ['$16::integer[]', '$17::integer[]'];
const MOST = '$18::integer';
const SAMPLE = '$19::integer';
const FIRST_ASKED = 20;

const CHORD = `((x - ${X}) * (x - ${X}) + (y - ${Y}) * (y - ${Y}) + (z - ${Z}) * (z - ${Z}))`;

/** A wish that is NULL is none. */
const WISHES = [
  `(${SPECIALTIES} IS NULL OR specialties && ${SPECIALTIES})`,
  `(${MODALITIES} IS NULL OR modalities && ${MODALITIES})`,
  `(${LANGUAGES} IS NULL OR languages && ${LANGUAGES})`,
  `(${INSURANCE} IS NULL OR ${INSURANCE} = ANY(insurance))`,
  `(${GENDER} IS NULL OR gender = ${GENDER})`,
  `(${ACCEPTING} IS NULL OR accepting)`,
  `(${PRICE} IS NULL OR (price <= ${PRICE} AND currency = ${CURRENCY}))`,
  `(${ACCESSIBILITY} IS NULL OR accessibility @> ${ACCESSIBILITY})`,
  `(${WITHOUT_REFERRAL} IS NULL OR NOT needs_referral)`,
].join(' AND ');

const ORDER = "score DESC, chord, convert_to(id, 'UTF8')";
const STRETCHES = `unnest(${PLACES}, ${PLACES_TOO}) AS near(first, last) JOIN therapists ON therapists.cell BETWEEN near.first AND near.last`;

/** How many meet the wishes within the radius. */
export const COUNT_SQL = `SELECT count(*)::integer AS found FROM ${STRETCHES} WHERE ${CHORD} <= ${RADIUS} AND ${TODAY}::integer IS NOT NULL AND ${WISHES}`;

/** The best in stretches of cells, by a look at everybody in them. */
export function everybodySql(weights: Weights, steps: readonly number[], asked: number): string {
  return best(STRETCHES, scoreSql(weights, steps, asked), `${SAMPLE} IS NOT NULL`);
}

/**
 * The best in cells, without a look at those who cannot be among them. First the most promising of each cell are
 * scored, which tells how many points one needs at least. Then only those are looked at who can have as many:
 * with all that their record can bring (`ceilingSql`, in the order of an index), and with what their cell
 * allows for fit and distance, which is the second of the places.
 */
export function boundedSql(weights: Weights, steps: readonly number[], asked: number): string {
  const score = scoreSql(weights, steps, asked);
  const ceiling = ceilingSql(weights);
  const promising = `SELECT * FROM therapists WHERE therapists.cell = near.cell ORDER BY ${ceiling} DESC LIMIT ${SAMPLE}`;
  const sample = `unnest(${PLACES}) AS near(cell) CROSS JOIN LATERAL (${promising}) AS therapists`;
  const scored = `SELECT ${score} AS score FROM (SELECT therapists.*, ${CHORD} AS chord FROM ${sample}) AS placed WHERE chord <= ${RADIUS} AND ${WISHES} ORDER BY score DESC LIMIT ${MOST}`;
  const needed = `SELECT CASE WHEN count(*) = ${MOST} THEN min(score) ELSE ${-HUGE} END AS points FROM (${scored}) AS best`;
  const able = `unnest(${PLACES}, ${PLACES_TOO}) AS near(cell, allowance) JOIN therapists ON therapists.cell = near.cell AND ${ceiling} >= (SELECT points FROM needed) - near.allowance`;
  return `WITH needed AS MATERIALIZED (${needed}) ${best(able, score, 'true')}`;
}

/** More points than anybody has. */
const HUGE = 1_000_000;

function best(from: string, score: string, also: string): string {
  const ranked = `SELECT id, chord, ${score} AS score FROM (SELECT therapists.*, ${CHORD} AS chord FROM ${from}) AS placed WHERE chord <= ${RADIUS} AND ${also} AND ${WISHES} ORDER BY ${ORDER} LIMIT ${MOST}`;
  return `SELECT chord, score, record FROM (${ranked}) AS ranked JOIN therapists USING (id) ORDER BY ${ORDER}`;
}

function scoreSql(weights: Weights, steps: readonly number[], asked: number): string {
  const words = Array.from({ length: asked }, (_, place) => `$${FIRST_ASKED + place}::text`);
  const parts = [
    standingSql(weights, `${TODAY}::integer`),
    distanceSql('chord', steps),
    askedSql(weights, words),
  ];
  return parts.map((part) => `(${part})`).join(' + ');
}
