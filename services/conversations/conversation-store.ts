import type { Activity } from 'botbuilder-core';

/**
 * What a store calls a conversation: channel and id, joined so that two can never be taken for one.
 * The encoded channel holds no slash, hence the first slash parts the two whatever the id holds.
 */
export function conversationKey(channelId: string, conversationId: string): string {
  return `${/^[\w-]*$/.test(channelId) ? channelId : encodeURIComponent(channelId)}/${conversationId}`;
}

/**
 * State is opaque to the store: JSON in, the same JSON out. A version is never given twice, not even to a
 * conversation that was erased and began anew, so that a turn begun before the erasure cannot write it back.
 */
export type ConversationSnapshot = { version: number; state: Record<string, unknown> };

/** What a turn answered; a duplicate of the activity gets exactly this again. */
export interface Outcome {
  activities: Partial<Activity>[];
  /** The body and status of an invoke activity's response. */
  invokeResponse?: { status: number; body?: unknown };
}

/** How committed activities reach the person: pushed by us, fetched from the feed, or in the HTTP response. */
export type DeliveryMode = 'outbox' | 'feed' | 'response';

export interface TurnCommit {
  conversationId: string;
  dedupeKey: string;
  /** The version that `load` gave; 0 for a conversation that is new. */
  expectedVersion: number;
  state: Record<string, unknown>;
  outcome: Outcome;
  /** Recorded in order; sequence numbers follow those already there. */
  feed: Partial<Activity>[];
  delivery: DeliveryMode;
  /** Drops all that was recorded before (state, feed, outbox, outcomes) in the same write. */
  forget: boolean;
  /** The person has said nothing in this turn: they opened a page and were greeted. */
  onlyGreeting?: boolean;
  /**
   * By how much counters move in the same write, by name. They are no conversation's: neither `forget`, erasure nor
   * expiry takes anything back, so that a name must hold nothing of a person.
   */
  counts?: Readonly<Record<string, number>>;
}

export type CommitResult =
  | { kind: 'committed'; version: number; firstSequence: number }
  /** Another turn was committed since `load`: run again on the new state. */
  | { kind: 'conflict' }
  /** The dedupe key was committed meanwhile: give this outcome. */
  | { kind: 'duplicate'; outcome: Outcome };

export interface FeedEntry {
  sequence: number;
  activity: Partial<Activity>;
}

export interface PendingDelivery extends FeedEntry {
  conversationId: string;
  attempts: number;
}

/** delivered: done. refused: the channel will never take it (403, 404, 413, or too old). failed: try again later. */
export type DeliveryResult = 'delivered' | 'refused' | 'failed';

export interface ExpiryLimits {
  /** Conversations silent since before then go. */
  conversationsBefore: Date;
  /** Those in which nobody has said anything go sooner. */
  greetedBefore: Date;
  /** Outcomes older than that go. */
  outcomesBefore: Date;
}

/**
 * Durable turns. Every write is on disk when its promise resolves.
 * @throws CodedError STORE_UNAVAILABLE where the store is down; the caller answers 503.
 * @throws CodedError CONVERSATION_ID_REFUSED for ids that a store does not take (`identifiers.ts`).
 * @throws CodedError TURN_NOT_STORABLE where a commit holds what JSON cannot say.
 */
export interface ConversationStore {
  /** The recorded outcome where this activity took effect before, else undefined. Kept 24 h. */
  accept(conversationId: string, dedupeKey: string): Promise<Outcome | undefined>;
  load(conversationId: string): Promise<ConversationSnapshot | undefined>;
  /** One atomic write, compare-and-set on the version: all of it or nothing. */
  commit(turn: TurnCommit): Promise<CommitResult>;
  /** Entries after `since` (0: from the beginning), and the watermark to ask with next. */
  feed(conversationId: string, since: number): Promise<{ entries: FeedEntry[]; watermark: number }>;
  /** Undelivered outbox entries, in order within each conversation; of one conversation where it is named. */
  pendingDeliveries(conversationId?: string): Promise<PendingDelivery[]>;
  /** All counters that commits have moved, by whatever process. */
  counts(): Promise<ReadonlyMap<string, number>>;
  markDelivered(conversationId: string, sequence: number, result: DeliveryResult): Promise<void>;
  /** Removes all of a conversation. */
  erase(conversationId: string): Promise<void>;
  /** @returns how many were removed */
  expire(limits: ExpiryLimits): Promise<{ conversations: number; outcomes: number }>;
  close(): Promise<void>;
}
