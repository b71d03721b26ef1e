/**
 * Hands records on some at a time, while the next ones are already being read. Where reading fails, the batches
 * before are finished first.
 */
export async function inBatches<T>(
  records: Iterable<T> | AsyncIterable<T>,
  size: number,
  handle: (batch: T[]) => Promise<void>,
): Promise<void> {
  let handling: Promise<void> = Promise.resolve();
  let batch: T[] = [];
  try {
    for await (const record of records) {
      batch.push(record);
      if (batch.length < size) continue;
      await handling;
      handling = handle(batch);
      // It is awaited before the next batch; until then nobody else hears of its failure.
      handling.catch(() => undefined);
      batch = [];
    }
  } finally {
    await handling;
  }
  if (batch.length > 0) await handle(batch);
}
