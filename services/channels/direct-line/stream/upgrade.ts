import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { parseWatermark } from '../conversations.js';
import { isConversationId } from '../identifiers.js';
import { isFromTrustedPage } from '../origins.js';
import type { Parts } from '../parts.js';
import type { Streams } from './streams.js';

/** Takes WebSockets of the stream's path; gives false for any other. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

type Admission = { status: 101; conversationId: string; since: number } | { status: RefusalStatus };
type RefusalStatus = keyof typeof statusLines;

const statusLines = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  503: 'Service Unavailable',
} as const;

const lingerMs = 1_000;
const streamPath = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(?:\?(.*))?$/;

export function createUpgrade(
  parts: Pick<Parts, 'tokens' | 'conversations' | 'log' | 'limits'> & {
    streams: Streams;
    isClosing: () => boolean;
  },
): Upgrade {
  const { streams, log, limits, isClosing } = parts;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.stream.mostPayloadBytes,
  });

  const decide = async (request: IncomingMessage, path: string, query: string): Promise<Admission> => {
    if (isClosing() || streams.size >= limits.stream.mostSockets) return { status: 503 };
    return admitStream(request, parts, path, new URLSearchParams(query));
  };

  return (request, socket, head) => {
    const [matched, path = '', query = ''] = streamPath.exec(request.url ?? '') ?? [];
    if (matched === undefined) return false;
    // Nobody else listens while the token is looked at, and an error that nobody hears ends the process.
    const drop = () => socket.destroy();
    socket.on('error', drop);
    decide(request, path, query)
      .catch((error: unknown): Admission => {
        log.error('direct-line.stream.failed', { channel: 'directline', error });
        return { status: 503 };
      })
      .then((admission) => {
        if (admission.status !== 101 || isClosing()) {
          refuse(socket, admission.status === 101 ? 503 : admission.status);
          return;
        }
        socket.off('error', drop);
        server.handleUpgrade(request, socket, head, (opened) =>
          streams.add(opened, admission.conversationId, admission.since),
        );
      });
    return true;
  };
}

async function admitStream(
  request: IncomingMessage,
  { tokens, conversations }: Pick<Parts, 'tokens' | 'conversations'>,
  conversationId: string,
  query: URLSearchParams,
): Promise<Admission> {
  const token = query.get('t') ?? '';
  // Direct Line's clients may also bring the token they were given for everything else.
  const own = await tokens.read('stream', token);
  const reading = own.kind === 'invalid' ? await tokens.read('access', token) : own;
  if (reading.kind === 'invalid') return { status: 401 };
  if (reading.kind === 'expired' || !isFromTrustedPage(request, reading.grant)) return { status: 403 };
  if (!isConversationId(conversationId)) return { status: 404 };
  if (reading.grant.conversationId !== conversationId) return { status: 403 };
  const since = parseWatermark(query.get('watermark'));
  if (since === undefined) return { status: 400 };
  if (!(await conversations.exists(conversationId))) return { status: 404 };
  return { status: 101, conversationId, since };
}

function refuse(socket: Duplex, status: RefusalStatus): void {
  socket.end(
    `HTTP/1.1 ${status} ${statusLines[status]}\r\nConnection: close\r\nContent-Length: 0\r\n` +
      `${status === 503 ? 'Retry-After: 5\r\n' : ''}\r\n`,
  );
  // A client that does not close its side would keep the connection for ever.
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
