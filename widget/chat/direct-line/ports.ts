/**
 * All that the client needs of the browser, so that it runs in a test on a clock of its own. Shapes, not DOM types:
 * the browser's own fetch and WebSocket fit.
 */
export interface Ports {
  fetch(url: string, options: RequestOptions): Promise<HttpAnswer>;
  openSocket(url: string): Socket;
  /** @returns what stops it */
  after(milliseconds: number, act: () => void): () => void;
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** An id that nobody else has; it names a message, sent once or again. */
  newId(): string;
  isOnline(): boolean;
  /** The handle that opens the conversation again, kept from page to page. */
  resumeHandle: { read(): string | undefined; write(handle: string | undefined): void };
}

export interface Socket {
  onopen: ((event: never) => unknown) | null;
  onmessage: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  send(frame: string): void;
  close(): void;
}

interface RequestOptions {
  method: 'GET' | 'POST';
  signal: AbortSignal;
  cache: 'no-store';
  credentials: 'omit';
  keepalive?: boolean;
  headers: Record<string, string>;
  body?: string;
}

interface HttpAnswer {
  status: number;
  headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}
