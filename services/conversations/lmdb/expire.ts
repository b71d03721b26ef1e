import type { Database, Key } from 'lmdb';
import type { ExpiryLimits } from '../conversation-store.js';
import { readHead } from './records.js';
import { removalOf, type Tables, writeAt } from './tables.js';

/** Entries looked at before other work gets its turn. */
const PAGE = 500;

interface Entry<K> {
  key: K;
  value: string;
  version: number;
}

/** @returns how many conversations were removed: those without a commit since their limit */
export async function expireConversations(
  tables: Tables,
  { conversationsBefore, greetedBefore }: Omit<ExpiryLimits, 'outcomesBefore'>,
): Promise<number> {
  return inPages(tables.heads, '', async ({ key, value, version }) => {
    const { committedAt, onlyGreeted } = readHead(value);
    if (committedAt >= (onlyGreeted ? greetedBefore : conversationsBefore).getTime()) return false;
    const remove = removalOf(tables, key);
    return writeAt(tables, key, version, () => {
      remove();
      tables.heads.remove(key);
    });
  });
}

/** @returns how many outcomes were removed: those committed before `before` (milliseconds) */
export async function expireOutcomes({ outcomes }: Tables, before: number): Promise<number> {
  return inPages(outcomes, ['', ''], async ({ key, version }) =>
    version < before ? outcomes.remove(key, version) : false,
  );
}

/** Counts the entries for which `visit` was true. */
async function inPages<K extends Key>(
  table: Database<string, K>,
  beginning: NoInfer<K>,
  visit: (entry: Entry<K>) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  for (let start: K = beginning; ; ) {
    const page = [
      ...table.getRange({ start, exclusiveStart: true, limit: PAGE, versions: true }),
    ] as Entry<K>[];
    const last = page.at(-1);
    if (!last) return count;
    count += (await Promise.all(page.map(visit))).filter(Boolean).length;
    await new Promise(setImmediate);
    start = last.key;
  }
}
