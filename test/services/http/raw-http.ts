import { connect } from 'node:net';

/**
 * Sends bytes as they are and gives all that comes back until the server closes, or until `enough` bytes of
 * answer are there. For what a well-behaved client would not send.
 */
export function sendRaw(
  port: number,
  parts: (string | Buffer)[],
  enough = Number.POSITIVE_INFINITY,
): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    const finish = () => {
      socket.destroy();
      resolve(received);
    };
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      received += text;
      if (received.length >= enough) finish();
    });
    socket.on('error', finish).on('close', finish);
  });
}

/** The status of a raw answer; 0 where there was none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}

export function postHead(headers: Record<string, string | number>, path = '/api/messages'): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
