import type { Activity } from 'botbuilder-core';
import type {
  ConversationStore,
  DeliveryResult,
  PendingDelivery,
} from '../../services/conversations/conversation-store.js';
import { backOff } from './back-off.js';
import { realTimers, type Timers } from './timers.js';

const DAY = 24 * 60 * 60 * 1000;
/** A channel that has not answered by then counts as failed. */
const DEADLINE = 30 * 1000;
/** The wait after the store failed, as if so many deliveries had. */
const STORE_FAILURES = 4;

export interface OutboxDependencies {
  store: ConversationStore;
  /** Gets one activity at a time, and the next of its conversation when this one is settled. */
  deliver: (activities: Partial<Activity>[]) => Promise<DeliveryResult>;
  /** Takes what the store or `deliver` threw. */
  onError?: (error: unknown) => void;
  timers?: Timers;
  /** From 0 to 1. */
  random?: () => number;
  /** How many conversations are served at the same time. */
  width?: number;
}

/**
 * Delivers what turns committed for delivery: in order within each conversation, again with growing pauses
 * where it failed, until the channel takes it, refuses it for good, or it is a day old. At least once: what
 * was delivered but could not be marked is sent again.
 */
export interface Outbox {
  /** Takes up what an earlier run left undelivered. */
  start(): Promise<void>;
  /** Something was committed to this conversation. */
  wake(conversationId: string): void;
  /** Begins no delivery any more, and waits for those under way. */
  stop(): Promise<void>;
}

export function createOutbox(dependencies: OutboxDependencies): Outbox {
  return new StoredOutbox(dependencies);
}

class StoredOutbox implements Outbox {
  private readonly store: ConversationStore;
  private readonly timers: Timers;
  private readonly random: () => number;
  private readonly width: number;
  /** Conversations that may hold something to deliver, in the order they were woken. */
  private readonly ready = new Set<string>();
  private readonly served = new Map<string, Promise<void>>();
  /** Conversations that wait for their next try; each with what calls the wait off. */
  private readonly waiting = new Map<string, () => void>();
  private stopped = false;

  constructor(private readonly dependencies: OutboxDependencies) {
    this.store = dependencies.store;
    this.timers = dependencies.timers ?? realTimers;
    this.random = dependencies.random ?? Math.random;
    this.width = dependencies.width ?? 32;
  }

  async start(): Promise<void> {
    for (const { conversationId } of await this.store.pendingDeliveries()) this.ready.add(conversationId);
    this.serveReady();
  }

  wake(conversationId: string): void {
    this.ready.add(conversationId);
    this.serveReady();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const callOff of this.waiting.values()) callOff();
    this.waiting.clear();
    await Promise.all(this.served.values());
  }

  private serveReady(): void {
    for (const id of this.ready) {
      if (this.stopped || this.served.size >= this.width) return;
      if (this.served.has(id) || this.waiting.has(id)) continue;
      this.ready.delete(id);
      this.served.set(
        id,
        this.serve(id).then(() => {
          this.served.delete(id);
          this.serveReady();
        }),
      );
    }
  }

  /** What is committed while it runs comes with a wake of its own. */
  private async serve(conversationId: string): Promise<void> {
    try {
      for (const pending of await this.store.pendingDeliveries(conversationId)) {
        if (this.stopped) return;
        const result = await this.deliver(pending);
        await this.store.markDelivered(conversationId, pending.sequence, result);
        if (result === 'failed') return this.tryAgain(conversationId, pending.attempts + 1);
      }
    } catch (error) {
      this.dependencies.onError?.(error);
      this.tryAgain(conversationId, STORE_FAILURES);
    }
  }

  private async deliver({ activity }: PendingDelivery): Promise<DeliveryResult> {
    const committedAt = new Date(activity.timestamp ?? this.timers.now()).getTime();
    if (this.timers.now() - committedAt > DAY) return 'refused';
    return new Promise<DeliveryResult>((resolve) => {
      const callOff = this.timers.after(DEADLINE, () => resolve('failed'));
      this.dependencies
        .deliver([activity])
        .catch((error: unknown): DeliveryResult => {
          this.dependencies.onError?.(error);
          return 'failed';
        })
        .then(resolve)
        .finally(callOff);
    });
  }

  private tryAgain(conversationId: string, failures: number): void {
    if (this.stopped) return;
    const callOff = this.timers.after(backOff(failures, this.random), () => {
      this.waiting.delete(conversationId);
      this.wake(conversationId);
    });
    this.waiting.set(conversationId, callOff);
  }
}
