import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handle, RouteMethod } from '../../http/server.js';
import type { Log } from '../../telemetry/log.js';
import type { CallerReading } from './caller.js';
import type { Conversations } from './conversations.js';
import type { Random } from './identifiers.js';
import type { DirectLineLimits } from './limits.js';
import type { RateLimit } from './rate-limit.js';
import type { Tokens } from './tokens.js';

export interface Route {
  method: RouteMethod;
  path: string;
  handle: Handle;
}

/** What the routes share. */
export interface Parts {
  log: Log;
  tokens: Tokens;
  conversations: Conversations;
  readCaller: (request: IncomingMessage) => Promise<CallerReading>;
  /** Of pages that may open the widget's conversations, besides the server's own. */
  widgetOrigins: readonly string[];
  limits: DirectLineLimits;
  rates: { widget: RateLimit; secret: RateLimit; messages: RateLimit };
  addressOf: (request: IncomingMessage) => string;
  /** Milliseconds since 1970. */
  clock: () => number;
  random: Random;
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
