import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Received {
  path: string;
  activity: Partial<Activity>;
}

/** The channel's side on loopback: takes replies, answers with the status that `respond` gives (201). */
export async function startFakeChannel(
  respond: (received: Received) => { status: number; headers?: Record<string, string> } = () => ({
    status: 201,
  }),
) {
  const received: Received[] = [];
  const server: Server = createServer(async (request, response) => {
    const delivery = {
      path: request.url ?? '',
      activity: JSON.parse((await textOf(request)) || '{}') as Partial<Activity>,
    };
    received.push(delivery);
    const { status, headers } = respond(delivery);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ id: `sent-${received.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
