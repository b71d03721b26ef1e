import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COPY_BEGIN, COPY_END } from './binary-rows.js';
import { COLUMN_NAMES } from './record-rows.js';

const COPY = `COPY therapists (${COLUMN_NAMES.join(', ')}) FROM STDIN WITH (FORMAT binary)`;

/** Writes rows of therapists that have none yet. */
export async function copyRows(client: PoolClient, pieces: Iterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(whole(pieces), { objectMode: false }), client.query(copyFrom(COPY)));
}

function* whole(pieces: Iterable<Buffer>): Generator<Buffer> {
  yield COPY_BEGIN;
  yield* pieces;
  yield COPY_END;
}
