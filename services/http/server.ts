import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pino } from 'pino';
import type restify from 'restify';
import Router from 'restify/lib/router.js';
import Server from 'restify/lib/server.js';
import type { Log } from '../telemetry/log.js';
import { answerError, type ErrorStatus } from './answer.js';

export interface ServerLimits {
  /** From the first byte of a request to the end of its headers. */
  headersMs: number;
  /** To the end of its body; the body reader's own deadline is shorter and gives an answer. */
  requestMs: number;
  /** How often the two are looked at. */
  checkEveryMs: number;
  /** How long an idle connection is kept for the next request. */
  keepAliveMs: number;
}

export const serverLimits: ServerLimits = {
  headersMs: 10_000,
  requestMs: 20_000,
  checkEveryMs: 2_000,
  keepAliveMs: 60_000,
};

const UPGRADE_LINGERS_MS = 1_000;

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * A restify server that says nothing about itself and repeats nothing of a request. It has no body parser:
 * each route reads its own body (body-reader.ts). It does not listen yet.
 */
export function createServer({
  log,
  limits = serverLimits,
  upgrade = () => false,
}: {
  log: Log;
  limits?: ServerLimits;
  /** Takes a WebSocket, or gives false. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}): restify.Server {
  // restify's own log would carry requests and error messages.
  const quiet = pino({ level: 'silent' });
  const server = new Server({ name: '', log: quiet, router: new Router({ log: quiet }) });
  setLimits(server.server, limits);
  (server as unknown as FirstChain).first(refuseUnreadableAddress);
  // Node leaves the socket of an upgrade to us as soon as anyone listens, and restify does.
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!upgrade(request, socket, head)) refuseUpgrade(socket);
  });
  server.on('restifyError', (_request, response, error, done) => {
    answerRouteError(response, error, log);
    done();
  });
  return server;
}

/** As restify names them; `opts` is OPTIONS. */
export type RouteMethod = 'get' | 'post' | 'opts';

/** Adds a route whose failures end in a fixed 500 and a log line without text. */
export function addRoute(
  server: restify.Server,
  method: RouteMethod,
  path: string,
  handle: Handle,
  log: Log,
): void {
  server[method](path, async (request: restify.Request, response: restify.Response) => {
    try {
      await handle(request, response);
    } catch (error) {
      log.error('http.failed', { route: `${method.toUpperCase()} ${path}`, error });
      answerError(response, 500);
    }
  });
}

/** restify's chain before everything else, which its types leave out; `false` ends the request there. */
interface FirstChain {
  first(handle: (request: restify.Request, response: restify.Response) => boolean): void;
}

function setLimits(server: restify.Server['server'], limits: ServerLimits): void {
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  // Only the constructor takes it officially, and restify calls that; Node reads it when listening begins.
  Object.assign(server, { connectionsCheckingInterval: limits.checkEveryMs });
}

/** restify builds a URL from the Host header outside any guard: one that is none would end the process. */
function refuseUnreadableAddress(request: restify.Request, response: restify.Response): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    answerError(response, 400);
    return false;
  }
}

function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  // A client that does not close its side would keep the connection for ever.
  setTimeout(() => socket.destroy(), UPGRADE_LINGERS_MS).unref();
}

function answerRouteError(response: restify.Response, error: { statusCode?: number }, log: Log): void {
  const status: ErrorStatus = error.statusCode === 404 ? 404 : error.statusCode === 405 ? 405 : 500;
  if (status === 500) log.error('http.failed', { error });
  // restify answers by itself, in its own words, unless its private mark says that an answer was sent.
  Object.assign(response, { _sent: true });
  answerError(response, status);
}
