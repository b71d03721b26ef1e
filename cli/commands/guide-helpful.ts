import { join } from 'node:path';
import { readCounter } from '../../dialogs/helpful/counter.js';
import { loadGuide } from '../../knowledge/guide/load-guide.js';
import { readConfig } from '../../services/config.js';
import { openLmdbStore } from '../../services/conversations/lmdb/lmdb-store.js';

interface Row {
  passage: string;
  helpful: number;
  not: number;
}

/**
 * How often patients said of an answer that it helped or did not, for each passage it cites: those first that helped
 * least. May run beside the server.
 */
export async function guideHelpful({ json = false }: { json?: boolean }): Promise<void> {
  const store = await openLmdbStore(join(readConfig().dataDir, 'conversations'));
  const rows = await store
    .counts()
    .then(rowsOf)
    .finally(() => store.close());
  process.stdout.write(json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : tableOf(rows));
}

export function rowsOf(counts: ReadonlyMap<string, number>): Row[] {
  const rows = new Map<string, Row>();
  for (const [name, count] of counts) {
    const counter = readCounter(name);
    if (!counter) continue;
    const row = rows.get(counter.passage) ?? { passage: counter.passage, helpful: 0, not: 0 };
    row[counter.verdict === 'yes' ? 'helpful' : 'not'] += count;
    rows.set(counter.passage, row);
  }
  return [...rows.values()]
    .filter(({ helpful, not }) => helpful > 0 || not > 0)
    .sort((a, b) => b.not - a.not || a.helpful - b.helpful || (a.passage < b.passage ? -1 : 1));
}

function tableOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'Nobody has said yet whether an answer helped.\n';
  const guide = loadGuide();
  const lines = rows.map(({ passage, helpful, not }) => {
    const gone = guide.passage(passage) ? '' : '  (no longer in the guide)';
    return `${String(not).padStart(8)}  ${String(helpful).padStart(8)}  ${passage}${gone}\n`;
  });
  return ['     not   helpful  passage\n', ...lines].join('');
}
