import type { Activity } from 'botbuilder-core';
import type { WebSocket } from 'ws';
import type { ConversationStore } from '../../../conversations/conversation-store.js';
import type { Log } from '../../../telemetry/log.js';
import { storeKeyOf } from '../identifiers.js';
import type { StreamLimits } from '../limits.js';
import { Stream } from './stream.js';

export interface Streams {
  readonly size: number;
  /** Takes over an open socket. An older one of the same conversation is closed: `collision`. */
  add(socket: WebSocket, conversationId: string, since: number): void;
  /** Something was committed under this key of the store. */
  wake(storeKey: string): void;
  show(conversationId: string, activity: Partial<Activity>): void;
  /** Says goodbye to all, and ends those that do not answer. */
  close(): Promise<void>;
}

/** Calls the work again and again. @returns what ends it */
export type Every = (milliseconds: number, work: () => void) => () => void;

const everyInterval: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

/** 4000 to 4999 are free for applications; the reason is what Direct Line calls it. */
const COLLISION = 4409;
const SERVER_RESTARTS = 1012;

export function createStreams(parts: {
  store: Pick<ConversationStore, 'feed'>;
  log: Log;
  limits: StreamLimits;
  every?: Every;
}): Streams {
  const { store, log, limits, every = everyInterval } = parts;
  const current = new Map<string, Stream>();
  /** Those too that were told to close and have not answered. */
  const sockets = new Set<WebSocket>();
  let allGone = () => {};
  const stopChecking = every(limits.pingEveryMs, () => {
    for (const stream of current.values()) stream.checkLife();
  });

  return {
    get size() {
      return sockets.size;
    },
    add(socket, conversationId, since) {
      const key = storeKeyOf(conversationId);
      const stream = new Stream(
        socket,
        {
          read: async (after) => (await store.feed(key, after)).entries,
          onError: (error) => log.error('direct-line.stream.failed', { channel: 'directline', error }),
        },
        since,
        limits,
      );
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        if (current.get(key) === stream) current.delete(key);
        if (sockets.size === 0) allGone();
      });
      current.get(key)?.close(COLLISION, 'collision');
      current.set(key, stream);
      stream.wake();
    },
    wake: (storeKey) => current.get(storeKey)?.wake(),
    show: (conversationId, activity) => current.get(storeKeyOf(conversationId))?.show(activity),
    async close() {
      stopChecking();
      if (sockets.size === 0) return;
      const gone = new Promise<void>((resolve) => {
        allGone = resolve;
      });
      for (const stream of current.values()) stream.close(SERVER_RESTARTS, 'the server restarts');
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.terminate();
      }, limits.goodbyeMs);
      await gone;
      clearTimeout(timer);
    },
  };
}
