import type { PoolClient } from 'pg';
import { ChangeSet, type Standing } from '../change-set.js';
import type { Upserted, UpsertOptions } from '../editable-directory.js';
import type { Therapist } from '../therapist.js';
import { copyRows } from './copy-rows.js';
import { storedRecord } from './stored-record.js';

const NOTHING: Upserted = { added: 0, changed: 0, unchanged: 0 };
const AS_GIVEN = {
  hold: (therapist: Therapist) => therapist,
  read: (therapist: Therapist) => therapist,
};

/** Upserts some records in the transaction of `client`. */
export async function upsertRows(
  client: PoolClient,
  records: readonly Therapist[],
  { dryRun = false, ...options }: UpsertOptions,
): Promise<Upserted> {
  if (records.length === 0) return NOTHING;
  if (!dryRun) await waitForOthers(client);
  const set = new ChangeSet<Therapist>(await standingOf(client, records), AS_GIVEN);
  const counts = await set.upsert(records, options);
  if (dryRun || counts.added + counts.changed === 0) return counts;
  const written = [...set.outcome.values()].filter((therapist) => therapist !== undefined);
  if (counts.changed > 0)
    await client.query('DELETE FROM therapists WHERE id = ANY($1::text[])', [written.map(({ id }) => id)]);
  await copyRows(client, written);
  await step(client, counts.added);
  return counts;
}

export async function removeRows(client: PoolClient, ids: readonly string[]): Promise<number> {
  await waitForOthers(client);
  const { rowCount } = await client.query('DELETE FROM therapists WHERE id = ANY($1::text[])', [ids]);
  const removed = rowCount ?? 0;
  if (removed > 0) await step(client, -removed);
  return removed;
}

/** Two who change the directory at once would each count without the other. */
async function waitForOthers(client: PoolClient): Promise<void> {
  await client.query('SELECT 1 FROM directory_state FOR UPDATE');
}

async function step(client: PoolClient, more: number): Promise<void> {
  await client.query('UPDATE directory_state SET version = version + 1, size = size + $1', [more]);
}

async function standingOf(client: PoolClient, records: readonly Therapist[]): Promise<Standing> {
  const ids = records.map(({ id }) => id);
  const npis = records.flatMap(({ npi }) => npi ?? []);
  const { rows } = await client.query<{ id: string; npi: string | null; record: string }>(
    `SELECT id, npi, record FROM therapists WHERE id = ANY($1::text[])
     UNION SELECT id, npi, record FROM therapists WHERE npi = ANY($2::text[])`,
    [ids, npis],
  );
  const byId = new Map(rows.map(({ id, record }) => [id, record]));
  const idOfNpi = new Map<string, string>();
  for (const { id, npi } of rows) {
    const other = npi === null ? undefined : idOfNpi.get(npi);
    if (npi !== null && (other === undefined || id < other)) idOfNpi.set(npi, id);
  }
  const recordOf = (id: string | undefined) => {
    const record = id === undefined ? undefined : byId.get(id);
    return record === undefined ? undefined : storedRecord(record);
  };
  return { byId: recordOf, byNpi: (npi) => recordOf(idOfNpi.get(npi)) };
}
