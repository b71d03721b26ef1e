import { type ChildProcess, spawn } from 'node:child_process';
import { WebSocket } from 'ws';
import { freePort } from './server-process.js';

export interface PlaygroundMessage {
  conversationId: string;
  text: string;
  attachments: { contentType: string; content: unknown }[];
}

/** The Microsoft 365 Agents Playground 0.2.28, driven by the routes of its own page. */
export class Playground {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly socket: WebSocket,
    readonly config: PlaygroundConfig,
    private readonly received: PlaygroundMessage[],
  ) {}

  static async start(cli: string, endpoint: string, channel: 'emulator' | 'msteams'): Promise<Playground> {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [cli, 'start', '-e', endpoint, '-c', channel, '-p', String(port), '--dt'],
      { env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' }, stdio: 'ignore' },
    );
    const url = `http://localhost:${port}`;
    const { config } = await untilAnswered<{ config: PlaygroundConfig }>(`${url}/_internal/v1/config`);
    const socket = new WebSocket(`ws://localhost:${port}/_ws_conversation/v1/conversations/stream`);
    const received: PlaygroundMessage[] = [];
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.action === 'createMessage') received.push(messageOf(frame));
    });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Playground(url, child, socket, config, received);
  }

  /** Makes the playground tell the bot that it was installed. */
  async install(conversation: string): Promise<void> {
    await this.post(`/_debug/conversation/${conversation}/installation`, {});
  }

  /** Sends a message, which mentions the bot where it must, and waits for `replies` messages of the bot. */
  async say(
    conversation: string,
    text: string,
    replies: number,
    { mention = false } = {},
  ): Promise<PlaygroundMessage[]> {
    const before = this.received.length;
    const { bot, currentUser } = this.config;
    const at = `<at>${bot.name}</at>`;
    await this.post(`/_conversation/v1/conversations/${conversation}/messages`, {
      from: { id: currentUser.id },
      text: mention ? `${at} ${text}` : text,
      textFormat: 'plain',
      ...(mention && { mentions: [{ mentioned: { id: bot.id }, text: at }] }),
    });
    return this.repliesAfter(before, replies);
  }

  /** The bot's messages so far, at least `count` after the first `before`. */
  async repliesAfter(before: number, count: number): Promise<PlaygroundMessage[]> {
    for (let waited = 0; waited < 10_000; waited += 50) {
      const fresh = this.received.slice(before);
      if (fresh.length >= count) return fresh;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited for ${count} replies, saw ${this.received.length - before}`);
  }

  stop(): void {
    this.socket.terminate();
    this.child.kill('SIGKILL');
  }

  private async post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
  }
}

interface PlaygroundConfig {
  currentUser: { id: string };
  bot: { id: string; name: string };
  personalChat: { id: string };
  groupChats: { id: string }[];
  teams: { channels: { id: string }[] }[];
}

function messageOf(frame: { message?: Record<string, unknown>; conversationId?: string }): PlaygroundMessage {
  const message = frame.message ?? {};
  return {
    conversationId: String(frame.conversationId ?? message.conversationId ?? ''),
    text: String(message.text ?? ''),
    attachments: (message.attachments as PlaygroundMessage['attachments']) ?? [],
  };
}

async function untilAnswered<T>(url: string): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(url).then(
      async (response) => (response.ok ? ((await response.json()) as T) : undefined),
      () => undefined,
    );
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
