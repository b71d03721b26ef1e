import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config.js';
import type { ConversationStore } from '../../conversations/conversation-store.js';
import type { Log } from '../../telemetry/log.js';
import { createCallerReader } from './caller.js';
import { clientAddress } from './client-address.js';
import { createConversations } from './conversations.js';
import { cryptoRandom, type Random } from './identifiers.js';
import { type DirectLineLimits, directLineLimits } from './limits.js';
import type { Parts, Route } from './parts.js';
import { RateLimit } from './rate-limit.js';
import { activityRoutes } from './routes/activity-routes.js';
import { conversationRoutes } from './routes/conversation-routes.js';
import { tokenRoutes } from './routes/token-routes.js';
import { widgetRoutes } from './routes/widget-route.js';
import { createStreams, type Every } from './stream/streams.js';
import { createUpgrade, type Upgrade } from './stream/upgrade.js';
import { createTokens } from './tokens.js';
import type { RunTurn } from './turn.js';

export interface DirectLineOptions {
  config: { directLine: Pick<Config['directLine'], 'widgetOrigins'> & { trustedProxies?: number } };
  log: Log;
  store: Pick<ConversationStore, 'load' | 'feed'>;
  runTurn: RunTurn;
  /** See `readOrMakeSecret`. */
  secret: string;
  /** Milliseconds since 1970. */
  clock?: () => number;
  random?: Random;
  every?: Every;
  limits?: Partial<DirectLineLimits>;
}

/** Direct Line 3.0 without a cloud: a feed that clients read by HTTP or WebSocket, and the widget's own entry. */
export interface DirectLine {
  routes: readonly Route[];
  /** Takes WebSockets of the stream's path; gives false for any other. */
  upgrade: Upgrade;
  /** Something was committed to this conversation, by its key in the store. */
  wake(storeKey: string): void;
  /** Sends every client away, to come back by its watermark. Takes no more. */
  close(): Promise<void>;
}

export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { config, log, store, runTurn, secret } = options;
  const { trustedProxies = 0 } = config.directLine;
  const { clock = Date.now, random = cryptoRandom, every } = options;
  const limits = { ...directLineLimits, ...options.limits };
  const tokens = createTokens(secret, clock);
  const streams = createStreams({ store, log, limits: limits.stream, ...(every && { every }) });
  const conversations = createConversations({ store, runTurn, live: streams.show, clock });
  let closing = false;

  const parts: Parts = {
    log,
    tokens,
    conversations,
    readCaller: createCallerReader(secret, tokens),
    widgetOrigins: config.directLine.widgetOrigins,
    limits,
    rates: {
      widget: new RateLimit(limits.widget, clock),
      secret: new RateLimit(limits.secret, clock),
      messages: new RateLimit(limits.messages, clock),
    },
    addressOf: (request: IncomingMessage) => clientAddress(request, trustedProxies),
    clock,
    random,
  };

  return {
    routes: [
      ...tokenRoutes(parts),
      ...conversationRoutes(parts),
      ...activityRoutes(parts),
      ...widgetRoutes(parts),
    ],
    upgrade: createUpgrade({ ...parts, streams, isClosing: () => closing }),
    wake: streams.wake,
    close() {
      closing = true;
      return streams.close();
    },
  };
}
