import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '../../services/config.js';
import type { ConversationStore } from '../../services/conversations/conversation-store.js';
import { openLmdbStore } from '../../services/conversations/lmdb/lmdb-store.js';
import { MemoryStore } from '../../services/conversations/memory/memory-store.js';
import { silentLog } from '../../services/telemetry/log.js';
import { composeServices, composeTurns } from '../compose.js';
import { LocalConversation } from '../local-conversation.js';

/** The bot in the terminal. An empty line or Ctrl-D ends it. */
export async function chat({ dataDir, locale }: { dataDir?: string; locale: string }): Promise<void> {
  const services = await composeServices(readConfig(), silentLog);
  const store: ConversationStore = dataDir
    ? await openLmdbStore(join(dataDir, 'conversations'))
    : new MemoryStore();
  const runTurn = composeTurns(services, store, { plainText: true });
  const id = dataDir ? 'terminal' : randomUUID();
  const conversation = new LocalConversation(runTurn, id, { locale });
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' });
  print(await conversation.join());
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '') break;
    print(await conversation.say(line));
    lines.prompt();
  }
  lines.close();
  await store.close();
}

function print(texts: string[]): void {
  for (const text of texts) process.stdout.write(`\n${text}\n`);
}
