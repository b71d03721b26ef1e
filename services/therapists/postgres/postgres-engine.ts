import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { remembered } from '../../../knowledge/remembered.js';
import { squaredChordOf } from '../match/distance.js';
import { distancePoints, mostFitPoints } from '../match/points.js';
import type { Ranking } from '../match/ranking.js';
import type { MatchEngine, Radius, Ranked } from '../match/search.js';
import type { FilterWish } from '../match/wanted.js';
import { cellsAround, cellsOfStretches, leastKmTo } from '../record-index/grid.js';
import { boundedSql, COUNT_SQL, everybodySql } from './match-sql.js';
import { storedRecord } from './stored-record.js';

/** Wider circles are looked through as stretches of cells, for there the bound costs more than it saves. */
const MOST_CELLS = 2_000;
/** So many are scored at least to learn how many points one needs. */
const SAMPLE = 640;
/** Statements are made for so many asked-for specialties; a query between two of them asks for nothing at the end. */
const ASKED_SIZES = [0, 1, 2, 4, 8, 16, 64];

/** Searches in the database; what a match reads is the record's JSON. */
export function postgresEngine(client: PoolClient): MatchEngine<string> {
  async function best(ranking: Ranking, radius: Radius, most: number): Promise<Ranked<string>[]> {
    const { asked, weights, steps } = ranking;
    const stretches = cellsAround(ranking.near, radius.km);
    const cells = cellsOfStretches(stretches, MOST_CELLS);
    const size = ASKED_SIZES.find((one) => one >= asked.length) ?? asked.length;
    const places = cells
      ? [cells, cells.map((cell) => allowance(cell, ranking))]
      : [stretches.map(([first]) => first), stretches.map(([, last]) => last)];
    const sample = cells ? Math.ceil(Math.max(SAMPLE, most * 4) / cells.length) : 0;
    const text = (cells ? boundedSql : everybodySql)(weights, steps, size);
    const padding = Array.from({ length: size - asked.length }, () => null);
    const { rows } = await client.query<{ chord: number; score: number; record: string }>({
      name: nameOf(text),
      text,
      values: [...wishValues(ranking, radius), ...places, most, sample, ...asked, ...padding],
    });
    return rows.map(({ chord, score, record }) => ({ key: record, squaredChord: chord, score }));
  }

  async function count(ranking: Ranking, radius: Radius, except?: FilterWish): Promise<number> {
    const stretches = cellsAround(ranking.near, radius.km);
    const { rows } = await client.query<{ found: number }>({
      name: nameOf(COUNT_SQL),
      text: COUNT_SQL,
      values: [
        ...wishValues(ranking, radius, except),
        stretches.map(([first]) => first),
        stretches.map(([, last]) => last),
      ],
    });
    return rows[0]?.found ?? 0;
  }

  return { best, count, records: (texts) => texts.map(storedRecord) };
}

/** Points that a cell allows for fit and distance at most. */
function allowance(cell: number, { near, asked, weights, steps }: Ranking): number {
  const nearest = squaredChordOf(leastKmTo(cell, near));
  return mostFitPoints(asked.length, weights.fit) + distancePoints(nearest, steps);
}

function wishValues({ vector, today, wanted }: Ranking, radius: Radius, except?: FilterWish): unknown[] {
  const wish = <Name extends FilterWish>(name: Name) => (name === except ? null : (wanted[name] ?? null));
  const price = wish('price');
  return [
    ...vector,
    radius.squaredChord,
    today,
    wish('specialties'),
    wish('modalities'),
    wish('languages'),
    wish('insurance'),
    wish('gender'),
    wish('accepting'),
    price?.atMost ?? null,
    price?.currency ?? null,
    wish('accessibility'),
    wish('withoutReferral'),
  ];
}

/** A statement under the same name is planned once a connection. */
const nameOf = remembered((text) => createHash('sha256').update(text).digest('hex').slice(0, 32));
