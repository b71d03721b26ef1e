import { Pool, type PoolClient } from 'pg';
import { databaseFailure } from './failure.js';

/** So many conversations ask at once; the others wait a moment. */
const CONNECTIONS = 8;
const CONNECT_MS = 3_000;
const STATEMENT_MS = 10_000;
/** Planning a machine-code version takes longer than a match, and helpers are better left to other matches. */
const SETTINGS = 'SET jit = off; SET max_parallel_workers_per_gather = 0';

/** Connections to a PostgreSQL directory, none of them open before it is needed. */
export function openPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS * 6,
    application_name: 'medical-massage-guide',
    // A command that has nothing else to do ends, though connections are still open.
    allowExitOnIdle: true,
    // Awaited before the connection is used. Engines that only speak the protocol may not know these settings.
    onConnect: (client) => client.query(SETTINGS).catch(() => undefined),
  });
  // A connection that is lost while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Runs work in a transaction, which stands where it returns and is undone where it throws.
 * @throws CodedError DIRECTORY_UNAVAILABLE, DIRECTORY_DATABASE_FAILED
 */
export async function inTransaction<T>(
  pool: Pool,
  begin: 'BEGIN' | 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((cause) => {
    throw databaseFailure(cause);
  });
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost = error;
  };
  client.on('error', lose);
  try {
    await client.query(begin);
    const outcome = await work(client);
    await client.query('COMMIT');
    return outcome;
  } catch (cause) {
    await client.query('ROLLBACK').catch(lose);
    throw databaseFailure(cause);
  } finally {
    client.off('error', lose);
    client.release(lost);
  }
}

/** What is read in it is all of one generation. */
export function inSnapshot<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
}
