import type { Pool, QueryResultRow } from 'pg';
import type { EditableDirectory, Upserted } from '../editable-directory.js';
import { search } from '../match/search.js';
import { weights as shippedWeights, type Weights } from '../match/weights.js';
import type { Therapist } from '../therapist.js';
import { removeRows, upsertRows } from './change-rows.js';
import { databaseFailure } from './failure.js';
import { inBatches } from './in-batches.js';
import { migrate } from './migrate.js';
import { inSnapshot, inTransaction, openPool } from './pool.js';
import { postgresEngine } from './postgres-engine.js';
import type { RecordRows } from './record-rows.js';
import { storedRecord } from './stored-record.js';

export interface PostgresDirectoryOptions {
  /** Decides which licences have expired. Default: the machine's clock. */
  now?: () => Date;
  weights?: Weights;
  /** Records that are changed in one transaction. Default: 5,000. */
  batch?: number;
}

const PAGE = 1_000;
/** After that many changes the planner's idea of the table is out of date. */
const MANY = 20_000;

/**
 * The directory in PostgreSQL, or in an engine that speaks its protocol. It connects on first use, and brings the
 * tables up to date then; where that fails, the next use tries again.
 */
export function openPostgresDirectory(
  url: string,
  { now = () => new Date(), weights = shippedWeights, batch = 5_000 }: PostgresDirectoryOptions = {},
): EditableDirectory {
  const pool = openPool(url);
  let migrated: Promise<void> | undefined;

  async function ready(): Promise<Pool> {
    migrated ??= migrate(pool, weights).catch((error) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
    return pool;
  }

  async function one<Row extends QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row | undefined> {
    const { rows } = await (await ready()).query<Row>(text, values).catch((cause) => {
      throw databaseFailure(cause);
    });
    return rows[0];
  }

  async function upsertBatch(rows: RecordRows, options: Parameters<EditableDirectory['upsert']>[1] = {}) {
    return inTransaction(await ready(), 'BEGIN', (client) => upsertRows(client, rows, options));
  }

  return {
    match: async (query) =>
      inSnapshot(await ready(), (client) => search(postgresEngine(client), query, now(), weights)),

    async get(id) {
      // An id that can be nobody's is not asked for: the database refuses some characters.
      if (!/^[\w.-]{1,100}$/.test(id)) return undefined;
      const row = await one<{ record: string }>('SELECT record FROM therapists WHERE id = $1', [id]);
      return row && storedRecord(row.record);
    },

    size: async () => Number((await one<{ size: string }>('SELECT size FROM directory_state'))?.size ?? 0),

    all: () => allRows(ready),

    version: async () =>
      (await one<{ version: string }>('SELECT version FROM directory_state'))?.version ?? '',

    close: () => pool.end(),

    async upsert(records, options = {}) {
      const total: Upserted = { added: 0, changed: 0, unchanged: 0 };
      await inBatches(records, batch, async (some) => {
        const counts = await upsertBatch(some, options);
        total.added += counts.added;
        total.changed += counts.changed;
        total.unchanged += counts.unchanged;
      });
      if (total.added + total.changed >= MANY && !options.dryRun)
        await pool.query('ANALYZE therapists').catch(() => undefined);
      return total;
    },

    remove: async (ids) => inTransaction(await ready(), 'BEGIN', (client) => removeRows(client, [...ids])),
  };
}

async function* allRows(ready: () => Promise<Pool>): AsyncGenerator<Therapist> {
  const client = await (await ready()).connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    let last: string | undefined;
    for (;;) {
      const { rows } = await client.query<{ id: string; record: string }>(
        `SELECT id, record FROM therapists ${last === undefined ? '' : 'WHERE id > $2'} ORDER BY id LIMIT $1`,
        last === undefined ? [PAGE] : [PAGE, last],
      );
      for (const { record } of rows) yield storedRecord(record);
      last = rows.at(-1)?.id;
      if (rows.length < PAGE) return;
    }
  } catch (cause) {
    throw databaseFailure(cause);
  } finally {
    const lost = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.release(lost);
  }
}
