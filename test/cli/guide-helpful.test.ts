import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openLmdbStore } from '../../services/conversations/lmdb/lmdb-store.js';
import { turn } from '../services/conversations/contract.js';
import { runText } from '../support/command-line.js';

describe('guide helpful, from the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helpful-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...options: string[]) => runText(['guide', 'helpful', ...options], { DATA_DIR: folder });

  it('says that nobody has said anything yet', async () => {
    expect(await run()).to.deep.equal({
      code: 0,
      output: 'Nobody has said yet whether an answer helped.\n',
      errors: '',
    });
  });

  it('lists passages with most "not" first, beside a server that has the store open', async () => {
    const store = await openLmdbStore(join(folder, 'conversations'));
    try {
      const turns: Record<string, number>[] = [
        { 'helpful/aftercare#gone': 1, 'not-helpful/first-session#will-it-hurt': 1 },
        { 'not-helpful/first-session#will-it-hurt': 1, 'helpful/first-session#will-it-hurt': 3 },
        { 'not-helpful/credentials#x': 1, other: 5 },
        { 'not-helpful/credentials#x': -1 },
      ];
      for (const [at, counts] of turns.entries()) {
        await store.commit(turn(`c${at}`, 'k', { counts }));
      }
      const { output } = await run('--json');
      expect(
        output
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).to.deep.equal([
        { passage: 'first-session#will-it-hurt', helpful: 3, not: 2 },
        { passage: 'aftercare#gone', helpful: 1, not: 0 },
      ]);
      const table = (await run()).output.split('\n');
      expect(table[0]).to.match(/not +helpful +passage/);
      expect(table[1]).to.match(/ 2 +3 +first-session#will-it-hurt$/);
      expect(table[2]).to.match(/ 0 +1 +aftercare#gone {2}\(no longer in the guide\)$/);
    } finally {
      await store.close();
    }
  });
});
