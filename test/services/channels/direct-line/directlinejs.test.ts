import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ConnectionStatus } from 'botframework-directlinejs';
import { expect } from 'chai';
import { freePort } from '../../../support/server-process.js';
import { endRealClients, likeABrowser, RealClient } from './directlinejs.js';
import { type Opened, type Running, SECRET, startDirectLine } from './running.js';

type Child = ChildProcessByStdio<Writable, Readable, null>;

const KILLS = process.env.CI ? 6 : 2;

describe('botframework-directlinejs on our Direct Line', () => {
  let restore: () => void;
  let running: Running;
  before(async () => {
    restore = likeABrowser();
    running = await startDirectLine();
  });
  afterEach(endRealClients);
  after(async () => {
    await running.stop();
    restore();
  });
  const generate = async (body = {}) =>
    (await (await running.call('POST', '/tokens/generate', SECRET, body)).json()) as Opened;

  for (const [how, options] of [
    ['by WebSocket', {}],
    ['by polling', { webSocket: false, pollingInterval: 200 }],
  ] as const) {
    it(`talks ${how}`, async () => {
      const { token } = await generate();
      const client = new RealClient({ token, domain: running.base, ...options });
      await client.until(({ texts }) => texts.length === 1);
      const ids = [await client.say('one'), await client.say('two')];
      await client.until(({ texts }) => texts.length === 5);
      expect(client.texts.slice(1)).to.deep.equal([undefined, '2: one', undefined, '3: two']);
      const own = client.received.filter(({ id }) => ids.includes(String(id)));
      expect(own.map(({ channelData }) => channelData)).to.deep.equal([
        { clientActivityID: 'client-0' },
        { clientActivityID: 'client-1' },
      ]);
      expect(client.statuses).to.include(ConnectionStatus.Online);
    });
  }

  it('talks with the secret, as a server does', async () => {
    const client = new RealClient({ secret: SECRET, domain: running.base } as never);
    await client.until(({ texts }) => texts.length === 1);
    await client.say('one');
    await client.until(({ texts }) => texts.includes('2: one'));
  });

  it('takes up a conversation after its page was loaded again, with what was said before', async () => {
    const { token } = await generate();
    const first = new RealClient({ token, domain: running.base });
    await first.until(({ texts }) => texts.length === 1);
    await first.say('one');
    await first.until(({ texts }) => texts.length === 3);
    first.end();
    const second = new RealClient({ token, domain: running.base });
    await second.until(({ texts }) => texts.length === 3);
    expect(second.received).to.deep.equal(first.received);
  });

  it('is told that its token is forged or expired, and that its conversation is unknown', async () => {
    const { token, conversationId } = await generate();
    const forged = new RealClient({ token: `${token}x`, domain: running.base });
    await forged.until(({ statuses }) => statuses.includes(ConnectionStatus.FailedToConnect));
    const unknown = new RealClient({ token, conversationId, domain: running.base });
    await unknown.until(({ statuses }) => statuses.includes(ConnectionStatus.FailedToConnect));
    for (const client of [forged, unknown]) expect(client.received).to.deep.equal([]);
  });

  describe('while the server is killed and started again', () => {
    let folder: string;
    let child: Child | undefined;
    /** Loaded and waiting, so that a start takes a moment only. */
    let spare: Child;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'direct-line-'));
      spare = load();
    });
    after(async () => {
      child?.kill('SIGKILL');
      spare.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    });

    const load = (): Child => {
      const script = fileURLToPath(new URL('../../../support/direct-line-child.ts', import.meta.url));
      return spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    };
    const start = async (port: number): Promise<Child> => {
      const started = spare;
      spare = load();
      started.stdin.write(`${JSON.stringify({ folder, port })}\n`);
      await once(started.stdout, 'data');
      return started;
    };

    it('loses no message and shows none twice', async () => {
      const port = await freePort();
      child = await start(port);
      const base = `http://127.0.0.1:${port}/v3/directline`;
      const opened = await fetch(`http://127.0.0.1:${port}/widget/conversation`, {
        method: 'POST',
        headers: { origin: `http://127.0.0.1:${port}` },
      });
      const { token, conversationId } = (await opened.json()) as Opened;
      const client = new RealClient({ token, domain: base, timeout: 5000 });
      await client.until(({ texts }) => texts.length === 2);

      const sent: string[] = [];
      for (let kills = 0; kills < KILLS; kills++) {
        const killed = once(child, 'exit');
        const saying = Array.from({ length: 6 }, async (_, index) => {
          const text = `m${kills}-${index}`;
          sent.push(text);
          const id = await client.say(text);
          // Somewhere in the midst: the first answers are on their way.
          if (index === kills % 3) child?.kill('SIGKILL');
          return id;
        });
        await killed;
        child = await start(port);
        await Promise.all(saying);
      }
      await client.until(({ texts }) => texts.length >= 2 + 3 * sent.length);

      const answer = await fetch(`${base}/conversations/${conversationId}/activities`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { activities } = (await answer.json()) as { activities: { id: string; text: string }[] };
      const messages = client.received.filter(({ type }) => type === 'message');
      // Sorted: of frames that come at once, this client lets the activities overtake each other.
      expect(messages.map(({ id }) => id).sort()).to.deep.equal(activities.map(({ id }) => id).sort());
      const own = activities.map(({ text }) => text).filter((text) => text.startsWith('m'));
      expect(own.sort()).to.deep.equal(sent.sort());
      expect(activities.filter(({ text }) => text === 'and again')).to.have.length(sent.length + 1);
    }).timeout(180_000);
  });
});
