/**
 * A process that runs turns over an LMDB store until it is killed. On stdin: a line with the folder, then a
 * line {"conversation", "id"} an activity. On stdout: a line {"conversation", "id", "text"} for each, once it was
 * committed. With the end of stdin it closes the store and ends.
 */
import { createInterface } from 'node:readline';
import { openLmdbStore } from '../../services/conversations/lmdb/lmdb-store.js';
import { incoming, runnerOver } from '../bots/turn/fixtures.js';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { value: folder } = await lines.next();
const store = await openLmdbStore(folder);
const run = runnerOver(store);
const turns: Promise<void>[] = [];

async function turn(conversation: string, id: string): Promise<void> {
  const activity = incoming(id, { conversation: { id: conversation } as never });
  const { outcome } = await run(activity, { delivery: 'feed' });
  process.stdout.write(`${JSON.stringify({ conversation, id, text: outcome.activities[0]?.text })}\n`);
}

for await (const line of { [Symbol.asyncIterator]: () => lines }) {
  const { conversation, id } = JSON.parse(line);
  turns.push(turn(conversation, id));
}
await Promise.all(turns);
await store.close();
