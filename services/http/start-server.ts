import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type restify from 'restify';
import { CodedError } from '../../knowledge/coded-error.js';
import type { Config } from '../config.js';
import type { Log } from '../telemetry/log.js';
import { addHealthRoutes, type Readiness } from './health.js';
import {
  addRoute,
  createServer,
  type Handle,
  type RouteMethod,
  type ServerLimits,
  serverLimits,
} from './server.js';
import { type StaticFile, serveFile } from './static-files.js';
import { TurnsInFlight } from './turns-in-flight.js';

/** Where a channel's activities come in. A stop waits for what these routes have begun. */
export interface ChannelRoutes {
  routes: readonly { method: RouteMethod; path: string; handle: Handle }[];
  /** Takes a WebSocket, or gives false where it is not for this channel. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** The server stops: ends what would keep it waiting. */
  close?: () => Promise<void>;
}

export interface ServerParts {
  config: Pick<Config, 'server'>;
  log: Log;
  channels: readonly ChannelRoutes[];
  /** What a browser fetches. */
  files?: readonly StaticFile[];
  readiness: Readiness;
  /** Closes the stores; called once, after the last turn. */
  close?: () => Promise<void>;
  limits?: ServerLimits;
  /** How long a stop waits for turns that run. */
  drainMs?: number;
}

export interface RunningServer {
  /** The port that was taken, which PORT=0 leaves to the system. */
  port: number;
  url: string;
  server: restify.Server;
  /** Takes no more turns, lets those that run finish, closes the stores. Calling it again waits for the same stop. */
  stop(): Promise<void>;
}

/**
 * Listens on the configured address.
 * @throws CodedError PORT_TAKEN, PORT_FORBIDDEN or ADDRESS_UNAVAILABLE, naming host, port and the mend.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, log, channels, files = [], readiness, limits = serverLimits } = parts;
  const turns = new TurnsInFlight();
  const upgrade = (...given: Parameters<NonNullable<ChannelRoutes['upgrade']>>) =>
    !turns.draining && channels.some((channel) => channel.upgrade?.(...given));
  const server = createServer({ log, limits, upgrade });
  for (const { method, path, handle } of channels.flatMap(({ routes }) => routes)) {
    addRoute(server, method, path, turns.counted(handle), log);
  }
  for (const file of files) addRoute(server, 'get', file.path, serveFile(file), log);
  addHealthRoutes(server, { readiness, isStopping: () => turns.draining, log });
  const { host } = config.server;
  const port = await listen(server, config.server, log);
  log.info('server.listening', { host, port });
  let stopped: Promise<void> | undefined;
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    server,
    stop() {
      stopped ??= stop(server, turns, parts);
      return stopped;
    },
  };
}

async function stop(
  server: restify.Server,
  turns: TurnsInFlight,
  { log, channels, close, drainMs = 10_000 }: ServerParts,
): Promise<void> {
  log.info('server.stopping');
  const finished = await turns.drain(drainMs);
  if (!finished) log.warn('server.turns.cut', { reason: 'timeout' });
  await Promise.all(channels.map((channel) => channel.close?.()));
  const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
  // Answers still on their way get a moment; a client that never reads gets no more than that.
  const cut = setTimeout(() => server.server.closeAllConnections(), finished ? 1_000 : 0);
  await closed;
  clearTimeout(cut);
  await close?.();
  log.info('server.stopped');
}

async function listen(server: restify.Server, { host, port }: Config['server'], log: Log): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: Error) => reject(listenError(cause, host, port));
    server.once('error', refuse);
    server.server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  // Later ones (no more file handles, say) pass; without a listener they would end the process.
  server.on('error', (error) => log.error('server.failed', { error }));
  const address = server.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function listenError(cause: Error, host: string, port: number): CodedError {
  const code = 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return new CodedError(
        'PORT_TAKEN',
        `port ${port} on ${host} is taken by another program; stop that one, or set PORT to a free port`,
        { cause },
      );
    case 'EACCES':
      return new CodedError(
        'PORT_FORBIDDEN',
        `port ${port} on ${host} is not allowed to this user; set PORT to 1024 or above`,
        { cause },
      );
    default:
      return new CodedError(
        'ADDRESS_UNAVAILABLE',
        `cannot listen on ${host}, port ${port} (${code || 'unknown reason'}); set HOST to an address of this machine, for example 127.0.0.1`,
        { cause },
      );
  }
}
