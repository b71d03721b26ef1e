import type { PoolClient } from 'pg';
import { ChangeSet, type Standing } from '../change-set.js';
import type { Upserted, UpsertOptions } from '../editable-directory.js';
import type { Therapist } from '../therapist.js';
import { copyRows } from './copy-rows.js';
import { RecordRows } from './record-rows.js';
import { storedRecord } from './stored-record.js';

const NOTHING: Upserted = { added: 0, changed: 0, unchanged: 0 };
const AS_GIVEN = {
  hold: (therapist: Therapist) => therapist,
  read: (therapist: Therapist) => therapist,
};

/** Upserts some records in the transaction of `client`. */
export async function upsertRows(
  client: PoolClient,
  incoming: RecordRows,
  { dryRun = false, ...options }: UpsertOptions,
): Promise<Upserted> {
  if (incoming.size === 0) return NOTHING;
  if (!dryRun) await waitForOthers(client);
  const standing = await standingOf(client, incoming);
  const isNew = newcomersOf(incoming, standing);
  const others = incoming.ids.flatMap((_, at) => (isNew[at] ? [] : [at]));
  const set = new ChangeSet<Therapist>(standing, AS_GIVEN);
  const counts = await set.upsert(recordsAt(incoming, others), options);
  counts.added += incoming.size - others.length;
  if (dryRun || counts.added + counts.changed === 0) return counts;
  const written = new RecordRows();
  for (const therapist of set.outcome.values()) if (therapist) written.add(therapist);
  if (counts.changed > 0)
    await client.query('DELETE FROM therapists WHERE id = ANY($1::text[])', [written.ids]);
  await copyRows(client, [...incoming.pieces((at) => isNew[at] === true), ...written.pieces()]);
  await step(client, counts.added);
  return counts;
}

/** Which records nobody else of the batch is the same as, and nobody who stands: they are added as they are. */
function newcomersOf({ ids, npis }: RecordRows, standing: StandingRows): boolean[] {
  const repeatedIds = repeated(ids);
  const repeatedNpis = repeated(npis);
  return ids.map((id, at) => {
    const npi = npis[at];
    if (repeatedIds.has(id) || standing.hasId(id)) return false;
    return npi === undefined || !(repeatedNpis.has(npi) || standing.hasNpi(npi));
  });
}

function repeated(values: readonly (string | undefined)[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values) {
    if (value === undefined) continue;
    if (seen.has(value)) again.add(value);
    seen.add(value);
  }
  return again;
}

function* recordsAt(rows: RecordRows, places: readonly number[]): Generator<Therapist> {
  for (const at of places) yield rows.record(at);
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

interface StandingRows extends Standing {
  hasId(id: string): boolean;
  hasNpi(npi: string): boolean;
}

/** Those who may be the same as one of the incoming. */
async function standingOf(client: PoolClient, { ids, npis }: RecordRows): Promise<StandingRows> {
  const { rows } = await client.query<{ id: string; npi: string | null; record: string }>(
    `SELECT id, npi, record FROM therapists WHERE id = ANY($1::text[])
     UNION SELECT id, npi, record FROM therapists WHERE npi = ANY($2::text[])`,
    [ids, npis.filter((npi) => npi !== undefined)],
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
  return {
    byId: recordOf,
    byNpi: (npi) => recordOf(idOfNpi.get(npi)),
    hasId: (id) => byId.has(id),
    hasNpi: (npi) => idOfNpi.has(npi),
  };
}
