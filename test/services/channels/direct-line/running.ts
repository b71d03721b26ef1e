import { WebSocket } from 'ws';
import type { TurnDependencies } from '../../../../bots/turn/run-turn.js';
import {
  createDirectLine,
  type DirectLineOptions,
} from '../../../../services/channels/direct-line/direct-line.js';
import type { ConversationStore } from '../../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { startServer } from '../../../../services/http/start-server.js';
import { createLog } from '../../../../services/telemetry/log.js';
import { runnerOver } from '../../../bots/turn/fixtures.js';

export const SECRET = 'a-secret-of-tests-that-is-long-enough';

export interface RunningOptions extends Partial<Omit<DirectLineOptions, 'log' | 'config' | 'store'>> {
  store?: ConversationStore;
  bot?: Partial<TurnDependencies>;
  widgetOrigins?: string[];
  trustedProxies?: number;
}

export interface Set {
  activities: { id: string; type: string; text?: string; from?: { id: string }; [field: string]: unknown }[];
  watermark?: string;
}

export interface Opened {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

/** A listening server with Direct Line and a bot that counts, over the memory store unless another is given. */
export async function startDirectLine(options: RunningOptions = {}) {
  const { store = new MemoryStore(), bot, widgetOrigins = [], trustedProxies = 0, ...rest } = options;
  const logged: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } });
  const directLine = createDirectLine({
    config: { directLine: { widgetOrigins, trustedProxies } },
    log,
    store,
    secret: SECRET,
    runTurn: runnerOver(store, { ...bot, onCommit: (key) => directLine.wake(key) }),
    ...rest,
  });
  const server = await startServer({
    config: { server: { host: '127.0.0.1', port: 0 } },
    log,
    channels: [directLine],
    readiness: {},
    close: () => store.close(),
  });
  const base = `${server.url}/v3/directline`;
  const call = (method: string, path: string, bearer?: string, body?: unknown, headers = {}) =>
    fetch(path.startsWith('/widget') ? server.url + path : base + path, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    ...server,
    base,
    store,
    directLine,
    logged,
    call,
    async open(body: object = {}): Promise<Opened> {
      const answer = await call('POST', '/conversations', SECRET, body);
      if (answer.status !== 201) throw new Error(`POST /conversations: ${answer.status}`);
      return (await answer.json()) as Opened;
    },
    async say({ conversationId, token }: Opened, text: string, parts: object = {}): Promise<Response> {
      const activity = { type: 'message', text, from: { id: 'anyone' }, ...parts };
      return call('POST', `/conversations/${conversationId}/activities`, token, activity);
    },
    async read({ conversationId, token }: Opened, watermark = ''): Promise<Set> {
      const path = `/conversations/${conversationId}/activities?watermark=${watermark}`;
      return (await (await call('GET', path, token)).json()) as Set;
    },
    async openWidget(body: object = {}, headers: object = {}): Promise<WidgetOpened> {
      const answer = await call('POST', '/widget/conversation', undefined, body, {
        origin: server.url,
        ...headers,
      });
      if (answer.status !== 200) throw new Error(`POST /widget/conversation: ${answer.status}`);
      return (await answer.json()) as WidgetOpened;
    },
  };
}

export type Running = Awaited<ReturnType<typeof startDirectLine>>;

export interface WidgetOpened extends Opened, Set {
  userId: string;
  resume: string;
  resumed: boolean;
}

export async function withDirectLine(
  options: RunningOptions,
  use: (running: Running) => Promise<void>,
): Promise<void> {
  const running = await startDirectLine(options);
  try {
    await use(running);
  } finally {
    await running.stop();
  }
}

/** What was said, without what the person said themselves. */
export const texts = ({ activities }: Set): (string | undefined)[] => activities.map(({ text }) => text);

/** A client of the stream that keeps what it got. */
export class Listener {
  readonly frames: Set[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;
  readonly #opened: Promise<void>;
  #check = () => {};

  constructor(url: string, headers: Record<string, string> = {}) {
    this.#socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#socket.on('error', () => undefined);
    this.#opened = new Promise((resolve) => this.#socket.once('open', resolve));
    this.#socket.on('message', (data) => {
      if (String(data)) this.frames.push(JSON.parse(String(data)) as Set);
      this.#check();
    });
    this.closed = new Promise((resolve) => {
      this.#socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  get socket(): WebSocket {
    return this.#socket;
  }

  get activities(): Set['activities'] {
    return this.frames.flatMap(({ activities }) => activities);
  }

  get texts(): (string | undefined)[] {
    return this.activities.filter(({ type }) => type === 'message').map(({ text }) => text);
  }

  /** The status with which the server refused, or 101. */
  status(): Promise<number> {
    return new Promise((resolve) => {
      this.#socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        this.#socket.terminate();
      });
      this.#socket.on('open', () => resolve(101));
    });
  }

  /** The socket is open, or was. */
  opened(): Promise<void> {
    return this.#opened;
  }

  /** Resolves as soon as what was received is so. */
  until(holds: (listener: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#check = () => holds(this) && resolve();
      this.#check();
    });
  }
}
