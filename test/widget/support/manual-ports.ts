import { WebSocket } from 'ws';
import type { Ports, Socket } from '../../../widget/chat/direct-line/ports.js';

interface Timer {
  due: number;
  act: () => void;
}

/** Real HTTP and real sockets, on a clock that stands still until it is moved. */
export class ManualPorts implements Ports {
  handle: string | undefined;
  online = true;
  opened: string[] = [];
  private time = 0;
  private timers = new Set<Timer>();
  private ids = 0;

  readonly resumeHandle = {
    read: () => this.handle,
    write: (handle: string | undefined) => {
      this.handle = handle;
    },
  };

  fetch: Ports['fetch'] = (url, options) => fetch(url, options as RequestInit);

  openSocket(url: string): Socket {
    this.opened.push(url);
    return new WebSocket(url) as unknown as Socket;
  }

  after(milliseconds: number, act: () => void): () => void {
    const timer = { due: this.time + milliseconds, act };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return 0.5;
  }

  newId(): string {
    this.ids += 1;
    return `id-${this.ids}`;
  }

  isOnline(): boolean {
    return this.online;
  }

  /** Runs what is due by then, in order. */
  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const timer of [...this.timers].sort((a, b) => a.due - b.due)) {
      if (timer.due > this.time || !this.timers.delete(timer)) continue;
      timer.act();
    }
  }
}

/** Far longer than the network within one machine takes. */
const patience = 5000;

/** Lets the network do its work until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  const since = performance.now();
  while (!isSo()) {
    if (performance.now() - since > patience) throw new Error('What the test waits for does not come.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
