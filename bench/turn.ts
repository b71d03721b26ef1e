import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Activity } from 'botbuilder-core';
import { composeServices, composeTurns, warmUp } from '../cli/compose.js';
import { readConfig } from '../services/config.js';
import { openLmdbStore } from '../services/conversations/lmdb/lmdb-store.js';
import { silentLog } from '../services/telemetry/log.js';
import { ORDINARY_CONVERSATION } from './ordinary-conversation.js';

/**
 * How long one turn takes in process, its synced commit included: conversations one after the other, one turn at
 * a time, on LMDB in a fresh folder. The first ones warm the compiler and are not counted.
 *
 *   npm run bench:turn [-- --conversations 100 --warm-up 100]
 */
const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '100' },
    'warm-up': { type: 'string', default: '100' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'bench-turn-'));
const services = await composeServices(readConfig({}), silentLog);
await warmUp(services);
const store = await openLmdbStore(folder);
const runTurn = composeTurns(services, store);

for (let count = 0; count < Number(values['warm-up']); count++) await converse();
const times: number[][] = ORDINARY_CONVERSATION.map(() => []);
for (let count = 0; count < Number(values.conversations); count++) {
  (await converse()).forEach((time, index) => {
    times[index]?.push(time);
  });
}
await store.close();
rmSync(folder, { recursive: true, force: true });

console.table(
  ORDINARY_CONVERSATION.map((said, index) => ({ said, 'median ms': at(times[index] ?? [], 0.5).toFixed(2) })),
);
const all = times.flat();
console.log(
  `of ${all.length} turns: median ${at(all, 0.5).toFixed(2)} ms, p99 ${at(all, 0.99).toFixed(2)} ms`,
);

/** @returns milliseconds of each turn */
async function converse(): Promise<number[]> {
  const conversation = randomUUID();
  const taken: number[] = [];
  for (const [index, text] of ORDINARY_CONVERSATION.entries()) {
    const before = performance.now();
    await runTurn(message(conversation, index, text), { delivery: 'response' });
    taken.push(performance.now() - before);
  }
  return taken;
}

function message(conversation: string, index: number, text: string): Activity {
  return {
    type: 'message',
    id: `${conversation}-${index}`,
    channelId: 'emulator',
    serviceUrl: 'http://localhost:9999/',
    from: { id: 'user', name: '', role: 'user' },
    recipient: { id: 'bot', name: '' },
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    locale: 'en-US',
    text,
  } as Activity;
}

function at(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
