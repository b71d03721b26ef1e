import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { projectPath } from '../../../knowledge/data-file.js';
import type { Weights } from '../match/weights.js';
import { inTransaction } from './pool.js';
import { ceilingSql } from './ranking-sql.js';

const FOLDER = projectPath('services', 'therapists', 'postgres', 'migrations');
/** unique_violation and duplicate_table: what one hears who was a moment too late. */
const ALREADY_THERE: ReadonlySet<unknown> = new Set(['23505', '42P07']);

/** Brings the tables up to what this program expects. Several processes may do so at once. */
export async function migrate(pool: Pool, weights: Weights): Promise<void> {
  await inTransaction(pool, 'BEGIN', prepare).catch(unlessAnotherDid);
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  for (const file of files)
    await inTransaction(pool, 'BEGIN', (client) => apply(client, file)).catch(unlessAnotherDid);
  await inTransaction(pool, 'BEGIN', (client) => indexCeilings(client, weights)).catch(unlessAnotherDid);
}

async function prepare(client: PoolClient): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS directory_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL)',
  );
}

/** Who writes the name first applies the file; another one waits for that, and then finds it written. */
async function apply(client: PoolClient, file: string): Promise<void> {
  const known = await client.query('SELECT 1 FROM directory_migrations WHERE name = $1', [file]);
  if (known.rowCount) return;
  await client.query('SET LOCAL statement_timeout = 0');
  await client.query('INSERT INTO directory_migrations VALUES ($1, now())', [file]);
  await client.query(await readFile(join(FOLDER, file), 'utf8'));
}

/**
 * The index that lets a match skip those who cannot be among the best. It is made for the weights in use, so that
 * an operator who changes them needs to do nothing; without it answers are the same, and slower.
 */
async function indexCeilings(client: PoolClient, weights: Weights): Promise<void> {
  const expression = ceilingSql(weights);
  const name = `therapists_by_ceiling_${createHash('sha256').update(expression).digest('hex').slice(0, 12)}`;
  const { rows } = await client.query<{ name: string }>(
    "SELECT indexname AS name FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'therapists_by_ceiling_%'",
  );
  if (rows.length === 1 && rows[0]?.name === name) return;
  await client.query('SET LOCAL statement_timeout = 0');
  for (const other of rows) if (other.name !== name) await client.query(`DROP INDEX IF EXISTS ${other.name}`);
  await client.query(`CREATE INDEX IF NOT EXISTS ${name} ON therapists (cell, (${expression}))`);
}

function unlessAnotherDid(error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && ALREADY_THERE.has(cause.code)) return;
  throw error;
}
