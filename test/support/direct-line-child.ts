/**
 * A server with Direct Line and the counting bot over an LMDB store, until it is killed. On stdin: a line
 * {"folder", "port"}, before which it loads its code and touches nothing. On stdout: a line once it listens. It
 * answers each message twice, with typing between.
 */
import { once } from 'node:events';
import { createDirectLine } from '../../services/channels/direct-line/direct-line.js';
import { readOrMakeSecret } from '../../services/channels/direct-line/secret-file.js';
import { openLmdbStore } from '../../services/conversations/lmdb/lmdb-store.js';
import { startServer } from '../../services/http/start-server.js';
import { silentLog } from '../../services/telemetry/log.js';
import { counting, runnerOver } from '../bots/turn/fixtures.js';

const [line] = await once(process.stdin, 'data');
const { folder, port } = JSON.parse(String(line)) as { folder: string; port: number };
const store = await openLmdbStore(folder);
const runTurn = runnerOver(store, {
  async handle(context, state) {
    await counting(context, state);
    await context.sendActivity({ type: 'typing' });
    await context.sendActivity('and again');
    return { keepIncoming: true };
  },
  onCommit: (key) => directLine.wake(key),
});
const directLine = createDirectLine({
  config: { directLine: { widgetOrigins: [] } },
  log: silentLog,
  store,
  runTurn,
  secret: await readOrMakeSecret(folder),
});
await startServer({
  config: { server: { host: '127.0.0.1', port } },
  log: silentLog,
  channels: [directLine],
  readiness: {},
});
process.stdout.write('listening\n');
// Whoever started it is gone.
process.stdin.on('end', () => process.exit());
