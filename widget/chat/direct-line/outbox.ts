import type { ActivitySet } from './activity.js';
import { backOff } from './back-off.js';
import type { Ports } from './ports.js';
import { type Answer, isGone, isPassing } from './request.js';

export interface OutgoingMessage {
  /** `clientActivityID`: the server takes a second one of the same id for the first. */
  id: string;
  text: string;
  value?: unknown;
}

interface Dependencies {
  /** Undefined: there is no conversation yet. */
  post(message: OutgoingMessage): Promise<Answer> | undefined;
  restart(): Promise<void>;
  /** The server answers, as far as is known: what it does not take then, it will not. */
  isConnected(): boolean;
  onDelivered(id: string): void;
  onFailed(id: string): void;
  /** The server took it, and it did not come back in the feed: the socket may be dead without knowing. */
  onUnechoed(): void;
}

const mostTries = 4;
const echoPatience = 4000;

/** Sends one at a time and in order, again and again with the same id, until it is taken or given up. */
export class Outbox {
  private queue: OutgoingMessage[] = [];
  private readonly unechoed = new Set<string>();
  private isSending = false;
  private stopWaiting: (() => void) | undefined;

  constructor(
    private readonly ports: Ports,
    private readonly dependencies: Dependencies,
  ) {}

  add(message: OutgoingMessage): void {
    if (this.queue.some(({ id }) => id === message.id)) return;
    this.queue.push(message);
    void this.sendAll();
  }

  /** Messages that are in the feed have been taken, whatever became of the answer to their POST. */
  seen({ activities }: ActivitySet): void {
    for (const { channelData } of activities) {
      const id = channelData.clientActivityID;
      if (typeof id === 'string') this.unechoed.delete(id);
      this.queue = this.queue.filter((message) => message.id !== id);
    }
  }

  wake(): void {
    this.stopWaiting?.();
    void this.sendAll();
  }

  failAll(): void {
    for (const message of this.queue) this.dependencies.onFailed(message.id);
    this.queue = [];
  }

  /**
   * Another conversation has begun. A button belongs to the one that is gone; words go into the new one, as they may
   * tell of danger.
   */
  failPressed(): void {
    const pressed = this.queue.filter(({ value }) => value !== undefined);
    this.queue = this.queue.filter((message) => !pressed.includes(message));
    for (const { id } of pressed) this.dependencies.onFailed(id);
  }

  private async sendAll(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let next = this.queue[0]; next && this.ports.isOnline(); next = this.queue[0]) {
      const result = await this.sendOne(next);
      if (result === 'later') break;
      this.queue = this.queue.filter((message) => message !== next);
      if (result === 'taken') this.delivered(next.id);
      if (result === 'refused') this.dependencies.onFailed(next.id);
    }
    this.isSending = false;
  }

  /** settled: it was seen in the feed meanwhile, or belonged to a conversation that is gone. */
  private async sendOne(message: OutgoingMessage): Promise<'taken' | 'refused' | 'later' | 'settled'> {
    for (let tries = 0; tries < mostTries; tries++) {
      const answer = await this.dependencies.post(message);
      if (!answer) return 'later';
      if (!this.queue.includes(message)) return 'settled';
      if (answer.kind === 'answered' && answer.status < 300) return 'taken';
      if (isGone(answer)) await this.dependencies.restart();
      else if (!isPassing(answer)) return 'refused';
      else {
        if (!this.ports.isOnline()) return 'later';
        const asked = answer.kind === 'answered' ? (answer.retryAfter ?? 0) : 0;
        if (tries < mostTries - 1) await this.wait(Math.max(asked, backOff(tries, this.ports.random())));
      }
      if (!this.queue.includes(message)) return 'settled';
    }
    // A server that starts anew is back in seconds, and `wake` is called then.
    return this.dependencies.isConnected() ? 'refused' : 'later';
  }

  private delivered(id: string): void {
    this.dependencies.onDelivered(id);
    this.unechoed.add(id);
    this.ports.after(echoPatience, () => {
      if (this.unechoed.delete(id)) this.dependencies.onUnechoed();
    });
  }

  private wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.ports.after(milliseconds, resolve);
      this.stopWaiting = () => {
        stop();
        resolve();
      };
    });
  }
}
