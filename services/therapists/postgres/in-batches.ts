import type { Therapist } from '../therapist.js';
import { RecordRows } from './record-rows.js';

/**
 * Hands records on some at a time, while the next ones are already being read and written down. Where reading
 * fails, the batches before are finished first.
 */
export async function inBatches(
  records: Iterable<Therapist> | AsyncIterable<Therapist>,
  size: number,
  handle: (batch: RecordRows) => Promise<void>,
): Promise<void> {
  let handling: Promise<void> = Promise.resolve();
  // One is filled while the other is handled, with the room of the one before.
  let batch = new RecordRows();
  let other = new RecordRows();
  try {
    for await (const record of records) {
      batch.add(record);
      if (batch.size < size) continue;
      await handling;
      handling = handle(batch);
      // It is awaited before the next batch; until then nobody else hears of its failure.
      handling.catch(() => undefined);
      [batch, other] = [other, batch];
      batch.clear();
    }
  } finally {
    await handling;
  }
  if (batch.size > 0) await handle(batch);
}
