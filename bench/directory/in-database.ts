import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openPostgresDirectory } from '../../services/therapists/postgres/postgres-directory.js';
import { therapistsHeader, therapistsRow } from '../import/csv-file.js';
import { writeRows } from '../import/measure.js';
import { makeTherapists } from './make-therapists.js';
import { queriesIn, timeMatches } from './queries.js';
import { townsOf } from './towns.js';

const CSV_ROWS = 200_000;

/** The directory in PostgreSQL: import, and matching where few, many and very many are near. */
export async function benchDatabase(database: string, therapists: number): Promise<void> {
  const schemas = ['bench_directory', 'bench_directory_csv'];
  try {
    for (const schema of schemas) await query(database, `CREATE SCHEMA ${schema}`);
    const { towns, crowded, large, thin } = townsOf(therapists);
    const making = seconds(() => {
      for (const _ of makeTherapists(towns));
    });
    const directory = openPostgresDirectory(within(database, schemas[0] ?? ''));
    await directory.size();
    const before = performance.now();
    await directory.upsert(makeTherapists(towns));
    const took = (performance.now() - before) / 1000;
    console.log(`${therapists.toLocaleString('en')} therapists in PostgreSQL`);
    console.table({
      'records, checked before': {
        'rows/s': rate(therapists, took - making),
        seconds: (took - making).toFixed(1),
      },
      'a CSV, by the command': importCsv(within(database, schemas[1] ?? '')),
    });
    console.table({
      [`match among ${Math.round(therapists / 20).toLocaleString('en')}`]: await timeMatches(
        directory.match,
        queriesIn(crowded, 800),
      ),
      [`match among ${Math.round(therapists / 200).toLocaleString('en')}`]: await timeMatches(
        directory.match,
        queriesIn(large, 2000),
      ),
      'match in thin country': await timeMatches(directory.match, queriesIn(thin, 2000)),
    });
    await directory.close();
  } finally {
    for (const schema of schemas) await query(database, `DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  }
}

/** As an operator loads a file: reading, checking and writing. */
function importCsv(url: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-directory-'));
  try {
    const file = join(folder, 'therapists.csv');
    writeRows(file, therapistsHeader, CSV_ROWS, therapistsRow);
    const before = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['dist/cli/main.js', 'therapists', 'import', file],
      { env: { PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: folder }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const took = (performance.now() - before) / 1000;
    return { 'rows/s': rate(CSV_ROWS, took), seconds: took.toFixed(1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function within(database: string, schema: string): string {
  const url = new URL(database);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

function seconds(work: () => void): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1000;
}

function rate(rows: number, took: number): string {
  return Math.round(rows / took).toLocaleString('en');
}
