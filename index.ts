import './cli/complain-on-broken-start.js';

import { join } from 'node:path';
import { createOutbox } from './bots/turn/outbox.js';
import { complain } from './cli/complain.js';
import { loaded } from './cli/complain-on-broken-start.js';
import { composeServices, composeTurns, warmUp } from './cli/compose.js';
import { createConnector } from './services/channels/connector/connector.js';
import { createDirectLine } from './services/channels/direct-line/direct-line.js';
import { readOrMakeSecret } from './services/channels/direct-line/secret-file.js';
import { readConfig } from './services/config.js';
import { expireRegularly } from './services/conversations/expire-regularly.js';
import { openLmdbStore } from './services/conversations/lmdb/lmdb-store.js';
import { startServer } from './services/http/start-server.js';
import { stopOnSignals } from './services/http/stop-on-signals.js';
import { widgetFiles } from './services/http/widget-files.js';
import { createLog } from './services/telemetry/log.js';
import { guardProcess } from './services/telemetry/process-guard.js';

try {
  const config = readConfig();
  const log = createLog({ level: config.logLevel });
  loaded();
  guardProcess(log);

  const store = await openLmdbStore(join(config.dataDir, 'conversations'));
  const services = await composeServices(config, log);
  const runTurn = composeTurns(services, store, {
    onError: (error) => log.error('turn.failed', { error }),
    onCommit(conversation, delivery) {
      if (delivery === 'outbox') outbox.wake(conversation);
      if (delivery === 'feed') directLine.wake(conversation);
    },
  });
  const connector = createConnector({ config, log, runTurn });
  const secret = await readOrMakeSecret(config.dataDir, config.directLine.secret);
  const directLine = createDirectLine({ config, log, store, runTurn, secret });
  const outbox = createOutbox({ store, deliver: connector.deliver });
  const expiry = expireRegularly(store, config.retentionDays, log);

  let warm = false;
  const server = await startServer({
    config,
    log,
    channels: [connector, directLine],
    files: widgetFiles(config.directLine.widgetOrigins),
    readiness: {
      store: async () => Array.isArray(await store.pendingDeliveries('readiness')),
      knowledge: () => warm,
      directory: async () => warm && (await services.directory.version()) !== '',
    },
    async close() {
      expiry.stop();
      await outbox.stop();
      await store.close();
      await services.directory.close();
    },
  });
  await outbox.start();
  stopOnSignals(server, log);
  process.stdout.write(`The Medical Massage Guide listens on ${server.url}\n`);
  await warmUp(services);
  warm = true;
} catch (error) {
  complain(error);
}
