import { CodedError } from '../../../knowledge/coded-error.js';
import type {
  CommitResult,
  ConversationSnapshot,
  ConversationStore,
  DeliveryResult,
  ExpiryLimits,
  FeedEntry,
  Outcome,
  PendingDelivery,
  TurnCommit,
} from '../conversation-store.js';
import { firstVersion } from '../first-version.js';
import { checkConversationId, checkDedupeKey } from '../identifiers.js';
import { turnJson } from '../turn-json.js';

/** All values are kept as JSON text: what is handed out can be changed without changing what is stored. */
interface Conversation {
  version: number;
  state: string;
  committedAt: number;
  onlyGreeted: boolean;
  lastSequence: number;
  feed: { sequence: number; activity: string }[];
  outcomes: Map<string, { outcome: string; committedAt: number }>;
  outbox: Map<number, { activity: string; attempts: number }>;
}

/** The embedded store's twin without a disk, for tests and one-off conversations. */
export class MemoryStore implements ConversationStore {
  private readonly conversations = new Map<string, Conversation>();
  private readonly counters = new Map<string, number>();
  private closed = false;

  constructor(private readonly now: () => number = Date.now) {}

  async accept(conversationId: string, dedupeKey: string): Promise<Outcome | undefined> {
    return this.recorded(conversationId, dedupeKey);
  }

  async load(conversationId: string): Promise<ConversationSnapshot | undefined> {
    const found = this.find(conversationId);
    return found && { version: found.version, state: JSON.parse(found.state) as Record<string, unknown> };
  }

  async commit(turn: TurnCommit): Promise<CommitResult> {
    const outcome = this.recorded(turn.conversationId, turn.dedupeKey);
    if (outcome) return { kind: 'duplicate', outcome };
    const found = this.find(turn.conversationId);
    if ((found?.version ?? 0) !== turn.expectedVersion) return { kind: 'conflict' };

    const committedAt = this.now();
    const firstSequence = (found?.lastSequence ?? 0) + 1;
    const feed = turn.feed.map((activity, index) => ({
      sequence: firstSequence + index,
      activity: turnJson(activity),
    }));
    const next: Conversation = {
      version: found ? found.version + 1 : firstVersion(),
      state: turnJson(turn.state),
      committedAt,
      onlyGreeted: (found?.onlyGreeted ?? true) && turn.onlyGreeting === true,
      lastSequence: firstSequence + feed.length - 1,
      feed: found && !turn.forget ? found.feed : [],
      outcomes: found && !turn.forget ? found.outcomes : new Map(),
      outbox: found && !turn.forget ? found.outbox : new Map(),
    };
    const outcomeJson = turnJson(turn.outcome);
    // Nothing below throws: all of the turn is recorded, or nothing was.
    next.outcomes.set(turn.dedupeKey, { outcome: outcomeJson, committedAt });
    next.feed.push(...feed);
    if (turn.delivery === 'outbox') {
      for (const { sequence, activity } of feed) next.outbox.set(sequence, { activity, attempts: 0 });
    }
    this.conversations.set(turn.conversationId, next);
    for (const [name, by] of Object.entries(turn.counts ?? {}))
      this.counters.set(name, (this.counters.get(name) ?? 0) + by);
    return { kind: 'committed', version: next.version, firstSequence };
  }

  async feed(conversationId: string, since: number): Promise<{ entries: FeedEntry[]; watermark: number }> {
    const entries = (this.find(conversationId)?.feed ?? [])
      .filter(({ sequence }) => sequence > since)
      .map(({ sequence, activity }) => ({
        sequence,
        activity: JSON.parse(activity) as FeedEntry['activity'],
      }));
    return { entries, watermark: entries.at(-1)?.sequence ?? since };
  }

  async pendingDeliveries(conversationId?: string): Promise<PendingDelivery[]> {
    const ids = conversationId === undefined ? [...this.conversations.keys()] : [conversationId];
    return ids.flatMap((id) =>
      [...(this.find(id)?.outbox ?? [])].map(([sequence, { activity, attempts }]) => ({
        conversationId: id,
        sequence,
        activity: JSON.parse(activity) as PendingDelivery['activity'],
        attempts,
      })),
    );
  }

  async counts(): Promise<ReadonlyMap<string, number>> {
    this.checkOpen();
    return new Map(this.counters);
  }

  async markDelivered(conversationId: string, sequence: number, result: DeliveryResult): Promise<void> {
    const outbox = this.find(conversationId)?.outbox;
    const entry = outbox?.get(sequence);
    if (entry && result === 'failed') entry.attempts += 1;
    else outbox?.delete(sequence);
  }

  async erase(conversationId: string): Promise<void> {
    this.find(conversationId);
    this.conversations.delete(conversationId);
  }

  async expire(limits: ExpiryLimits) {
    this.checkOpen();
    const removed = { conversations: 0, outcomes: 0 };
    for (const [id, conversation] of this.conversations) {
      const before = conversation.onlyGreeted ? limits.greetedBefore : limits.conversationsBefore;
      if (conversation.committedAt < before.getTime()) {
        this.conversations.delete(id);
        removed.conversations += 1;
        continue;
      }
      for (const [key, { committedAt }] of conversation.outcomes) {
        if (committedAt >= limits.outcomesBefore.getTime()) continue;
        conversation.outcomes.delete(key);
        removed.outcomes += 1;
      }
    }
    return removed;
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private recorded(conversationId: string, dedupeKey: string): Outcome | undefined {
    checkDedupeKey(dedupeKey);
    const recorded = this.find(conversationId)?.outcomes.get(dedupeKey);
    return recorded && (JSON.parse(recorded.outcome) as Outcome);
  }

  private find(conversationId: string): Conversation | undefined {
    this.checkOpen();
    checkConversationId(conversationId);
    return this.conversations.get(conversationId);
  }

  private checkOpen(): void {
    if (this.closed) throw new CodedError('STORE_UNAVAILABLE', 'The conversation store in memory is closed.');
  }
}
