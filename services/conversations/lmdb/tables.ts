import type { Database, Key, RootDatabase } from 'lmdb';
import { checkFolder } from './check-folder.js';
import { storeUnavailable } from './store-unavailable.js';

/** Keys of several parts are arrays, which LMDB encodes so that no two join to the same bytes. */
type Table<K extends Key> = Database<string, K>;

export interface Tables {
  root: RootDatabase;
  /** By conversation; the entry's version is the conversation's. */
  heads: Table<string>;
  /** By the last sequence number of the turn: its feed activities, as one JSON array. */
  feed: Table<[conversation: string, lastSequence: number]>;
  /** By dedupe key; the entry's version is the time of the commit. */
  outcomes: Table<[conversation: string, dedupeKey: string]>;
  /** Undelivered activities; the entry's version is the number of attempts, plus one. */
  outbox: Table<[conversation: string, sequence: number]>;
  /**
   * By how much a counter moved, once for each time it did, under a key of chance. A sum that several processes keep
   * would have to be read inside the transaction; and a key that names the turn would say whose it was.
   */
  counts: Table<[counter: string, key: string]>;
}

/**
 * The commits of one turn of the event loop share a transaction and its sync, however many they are; by default a
 * transaction starts with the sixth write, which is in the middle of the second commit. (lmdb's types leave the
 * option out.)
 */
const SHARED_TRANSACTIONS = { txnStartThreshold: 1000 };

/** @throws CodedError STORE_UNAVAILABLE */
export async function openTables(folder: string): Promise<Tables> {
  try {
    await checkFolder(folder);
    const { open } = await import('lmdb');
    const root = open({
      path: folder,
      noSubdir: false,
      // By default a commit's promise resolves before the disk has it.
      overlappingSync: false,
      // With it, a failed commit rejects a promise that nobody holds.
      eventTurnBatching: false,
      ...SHARED_TRANSACTIONS,
    });
    return {
      root,
      heads: root.openDB({ name: 'heads', encoding: 'string', useVersions: true }),
      feed: root.openDB({ name: 'feed', encoding: 'string' }),
      outcomes: root.openDB({ name: 'outcomes', encoding: 'string', useVersions: true }),
      outbox: root.openDB({ name: 'outbox', encoding: 'string', useVersions: true }),
      counts: root.openDB({ name: 'counts', encoding: 'string' }),
    };
  } catch (cause) {
    throw storeUnavailable(folder, cause);
  }
}

/**
 * Writes all of it or, unless the conversation is still at this version, nothing. `write` only puts and
 * removes what was decided and encoded before: a throw in it would leave half of it written.
 * @param version undefined: the conversation does not exist
 */
export function writeAt(
  { heads }: Tables,
  conversationId: string,
  version: number | undefined,
  write: () => void,
): Promise<boolean> {
  return version === undefined
    ? heads.ifNoExists(conversationId, write)
    : heads.ifVersion(conversationId, version, write);
}

/**
 * Finds all that is recorded of a conversation besides its head, and gives what removes it. Everything that
 * is added moves the conversation's version, so under `writeAt` nothing is missed.
 */
export function removalOf({ feed, outcomes, outbox }: Tables, conversationId: string): () => void {
  const of = <K extends [string, ...Key[]]>(table: Table<K>): K[] => {
    const keys: K[] = [];
    for (const key of table.getKeys({ start: [conversationId] })) {
      if (key[0] !== conversationId) break;
      keys.push(key);
    }
    return keys;
  };
  const [feedKeys, outcomeKeys, outboxKeys] = [of(feed), of(outcomes), of(outbox)];
  return () => {
    for (const key of feedKeys) feed.remove(key);
    for (const key of outcomeKeys) outcomes.remove(key);
    for (const key of outboxKeys) outbox.remove(key);
  };
}
