import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ChatRequest {
  model: string;
  stream?: boolean;
  messages: { role: string; content: string }[];
  response_format?: { type: string };
  tools?: { function: { name: string } }[];
}

/** How the server behaves from the next request on. */
export type Behaviour = (response: ServerResponse, request: ChatRequest) => void;

export interface FakeOpenAI {
  baseUrl: string;
  /** What was sent, in order. */
  requests: { body: ChatRequest; authorization: string | undefined }[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** A local server that speaks OpenAI's chat completions protocol, as well or as badly as it is told to. */
export async function startFakeOpenAI(): Promise<FakeOpenAI> {
  let behaviour: Behaviour = (response) => status(500)(response, emptyRequest);
  const requests: FakeOpenAI['requests'] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      requests.push({ body, authorization: request.headers.authorization });
      behaviour(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave(next) {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const emptyRequest: ChatRequest = { model: '', messages: [] };

/** An answer that comes piece by piece, when the test says so. */
export interface StreamedAnswer {
  say(piece: string): void;
  finish(): void;
  /** Ends the connection in the middle of the answer. */
  cut(): void;
}

/** Begins an answer in server-sent events, by tool call where the request names a tool. */
export function beginStream(response: ServerResponse, request: ChatRequest): StreamedAnswer {
  const tool = request.tools?.[0]?.function.name;
  const send = (delta: object, finish_reason: string | null = null) => {
    const chunk = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: request.model };
    response.write(
      `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
    );
  };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  send({
    role: 'assistant',
    ...(tool && {
      tool_calls: [{ index: 0, id: 'call-1', type: 'function', function: { name: tool, arguments: '' } }],
    }),
  });
  return {
    say: (piece) =>
      send(tool ? { tool_calls: [{ index: 0, function: { arguments: piece } }] } : { content: piece }),
    finish() {
      send({}, tool ? 'tool_calls' : 'stop');
      response.end('data: [DONE]\n\n');
    },
    cut: () => response.destroy(),
  };
}

/** Answers with this text as the assistant's message, by tool call where the request names a tool. */
export function says(content: string): Behaviour {
  return (response, request) => {
    const tool = request.tools?.[0]?.function.name;
    if (request.stream) {
      const answer = beginStream(response, request);
      for (const piece of content.match(/[\s\S]{1,7}/g) ?? []) answer.say(piece);
      return answer.finish();
    }
    const message = tool
      ? {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call-1', type: 'function', function: { name: tool, arguments: content } }],
        }
      : { role: 'assistant', content };
    sendJson(response, 200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: request.model,
      choices: [{ index: 0, message, finish_reason: tool ? 'tool_calls' : 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  };
}

/** Answers as a well-behaved model does: sentences with the numbers of their passages. */
export function answers(sentences: { text: string; passages: number[] }[]): Behaviour {
  return says(JSON.stringify({ sentences }));
}

export function status(code: number, headers: Record<string, string> = {}): Behaviour {
  return (response) => sendJson(response, code, { error: { message: 'no', type: 'error' } }, headers);
}

export const html: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<html><body>Welcome to the proxy</body></html>');
};

/** Takes the request and never answers. */
export const silence: Behaviour = () => undefined;

/** Sends the headers and the first bytes, then nothing more. */
export const stall: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"id":"chatcmpl-1","choices":[');
};

/** An answer of 50 MB that says how long it is, or does not. */
export function flood(announced: boolean): Behaviour {
  const size = 50 * 1024 * 1024;
  return (response) => {
    const headers = {
      'content-type': 'application/json',
      ...(announced && { 'content-length': String(size) }),
    };
    response.writeHead(200, headers);
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    let left = size;
    const pour = () => {
      while (left > 0 && !response.destroyed) {
        left -= chunk.length;
        if (!response.write(chunk)) return void response.once('drain', pour);
      }
      response.end();
    };
    pour();
  };
}

function sendJson(
  response: ServerResponse,
  code: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  // Not chained: once restify is loaded, writeHead of every server in the process gives nothing back.
  response.writeHead(code, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<ChatRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest;
}
