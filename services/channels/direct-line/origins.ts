import type { IncomingMessage } from 'node:http';

/** Host and port as the client named them; undefined where they are none. */
function hostOf(request: IncomingMessage): string | undefined {
  const { host } = request.headers;
  return host && /^[a-z0-9.:[\]_-]{1,260}$/i.test(host) ? host.toLowerCase() : undefined;
}

/** Whether a page of this origin may open the widget's conversations: the server's own pages, and those it trusts. */
export function mayOpenWidget(request: IncomingMessage, trusted: readonly string[]): boolean {
  const { origin } = request.headers;
  return origin !== undefined && (trusted.includes(origin) || isOwn(origin, request));
}

/** By host alone: behind a proxy that ends TLS, the server does not know whether the page came by https. */
function isOwn(origin: string, request: IncomingMessage): boolean {
  const host = hostOf(request);
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/**
 * Whether a request comes from a page that the token is for. Browsers say where a request comes from unless it
 * is the server's own page that reads from the server; other programs could say anything.
 */
export function isFromTrustedPage(
  request: IncomingMessage,
  { origins }: { origins?: string[] | undefined },
): boolean {
  const { origin } = request.headers;
  return origins === undefined || origin === undefined || origins.includes(origin);
}

/**
 * The address of this server for WebSockets, as the client reaches it. What a client writes into these headers
 * comes back to that client only.
 */
export function socketBaseOf(
  request: IncomingMessage,
  { origins = [] }: { origins?: string[] | undefined },
): string {
  const host = hostOf(request) ?? `localhost:${request.socket.localPort}`;
  return `${isReachedSecurely(request, host, origins) ? 'wss' : 'ws'}://${host}`;
}

/**
 * Whether TLS ends before this server. The proxy may say so. If not, our own page may have come by https, or the
 * page that asks, from which browsers open nothing less secure unless it is on the same machine.
 */
function isReachedSecurely(request: IncomingMessage, host: string, origins: readonly string[]): boolean {
  const { origin, 'x-forwarded-proto': protocol = '' } = request.headers;
  if (String(protocol).split(',')[0]?.trim() === 'https') return true;
  if (origin === `https://${host}` || origins.includes(`https://${host}`)) return true;
  const isThisMachine = /^(localhost|127\.|\[::1\])/.test(host);
  return !isThisMachine && origin?.startsWith('https://') === true;
}
