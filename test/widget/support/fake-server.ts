import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { projectPath } from '../../../knowledge/data-file.js';
import { Feed } from './feed.js';

interface Sent {
  text: string;
  value?: { question?: string; choice?: string; items?: string[] };
}

/** What the scripted bot answers: views, or bare activities. */
export type Bot = (sent: Sent, feed: Feed) => object[];

const files: Record<string, [string, string]> = {
  '/widget.js': ['widget.js', 'text/javascript'],
  '/widget/chat': ['chat.html', 'text/html; charset=utf-8'],
  '/widget/chat.js': ['chat.js', 'text/javascript'],
  '/widget/chat.css': ['chat.css', 'text/css'],
};

/**
 * The server's side of the contract, in memory, with a bot by script and faults on demand: our own Direct Line is
 * tested by its own tests, the two together by the end-to-end tests.
 */
export class FakeServer {
  readonly feeds = new Map<string, Feed>();
  readonly requests: { method: string; path: string; body?: unknown; authorization?: string }[] = [];
  readonly sockets = new Map<string, WebSocket>();
  /** Answers instead of the server where it returns a status. */
  fault: (method: string, path: string) => number | 'hang up' | undefined = () => undefined;
  /** Before agreement the log keeps no words. */
  keepsWords = true;
  welcome: object[] = [{ kind: 'message', text: 'Hello.' }];
  bot: Bot = () => [];
  refusesSockets = false;
  expiresIn = 1800;
  private next = 1;
  private readonly http: Server;
  private readonly webSockets = new WebSocketServer({ noServer: true });

  private constructor() {
    this.http = createServer((request, response) => void this.answer(request, response));
    this.http.on('upgrade', (request, socket, head) => {
      const conversationId = request.url?.split('/')[4] ?? '';
      const feed = this.feeds.get(conversationId);
      if (!feed || this.refusesSockets) return socket.destroy();
      this.webSockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.sockets.get(conversationId)?.close(1000, 'collision');
        this.sockets.set(conversationId, webSocket);
        const since = Number(new URL(request.url ?? '', 'http://x').searchParams.get('watermark'));
        if (feed.entries.length > since) webSocket.send(JSON.stringify(feed.since(since)));
      });
    });
  }

  static async start(port = 0): Promise<FakeServer> {
    const server = new FakeServer();
    await new Promise<void>((resolve) => server.http.listen(port, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  get onlyFeed(): Feed {
    const feed = [...this.feeds.values()].at(-1);
    if (!feed) throw new Error('there is no conversation');
    return feed;
  }

  /** The bot speaks by itself. */
  say(content: object, feed = this.onlyFeed): void {
    feed.say(content);
    this.push(feed, feed.entries.length - 1);
  }

  /** Out of band: nothing of the log. */
  whisper(activity: object, feed = this.onlyFeed): void {
    this.sockets.get(feed.conversationId)?.send(JSON.stringify({ activities: [activity] }));
  }

  dropSockets(): void {
    for (const socket of this.sockets.values()) socket.terminate();
    this.sockets.clear();
  }

  async stop(): Promise<void> {
    this.dropSockets();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private push(feed: Feed, since: number): void {
    this.sockets.get(feed.conversationId)?.send(JSON.stringify(feed.since(since)));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', this.url);
    const method = request.method ?? 'GET';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const body = raw === '' ? undefined : JSON.parse(raw);
    const { authorization } = request.headers;
    this.requests.push({ method, path, body, ...(authorization && { authorization }) });
    const fault = this.fault(method, path);
    if (fault === 'hang up') request.socket.destroy();
    else if (fault) this.json(response, fault, { error: { code: 'Fault', message: 'As the test asked.' } });
    else this.route(response, method, path, body ?? {}, searchParams);
  }

  private route(
    response: ServerResponse,
    method: string,
    path: string,
    body: Record<string, unknown>,
    query: URLSearchParams,
  ): ServerResponse {
    const file = files[path];
    if (file) return this.file(response, ...file);
    if (path === '/') return this.page(response, query.get('position') ?? 'right');
    if (path === '/widget/conversation') return this.json(response, 200, this.open(body.resume));
    if (path === '/v3/directline/tokens/refresh')
      return this.json(response, 200, { token: `token-${this.next++}`, expires_in: this.expiresIn });
    const [, id = '', rest = ''] =
      /^\/v3\/directline\/conversations\/([^/]+)(\/activities)?$/.exec(path) ?? [];
    const feed = this.feeds.get(id);
    if (!feed) return this.json(response, 404, { error: { code: 'BadArgument', message: 'Unknown.' } });
    const since = Number(query.get('watermark'));
    if (method === 'GET' && rest) return this.json(response, 200, feed.since(since));
    if (method === 'GET') return this.json(response, 200, { streamUrl: this.streamUrl(feed, since) });
    if (body.type === 'event') {
      const { name, value } = body;
      feed.note({ name, value });
      setImmediate(() => this.push(feed, feed.entries.length - 1));
      return this.json(response, 200, { id: `event-${feed.entries.length}` });
    }
    const before = feed.entries.length;
    const taken = feed.take(body, this.keepsWords);
    if (taken.isNew) for (const said of this.bot(body as unknown as Sent, feed)) feed.say(said);
    if (taken.isNew) setImmediate(() => this.push(feed, before));
    return this.json(response, 200, { id: taken.id });
  }

  private open(resume: unknown): object {
    const found = typeof resume === 'string' ? this.feeds.get(resume) : undefined;
    const feed = found ?? new Feed(`widget-${this.next++}`, `dl_${this.next++}`);
    if (!found) {
      this.feeds.set(feed.conversationId, feed);
      for (const said of this.welcome) feed.say(said);
    }
    return {
      ...feed.since(0),
      conversationId: feed.conversationId,
      userId: feed.userId,
      token: `token-${this.next++}`,
      expires_in: this.expiresIn,
      streamUrl: this.streamUrl(feed, feed.entries.length),
      resume: feed.conversationId,
      resumed: found !== undefined,
    };
  }

  private streamUrl({ conversationId }: Feed, since: number): string {
    const base = this.url.replace('http', 'ws');
    return `${base}/v3/directline/conversations/${conversationId}/stream?watermark=${since}&t=x`;
  }

  private json(response: ServerResponse, status: number, body: object): ServerResponse {
    response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    return response.end(JSON.stringify(body));
  }

  /** With the Content-Security-Policy of the real server. */
  private file(response: ServerResponse, name: string, type: string): ServerResponse {
    const own = this.url.replace('http', 'ws');
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${own}; img-src 'self'; frame-ancestors 'self' http://localhost:*; base-uri 'none'; form-action 'none'`,
    });
    return response.end(readFileSync(projectPath('dist', 'widget', name)));
  }

  /** A clinic's page, whose own policy is strict and whose styles are wild. */
  private page(response: ServerResponse, position: string): ServerResponse {
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': `default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'`,
    });
    return response.end(pageHtml.replace('POSITION', position));
  }
}

const pageHtml = `<!doctype html><html lang="en"><head><title>A clinic</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>* { font-size: 31px !important; } div, button, iframe { display: none !important; border: 9px solid red !important; }</style>
</head><body><main><h1>A clinic</h1><p>Welcome.</p><a href="#x">A link</a></main>
<script src="/widget.js" data-title="Ask the clinic" data-greeting="Welcome to the clinic." data-accent="#205493" data-position="POSITION"></script>
<script src="/widget.js"></script></body></html>`;
