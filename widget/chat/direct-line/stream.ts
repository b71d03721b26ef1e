import { type ActivitySet, fields, readActivitySet } from './activity.js';
import { backOff } from './back-off.js';
import type { Connection } from './connection.js';
import type { Ports, Socket } from './ports.js';
import { type Answer, isGone, request } from './request.js';

interface Dependencies {
  /** Of the server's Direct Line, ending in a slash. */
  apiBase: string;
  access(): { conversationId: string; token: string } | undefined;
  onSet(set: ActivitySet): void;
  onConnection(connection: Connection): void;
  /** The token or the conversation is gone. */
  onGone(): void;
}

/** So many sockets in a row that never opened: something on the way does not let them through. */
const failuresUntilPolling = 3;
const pollEvery = 2000;
const trySocketEvery = 60_000;
const keepAliveEvery = 25_000;
const openPatience = 10_000;

/**
 * Keeps up with the conversation's log: by a socket; where that ends, by a new one from the watermark; where none
 * opens, or another tab has taken it, by polling.
 */
export class Stream {
  private socket: Socket | undefined;
  private watermark = '';
  private failures = 0;
  private closedOpenings = 0;
  private pollsUntil: number | undefined;
  /** What is due next: a try, a poll, a keep-alive. There is one at a time. */
  private stopNext: (() => void) | undefined;
  /** Grows when an older socket or answer no longer counts. */
  private era = 0;

  constructor(
    private readonly ports: Ports,
    private readonly dependencies: Dependencies,
  ) {}

  open(streamUrl: string, watermark: string | undefined): void {
    this.close();
    this.watermark = watermark ?? '';
    this.failures = 0;
    this.closedOpenings = 0;
    this.pollsUntil = undefined;
    this.connect(streamUrl);
  }

  close(): void {
    this.era++;
    this.stopNext?.();
    const { socket } = this;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // A socket that is closed before it opened reports an error, which has nobody to go to.
    socket.onerror = () => {};
    socket.close();
  }

  goOffline(): void {
    this.close();
  }

  wake(): void {
    if (!this.dependencies.access()) return;
    if (this.socket) this.catchUp();
    else {
      this.pollsUntil = undefined;
      this.failures = 0;
      this.next(0, () => this.reconnect());
    }
  }

  /** Fetches what the socket may have missed; a socket that missed something is dead, and is replaced. */
  catchUp(): void {
    const { era } = this;
    void this.poll().then((result) => {
      if (era === this.era && (result === 'news' || result === 'failed')) this.lost();
    });
  }

  private connect(streamUrl: string): void {
    const { era, ports } = this;
    let isOpen = false;
    let socket: Socket;
    try {
      socket = ports.openSocket(streamUrl);
    } catch {
      this.lost(true);
      return;
    }
    this.socket = socket;
    const unlessOld = (act: () => void) => () => era === this.era && act();
    this.next(openPatience, () => this.lost(true));
    socket.onopen = unlessOld(() => {
      isOpen = true;
      this.failures = 0;
      this.closedOpenings = 0;
      this.dependencies.onConnection('online');
      this.keepAlive();
    });
    socket.onmessage = (event: { data: unknown }) => era === this.era && this.receive(event.data);
    socket.onclose = (event: { reason?: string }) => {
      if (era !== this.era) return;
      if (event.reason === 'collision') this.startPolling(Number.POSITIVE_INFINITY);
      else this.lost(!isOpen);
    };
    socket.onerror = () => {};
  }

  private receive(data: unknown): void {
    if (typeof data !== 'string' || data === '') return;
    let set: ActivitySet | undefined;
    try {
      set = readActivitySet(JSON.parse(data));
    } catch {}
    if (set) this.take(set);
  }

  private take(set: ActivitySet): void {
    if (set.watermark !== undefined && isLater(set.watermark, this.watermark)) this.watermark = set.watermark;
    this.dependencies.onSet(set);
  }

  private lost(neverOpened = false): void {
    this.close();
    if (neverOpened) this.closedOpenings++;
    const isOnline = this.ports.isOnline();
    if (this.closedOpenings >= failuresUntilPolling) this.startPolling(this.ports.now() + trySocketEvery);
    else {
      this.dependencies.onConnection(isOnline ? 'reconnecting' : 'offline');
      this.next(backOff(this.failures++, this.ports.random()), () => this.reconnect());
    }
  }

  private async reconnect(): Promise<void> {
    const { era } = this;
    const answer = await this.get('?');
    if (era !== this.era || !answer) return;
    if (isGone(answer)) return this.dependencies.onGone();
    const streamUrl = answer.kind === 'answered' ? fields(answer.body).streamUrl : undefined;
    if (typeof streamUrl === 'string') this.connect(streamUrl);
    else this.lost();
  }

  private startPolling(until: number): void {
    this.close();
    this.pollsUntil = until;
    this.closedOpenings = 0;
    this.next(0, () => this.pollOnce());
  }

  private async pollOnce(): Promise<void> {
    const { era } = this;
    const result = await this.poll();
    if (era !== this.era || result === 'ended') return;
    const isTaken = result !== 'failed';
    if (isTaken) this.failures = 0;
    const trouble = this.ports.isOnline() ? 'reconnecting' : 'offline';
    this.dependencies.onConnection(isTaken ? 'online' : trouble);
    if ((this.pollsUntil ?? 0) <= this.ports.now()) {
      // Two of three are forgiven: one more that does not open, and it is polling again.
      this.closedOpenings = failuresUntilPolling - 1;
      return this.reconnect();
    }
    const pause = isTaken ? pollEvery : backOff(this.failures++, this.ports.random());
    this.next(pause, () => this.pollOnce());
  }

  /** news: there was something that no socket had brought. */
  private async poll(): Promise<'news' | 'nothing' | 'failed' | 'ended'> {
    const { era } = this;
    const answer = await this.get('/activities?');
    if (era !== this.era || !answer) return 'ended';
    if (isGone(answer)) {
      this.dependencies.onGone();
      return 'ended';
    }
    const isTaken = answer.kind === 'answered' && answer.status < 300;
    const set = isTaken ? readActivitySet(answer.body) : undefined;
    if (!set) return 'failed';
    const before = this.watermark;
    this.take(set);
    return this.watermark === before ? 'nothing' : 'news';
  }

  private get(path: string): Promise<Answer> | undefined {
    const { apiBase, access } = this.dependencies;
    const found = access();
    if (!found) return undefined;
    const watermark = encodeURIComponent(this.watermark);
    const url = `${apiBase}conversations/${encodeURIComponent(found.conversationId)}${path}watermark=${watermark}`;
    return request(this.ports, 'GET', url, { token: found.token });
  }

  private keepAlive(): void {
    this.next(keepAliveEvery, () => {
      this.socket?.send('');
      this.keepAlive();
    });
  }

  private next(milliseconds: number, act: () => unknown): void {
    this.stopNext?.();
    const { era } = this;
    this.stopNext = this.ports.after(milliseconds, () => {
      if (era === this.era) act();
    });
  }
}

/** Watermarks of ours are numbers that grow; of any other server they are opaque, and the last one counts. */
function isLater(one: string, other: string): boolean {
  return !(Number(one) < Number(other));
}
