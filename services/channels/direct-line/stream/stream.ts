import type { Activity } from 'botbuilder-core';
import { type RawData, WebSocket } from 'ws';
import type { FeedEntry } from '../../../conversations/conversation-store.js';
import { activitySet } from '../conversations.js';
import type { StreamLimits } from '../limits.js';

export interface StreamSource {
  /** Entries of the feed after `since`. */
  read(since: number): Promise<readonly FeedEntry[]>;
  /** Takes what `read` threw; the client is sent away for a while. */
  onError(error: unknown): void;
}

/**
 * One client's socket. What it gets is read from the feed each time it is woken, never kept here: whoever is
 * cut off for reading too slowly finds everything after the last watermark that reached them.
 */
export class Stream {
  #alive = true;
  #wakened = false;
  #running = false;

  /** @param since the sequence after which the client wants to hear */
  constructor(
    private readonly socket: WebSocket,
    private readonly source: StreamSource,
    private since: number,
    private readonly limits: StreamLimits,
  ) {
    socket.on('message', (data, isBinary) => this.#take(data, isBinary));
    socket.on('ping', () => this.#live());
    socket.on('pong', () => this.#live());
    // The end comes as a close too; without a listener an error would end the process.
    socket.on('error', () => undefined);
  }

  /** Something may have come into the feed. */
  wake(): void {
    this.#wakened = true;
    if (!this.#running) void this.#run();
  }

  /** Typing: worth something now or never. It moves no watermark. */
  show(activity: Partial<Activity>): void {
    if (this.#isOpen && this.socket.bufferedAmount < this.limits.frameBytes) {
      this.socket.send(JSON.stringify({ activities: [activity] }));
    }
  }

  /** Asks for a sign of life, and ends a socket that gave none since it was last asked. */
  checkLife(): void {
    if (!this.#alive) {
      this.socket.terminate();
      return;
    }
    this.#alive = false;
    if (this.#isOpen) this.socket.ping();
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  get #isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  #live(): void {
    this.#alive = true;
    // A client that pings without reading the answers would fill our memory with them.
    this.#cutIfSlow();
  }

  /** Clients keep their connection alive with empty messages; they say things by HTTP. */
  #take(data: RawData, isBinary: boolean): void {
    this.#alive = true;
    const length = Array.isArray(data) ? data.length : data.byteLength;
    if (length > 0 || isBinary) this.close(1008, 'only empty messages are taken here');
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#wakened && this.#isOpen) {
        this.#wakened = false;
        await this.#send(await this.source.read(this.since));
      }
    } catch (error) {
      this.source.onError(error);
      this.close(1013, 'try again later');
    } finally {
      this.#running = false;
    }
  }

  async #send(entries: readonly FeedEntry[]): Promise<void> {
    const frames = framesOf(entries, this.limits.frameBytes);
    for (const { text, last } of frames) {
      if (!this.#isOpen) return;
      this.since = last;
      // One who catches up is given the next frame when the one before is gone; that is no slow reader.
      if (frames.length > 1) await this.#sent(text);
      else this.socket.send(text);
    }
    this.#cutIfSlow();
  }

  #sent(text: string): Promise<void> {
    return new Promise((resolve) => this.socket.send(text, () => resolve()));
  }

  #cutIfSlow(): void {
    if (this.socket.bufferedAmount > this.limits.mostBufferedBytes) this.socket.terminate();
  }
}

/** ActivitySets of about the size that is asked for, each with the watermark after it. */
function framesOf(entries: readonly FeedEntry[], bytes: number): { text: string; last: number }[] {
  const frames: { text: string; last: number }[] = [];
  let waiting: FeedEntry[] = [];
  let size = 0;
  for (const [index, entry] of entries.entries()) {
    waiting.push(entry);
    size += JSON.stringify(entry.activity).length;
    if (size < bytes && index < entries.length - 1) continue;
    frames.push({ text: JSON.stringify(activitySet(waiting, entry.sequence)), last: entry.sequence });
    waiting = [];
    size = 0;
  }
  return frames;
}
