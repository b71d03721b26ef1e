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
import { movesOf, sumsOf } from './counters.js';
import { expireConversations, expireOutcomes } from './expire.js';
import { checkSpace, freeBytes } from './free-space.js';
import { readHead, readOutcome, writeHead, writeOutcome } from './records.js';
import { reasonOf, storeUnavailable } from './store-unavailable.js';
import { openTables, removalOf, type Tables, writeAt } from './tables.js';

/**
 * Durable turns in a folder of this machine; several processes may have it open.
 * @throws CodedError STORE_UNAVAILABLE where the folder cannot be used, naming it
 */
export async function openLmdbStore(
  folder: string,
  surroundings: Partial<Surroundings> = {},
): Promise<ConversationStore> {
  return new LmdbStore(folder, await openTables(folder), { now: Date.now, freeBytes, ...surroundings });
}

interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  freeBytes(folder: string): number;
}

/**
 * A turn is decided on what can be read, then written in one batch on the condition that the conversation
 * is still at the version that was read. No code of ours runs inside LMDB's transaction.
 */
class LmdbStore implements ConversationStore {
  private closed = false;

  constructor(
    private readonly folder: string,
    private readonly tables: Tables,
    private readonly surroundings: Surroundings,
  ) {}

  async accept(conversationId: string, dedupeKey: string): Promise<Outcome | undefined> {
    return this.guarded(() => this.recorded(conversationId, dedupeKey));
  }

  async load(conversationId: string): Promise<ConversationSnapshot | undefined> {
    return this.guarded(() => {
      checkConversationId(conversationId);
      const head = this.tables.heads.getEntry(conversationId);
      return head && { version: head.version ?? 0, state: JSON.parse(readHead(head.value).state) };
    });
  }

  async commit(turn: TurnCommit): Promise<CommitResult> {
    return this.guarded(async () => {
      const { conversationId, dedupeKey } = turn;
      const { heads, outcomes, feed, outbox, counts } = this.tables;
      const outcome = this.recorded(conversationId, dedupeKey);
      if (outcome) return { kind: 'duplicate', outcome };
      const found = heads.getEntry(conversationId);
      if ((found?.version ?? 0) !== turn.expectedVersion) return { kind: 'conflict' };

      this.checkSpace('turn');
      const committedAt = this.surroundings.now();
      const version = found ? turn.expectedVersion + 1 : firstVersion();
      const head = found && readHead(found.value);
      const firstSequence = head ? head.lastSequence + 1 : 1;
      const lastSequence = firstSequence + turn.feed.length - 1;
      const headRecord = writeHead({
        committedAt,
        lastSequence,
        onlyGreeted: (head?.onlyGreeted ?? true) && turn.onlyGreeting === true,
        state: turnJson(turn.state),
      });
      const outcomeRecord = writeOutcome(turn, lastSequence);
      const feedRecord = turnJson(turn.feed);
      const toDeliver = turn.delivery === 'outbox' ? turn.feed.map(turnJson) : [];
      const moves = movesOf(turn.counts);
      const removeOld = turn.forget ? removalOf(this.tables, conversationId) : undefined;

      const written = await writeAt(this.tables, conversationId, found?.version, () => {
        removeOld?.();
        heads.put(conversationId, headRecord, version);
        outcomes.put([conversationId, dedupeKey], outcomeRecord, committedAt);
        if (turn.feed.length > 0) feed.put([conversationId, lastSequence], feedRecord);
        toDeliver.forEach((activity, index) => {
          outbox.put([conversationId, firstSequence + index], activity, 1);
        });
        for (const { key, by } of moves) counts.put(key, by);
      });
      if (written) return { kind: 'committed', version, firstSequence };
      const winner = this.recorded(conversationId, dedupeKey);
      return winner ? { kind: 'duplicate', outcome: winner } : { kind: 'conflict' };
    });
  }

  async feed(conversationId: string, since: number): Promise<{ entries: FeedEntry[]; watermark: number }> {
    return this.guarded(() => {
      checkConversationId(conversationId);
      const entries: FeedEntry[] = [];
      const range = { start: [conversationId, since + 1], end: [conversationId, Number.MAX_VALUE] };
      for (const { key, value } of this.tables.feed.getRange(range)) {
        const activities = JSON.parse(value) as FeedEntry['activity'][];
        const firstSequence = key[1] - activities.length + 1;
        activities.forEach((activity, index) => {
          if (firstSequence + index > since) entries.push({ sequence: firstSequence + index, activity });
        });
      }
      return { entries, watermark: entries.at(-1)?.sequence ?? since };
    });
  }

  async pendingDeliveries(conversationId?: string): Promise<PendingDelivery[]> {
    return this.guarded(() => {
      if (conversationId !== undefined) checkConversationId(conversationId);
      const pending: PendingDelivery[] = [];
      const start = [conversationId ?? '', 0];
      for (const { key, value, version = 1 } of this.tables.outbox.getRange({ start, versions: true })) {
        if (conversationId !== undefined && key[0] !== conversationId) break;
        pending.push({
          conversationId: key[0],
          sequence: key[1],
          activity: JSON.parse(value),
          attempts: version - 1,
        });
      }
      return pending;
    });
  }

  async counts(): Promise<ReadonlyMap<string, number>> {
    return this.guarded(() => sumsOf(this.tables));
  }

  async markDelivered(conversationId: string, sequence: number, result: DeliveryResult): Promise<void> {
    await this.guarded(async () => {
      checkConversationId(conversationId);
      this.checkSpace('tidying');
      const { outbox } = this.tables;
      const key: [string, number] = [conversationId, sequence];
      if (result !== 'failed') return outbox.remove(key);
      const entry = outbox.getEntry(key);
      // On its condition, lest an entry that was erased or delivered meanwhile comes back.
      return entry && outbox.put(key, entry.value, (entry.version ?? 1) + 1, entry.version);
    });
  }

  async erase(conversationId: string): Promise<void> {
    await this.guarded(async () => {
      checkConversationId(conversationId);
      this.checkSpace('tidying');
      for (let erased = false; !erased; ) {
        const head = this.tables.heads.getEntry(conversationId);
        if (!head) return;
        const removeOld = removalOf(this.tables, conversationId);
        erased = await writeAt(this.tables, conversationId, head.version, () => {
          removeOld();
          this.tables.heads.remove(conversationId);
        });
      }
    });
  }

  async expire(limits: ExpiryLimits) {
    return this.guarded(async () => {
      this.checkSpace('tidying');
      return {
        conversations: await expireConversations(this.tables, limits),
        outcomes: await expireOutcomes(this.tables, limits.outcomesBefore.getTime()),
      };
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    // A commit may be told before LMDB's writing thread is done with it, and closing under that thread ends the
    // process. A write with no other under way is told only when the thread has come back.
    await this.tables.outbox.remove(['', 0]).catch(() => false);
    await this.tables.root.close();
  }

  private checkSpace(purpose: 'turn' | 'tidying'): void {
    checkSpace(this.folder, this.surroundings.freeBytes(this.folder), purpose);
  }

  private recorded(conversationId: string, dedupeKey: string): Outcome | undefined {
    checkConversationId(conversationId);
    checkDedupeKey(dedupeKey);
    const record = this.tables.outcomes.get([conversationId, dedupeKey]);
    return record === undefined
      ? undefined
      : readOutcome(record, (last) => this.tables.feed.get([conversationId, last]) ?? '');
  }

  /** LMDB ends the process where a closed folder is written to. */
  private async guarded<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      if (this.closed) throw new CodedError('STORE_UNAVAILABLE', `The store in ${this.folder} is closed.`);
      return await work();
    } catch (cause) {
      throw storeUnavailable(this.folder, await reasonOf(cause));
    }
  }
}
