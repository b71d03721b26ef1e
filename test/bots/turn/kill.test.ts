import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { openLmdbStore } from '../../../services/conversations/lmdb/lmdb-store.js';
import { newTurnChild } from '../../support/new-turn-child.js';
import { countOf } from './fixtures.js';

const KILLS = process.env.CI ? 50 : 8;
const IN_FLIGHT = 3;

/** One person's side of a conversation: sends on and on, and sends again what was not acknowledged. */
class Talker {
  readonly sent: string[] = [];
  readonly acknowledged = new Map<string, string>();

  constructor(readonly conversation: string) {}

  get open(): string[] {
    return this.sent.filter((id) => !this.acknowledged.has(id));
  }

  next(): string {
    const id = `${this.conversation}-${this.sent.length}`;
    this.sent.push(id);
    return id;
  }
}

describe('a process that is killed at any moment', () => {
  let folder: string;
  let spare: ChildProcessWithoutNullStreams;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kill-'));
    spare = newTurnChild();
  });
  after(async () => {
    spare.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it(`loses and doubles no turn in ${KILLS} kills`, async function () {
    this.timeout(KILLS * 10_000);
    const talkers = Array.from({ length: 16 }, (_, index) => new Talker(`c${index}`));
    const byConversation = new Map(talkers.map((talker) => [talker.conversation, talker]));
    let complaints = '';

    /** Lets a process work until so many turns were acknowledged, then kills it; without a number, ends it in peace. */
    const live = async (killAfter: number | undefined) => {
      const child = spare;
      if (killAfter !== undefined) spare = newTurnChild();
      child.stderr.on('data', (text) => {
        complaints += text;
      });
      child.stdin.on('error', () => {});
      const ended = once(child, 'exit');
      const send = ({ conversation }: Talker, id: string) =>
        child.stdin.write(`${JSON.stringify({ conversation, id })}\n`);
      child.stdin.write(`${folder}\n`);
      for (const talker of talkers) {
        for (const id of talker.open) send(talker, id);
        while (killAfter !== undefined && talker.open.length < IN_FLIGHT) send(talker, talker.next());
      }
      if (killAfter === undefined) child.stdin.end();
      let acknowledged = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        const { conversation, id, text } = JSON.parse(line);
        const talker = byConversation.get(conversation);
        if (!talker) throw new Error('an answer to nobody');
        // Sent again after its acknowledgement was lost: the answer is the one that was given.
        expect(talker.acknowledged.get(id) ?? text).to.equal(text);
        talker.acknowledged.set(id, text);
        if (killAfter === undefined) continue;
        if (++acknowledged >= killAfter) child.kill('SIGKILL');
        else send(talker, talker.next());
      }
      const [code] = await ended;
      expect(code, complaints).to.equal(killAfter === undefined ? 0 : null);
    };

    for (let kill = 0; kill < KILLS; kill++) await live(1 + Math.floor(Math.random() * 120));
    await live(undefined);

    const store = await openLmdbStore(folder);
    for (const { conversation, sent, acknowledged } of talkers) {
      const key = `directline/${conversation}`;
      expect([...acknowledged.keys()]).to.have.members(sent);
      expect(countOf((await store.load(key))?.state)).to.equal(sent.length);
      const feed = (await store.feed(key, 0)).entries.map(({ activity }) => activity);
      const answers = feed.filter(({ from }) => from?.id === 'bot').map(({ text }) => text);
      expect(answers).to.deep.equal(sent.map((id, index) => `${index + 1}: said ${id}`));
      expect(answers).to.deep.equal(sent.map((id) => acknowledged.get(id)));
      expect(feed.filter(({ from }) => from?.id === 'person').map(({ id }) => id)).to.deep.equal(sent);
    }
    await store.close();
  });
});
