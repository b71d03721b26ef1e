import type { ActivitySet } from './activity.js';
import { backOff } from './back-off.js';
import type { Connection } from './connection.js';
import { type Conversation, readConversation, readToken } from './conversation.js';
import { Outbox, type OutgoingMessage } from './outbox.js';
import type { Ports } from './ports.js';
import { isGone, isPassing, request } from './request.js';
import { Stream } from './stream.js';

export type ClientEvent =
  | {
      type: 'started';
      conversationId: string;
      userId: string;
      resumed: boolean;
      /** An earlier conversation was asked for and is gone. */
      lost: boolean;
      set: ActivitySet;
    }
  | { type: 'received'; set: ActivitySet }
  | { type: 'delivered'; id: string }
  | { type: 'failed'; id: string }
  | { type: 'connection'; connection: Connection };

export interface ClientOptions {
  /** Of the server, ending in a slash. */
  base: string;
  locale: string;
  listen(event: ClientEvent): void;
}

/**
 * Direct Line 3.0 for one conversation: starts it or takes it up again, keeps it connected, and sends. What it tells
 * may come twice (socket, polling and a new start overlap); the transcript shows it once.
 */
export class DirectLineClient {
  private conversation: Conversation | undefined;
  private starting: Promise<void> | undefined;
  private stopWaiting: (() => void) | undefined;
  private stopRefresh: (() => void) | undefined;
  private isConnected = false;
  private readonly stream: Stream;
  private readonly outbox: Outbox;

  constructor(
    private readonly ports: Ports,
    private readonly options: ClientOptions,
  ) {
    const { listen } = options;
    this.stream = new Stream(ports, {
      apiBase: `${options.base}v3/directline/`,
      access: () => this.conversation,
      onSet: (set) => {
        listen({ type: 'received', set });
        this.outbox.seen(set);
      },
      onConnection: (connection) => {
        this.isConnected = connection === 'online';
        listen({ type: 'connection', connection });
        if (this.isConnected) this.outbox.wake();
      },
      onGone: () => void this.start(),
    });
    this.outbox = new Outbox(ports, {
      isConnected: () => this.isConnected,
      post: (message) => this.post(message),
      restart: () => this.start(),
      onDelivered: (id) => listen({ type: 'delivered', id }),
      onFailed: (id) => listen({ type: 'failed', id }),
      onUnechoed: () => this.stream.catchUp(),
    });
  }

  /** Starts, or starts anew with the resume handle; callers at the same time share one start. Never rejects. */
  start(): Promise<void> {
    this.starting ??= this.startUntilAnswered().finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  send(message: OutgoingMessage): void {
    this.outbox.add(message);
  }

  /** The network is there again, or the person looks at the page again: look what was missed, at once. */
  wake(): void {
    this.stopWaiting?.();
    this.stream.wake();
    this.outbox.wake();
  }

  goOffline(): void {
    this.options.listen({ type: 'connection', connection: 'offline' });
    this.stream.goOffline();
  }

  private async startUntilAnswered(): Promise<void> {
    const { ports, options } = this;
    this.stream.close();
    for (let tries = 0; ; tries++) {
      const handle = ports.resumeHandle.read();
      const answer = await request(ports, 'POST', `${options.base}widget/conversation`, {
        body: { ...(handle && { resume: handle }), locale: options.locale },
      });
      const found = answer.kind === 'answered' && answer.status < 300 && readConversation(answer.body);
      if (found) return this.begin(found, handle !== undefined);
      if (!isPassing(answer)) {
        options.listen({ type: 'connection', connection: 'refused' });
        return this.outbox.failAll();
      }
      const connection = ports.isOnline() ? 'unreachable' : 'offline';
      options.listen({ type: 'connection', connection });
      const asked = answer.kind === 'answered' ? (answer.retryAfter ?? 0) : 0;
      await this.wait(Math.max(asked, backOff(tries, ports.random())));
    }
  }

  private begin(conversation: Conversation, wasKnown: boolean): void {
    const { ports, options } = this;
    const isOther = this.conversation && this.conversation.conversationId !== conversation.conversationId;
    this.conversation = conversation;
    if (conversation.resume) ports.resumeHandle.write(conversation.resume);
    const { conversationId, userId, resumed, set } = conversation;
    options.listen({ type: 'started', conversationId, userId, resumed, lost: wasKnown && !resumed, set });
    if (isOther) this.outbox.failPressed();
    this.outbox.seen(set);
    this.refreshIn((conversation.expiresIn * 1000) / 2);
    this.stream.open(conversation.streamUrl, set.watermark);
    this.outbox.wake();
  }

  /** Something beside the talk; tried once. @returns whether it was taken */
  async tell(name: string, value: Record<string, unknown>): Promise<boolean> {
    const id = this.ports.newId();
    const answer = await this.postActivity({
      type: 'event',
      name,
      value,
      channelData: { clientActivityID: id },
    });
    return answer?.kind === 'answered' && answer.status < 300;
  }

  private post({ id, text, value }: OutgoingMessage) {
    return this.postActivity({
      type: 'message',
      text,
      ...(value !== undefined && { value }),
      channelData: { clientActivityID: id },
    });
  }

  private postActivity(activity: Record<string, unknown>) {
    const { conversation, options, ports } = this;
    if (!conversation) return undefined;
    const { conversationId, userId, token } = conversation;
    const path = `v3/directline/conversations/${encodeURIComponent(conversationId)}/activities`;
    return request(ports, 'POST', options.base + path, {
      token,
      keepalive: true,
      body: { ...activity, from: { id: userId }, locale: options.locale },
    });
  }

  private refreshIn(milliseconds: number): void {
    this.stopRefresh?.();
    this.stopRefresh = this.ports.after(milliseconds, () => void this.refresh());
  }

  private async refresh(): Promise<void> {
    const { conversation, ports, options } = this;
    if (!conversation || this.starting) return;
    const url = `${options.base}v3/directline/tokens/refresh`;
    const answer = await request(ports, 'POST', url, { token: conversation.token });
    if (this.conversation !== conversation) return;
    const fresh = answer.kind === 'answered' && answer.status < 300 && readToken(answer.body);
    if (fresh) {
      Object.assign(conversation, fresh);
      this.refreshIn((fresh.expiresIn * 1000) / 2);
    } else if (isGone(answer)) void this.start();
    else this.refreshIn(30_000);
  }

  /** Or until `wake`. */
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
