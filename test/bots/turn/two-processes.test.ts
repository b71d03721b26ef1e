import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { openLmdbStore } from '../../../services/conversations/lmdb/lmdb-store.js';
import { newTurnChild } from '../../support/new-turn-child.js';
import { countOf } from './fixtures.js';

describe('two processes on one store', () => {
  it('lose and double nothing, and answer an activity that both got alike', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'two-'));
    const conversations = ['c0', 'c1', 'c2', 'c3'];
    const ids = Array.from({ length: 40 }, (_, index) => `${index}`);
    const answers = await Promise.all(
      [0, 1].map(async (side) => {
        const child = newTurnChild();
        const ended = once(child, 'exit');
        const own = ids.map((id) => `${side}-${id}`);
        // Every other one is their own, every other one comes to both.
        const sent = ids.flatMap((id, index) => [id, own[index]]);
        child.stdin.write(`${folder}\n`);
        for (const id of sent) {
          for (const conversation of conversations) {
            child.stdin.write(`${JSON.stringify({ conversation, id })}\n`);
          }
        }
        child.stdin.end();
        const received = new Map<string, string>();
        for await (const line of createInterface({ input: child.stdout })) {
          const { conversation, id, text } = JSON.parse(line);
          received.set(`${conversation} ${id}`, text);
        }
        expect((await ended)[0]).to.equal(0);
        expect(received.size).to.equal(sent.length * conversations.length);
        return received;
      }),
    );
    const [one, other] = answers;
    for (const conversation of conversations) {
      for (const id of ids) {
        expect(one?.get(`${conversation} ${id}`)).to.equal(other?.get(`${conversation} ${id}`));
      }
    }
    const store = await openLmdbStore(folder);
    for (const conversation of conversations) {
      const key = `directline/${conversation}`;
      expect(countOf((await store.load(key))?.state)).to.equal(3 * ids.length);
      const said = (await store.feed(key, 0)).entries
        .filter(({ activity }) => activity.from?.id === 'bot')
        .map(({ activity }) => activity.text);
      expect(said.map((text) => text?.replace(/:.*/, ''))).to.deep.equal(
        Array.from({ length: 3 * ids.length }, (_, index) => `${index + 1}`),
      );
      expect(new Set(said.map((text) => text?.replace(/.*: /, ''))).size).to.equal(3 * ids.length);
    }
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
});
