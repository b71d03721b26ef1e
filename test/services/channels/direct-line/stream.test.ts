import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder-core';
import { expect } from 'chai';
import { directLineLimits } from '../../../../services/channels/direct-line/limits.js';
import { openLmdbStore } from '../../../../services/conversations/lmdb/lmdb-store.js';
import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { Listener, type Opened, type Running, SECRET, startDirectLine, withDirectLine } from './running.js';

const stream = (parts: Partial<typeof directLineLimits.stream>) => ({
  stream: { ...directLineLimits.stream, ...parts },
});

for (const kind of ['memory', 'LMDB'] as const) {
  describe(`Direct Line's stream over the ${kind} store`, () => {
    let running: Running;
    let folder = '';
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'stream-'));
      running = await startDirectLine({
        store: kind === 'memory' ? new MemoryStore() : await openLmdbStore(folder),
      });
    });
    after(async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('begins with the greeting, and goes on with what is said', async () => {
      const opened = await running.open();
      const listener = new Listener(opened.streamUrl);
      await listener.until(({ texts }) => texts.length === 1);
      await running.say(opened, 'one', { channelData: { clientActivityID: 'c1' } });
      await running.say(opened, 'two', { channelData: { clientActivityID: 'c2' } });
      await listener.until(({ texts }) => texts.length === 5);
      expect(listener.texts.slice(1)).to.deep.equal([undefined, '2: one', undefined, '3: two']);
      expect(listener.frames.map(({ watermark }) => watermark)).to.deep.equal(['1', '3', '5']);
      listener.socket.close();
    });

    it('shows the same as the feed', async () => {
      const opened = await running.open();
      const listener = new Listener(opened.streamUrl);
      await Promise.all(Array.from({ length: 20 }, (_, index) => running.say(opened, `t${index}`)));
      await listener.until(({ texts }) => texts.length === 41);
      expect(listener.activities).to.deep.equal((await running.read(opened)).activities);
      listener.socket.close();
    });

    it('begins after the watermark of whoever comes back', async () => {
      const opened = await running.open();
      for (const text of ['one', 'two']) await running.say(opened, text);
      const path = `/conversations/${opened.conversationId}?watermark=3`;
      const { streamUrl } = (await (await running.call('GET', path, opened.token)).json()) as Opened;
      const listener = new Listener(streamUrl);
      await listener.until(({ texts }) => texts.length === 2);
      expect(listener.texts).to.deep.equal([undefined, '3: two']);
      listener.socket.close();
    });

    it('gives a long history in several frames, each with its watermark', async () => {
      const opened = await running.open();
      const long = 'x'.repeat(8000);
      for (let count = 0; count < 20; count++) await running.say(opened, long);
      const listener = new Listener(opened.streamUrl);
      await listener.until(({ activities }) => activities.length === 41);
      expect(listener.frames.length).to.be.greaterThan(1);
      for (const { activities } of listener.frames) expect(activities.length).to.be.lessThan(41);
      expect(listener.frames.at(-1)?.watermark).to.equal('41');
      listener.socket.close();
    });

    it('has one socket a conversation: the older is closed', async () => {
      const opened = await running.open();
      const older = new Listener(opened.streamUrl);
      await older.opened();
      const newer = new Listener(opened.streamUrl);
      expect(await older.closed).to.deep.equal({ code: 4409, reason: 'collision' });
      await running.say(opened, 'who hears this?');
      await newer.until(({ texts }) => texts.includes('2: who hears this?'));
      newer.socket.close();
    });
  });
}

describe('the stream of Direct Line', () => {
  it('carries typing while the turn runs, out of band', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const handle = async (context: TurnContext) => {
      if (context.activity.type === 'message') {
        await context.sendActivity({ type: 'typing' });
        await finished;
      }
      await context.sendActivity('done');
    };
    await withDirectLine({ bot: { handle } }, async ({ open, say, read }) => {
      const opened = await open();
      const listener = new Listener(opened.streamUrl);
      await listener.until(({ texts }) => texts.length === 1);
      const said = say(opened, 'hello');
      await listener.until(({ activities }) => activities.some(({ type }) => type === 'typing'));
      expect(listener.frames.at(-1)).to.not.have.property('watermark');
      finish();
      await said;
      await listener.until(({ texts }) => texts.length === 3);
      expect((await read(opened)).activities.map(({ type }) => type)).to.deep.equal(Array(3).fill('message'));
      listener.socket.close();
    });
  });

  describe('refuses', () => {
    let time = Date.parse('2026-11-23T12:00:00Z');
    let running: Running;
    before(async () => {
      running = await startDirectLine({ clock: () => time, limits: stream({ mostSockets: 3 }) });
    });
    after(() => running.stop());
    const statusOf = async (url: string, headers = {}) => {
      const listener = new Listener(url, headers);
      const status = await listener.status();
      listener.socket.terminate();
      return status;
    };
    const streamOf = (conversationId: string, query: string) =>
      `${running.base.replace('http', 'ws')}/conversations/${conversationId}/stream${query}`;

    it('no token, and one that is forged', async () => {
      const { conversationId, token } = await running.open();
      for (const query of ['', '?t=', '?t=x', `?t=${token}x`, `?t=${SECRET}`]) {
        expect(await statusOf(streamOf(conversationId, query))).to.equal(401);
      }
    });

    it('a token of another conversation', async () => {
      const [mine, theirs] = [await running.open(), await running.open()];
      const query = new URL(mine.streamUrl).search;
      expect(await statusOf(streamOf(theirs.conversationId, query))).to.equal(403);
      expect(await statusOf(streamOf(theirs.conversationId, `?t=${mine.token}`))).to.equal(403);
    });

    it('an address that was not used within a minute, and an expired token', async () => {
      const { conversationId, streamUrl, token } = await running.open();
      time += 60_000;
      expect(await statusOf(streamUrl)).to.equal(403);
      expect(await statusOf(streamOf(conversationId, `?t=${token}`))).to.equal(101);
      time += 1_740_000;
      expect(await statusOf(streamOf(conversationId, `?t=${token}`))).to.equal(403);
    });

    it('a page that the token is not for', async () => {
      const { streamUrl } = await running.openWidget();
      expect(await statusOf(streamUrl, { origin: 'https://evil.example' })).to.equal(403);
      expect(await statusOf(streamUrl, { origin: 'null' })).to.equal(403);
      expect(await statusOf(streamUrl, { origin: running.url })).to.equal(101);
    });

    it('conversations that are none, odd watermarks and other paths', async () => {
      const { conversationId, token } = await running.open();
      const generated = await running.call('POST', '/tokens/generate', SECRET);
      const unknown = (await generated.json()) as Opened;
      expect(await statusOf(streamOf(unknown.conversationId, `?t=${unknown.token}`))).to.equal(404);
      expect(await statusOf(streamOf(conversationId, `?t=${token}&watermark=x`))).to.equal(400);
      expect(await statusOf(streamOf(`${conversationId}%2Fx`, `?t=${token}`))).to.equal(404);
      expect(await statusOf(streamOf('..%2f..', `?t=${token}`))).to.equal(404);
      expect(await statusOf(streamOf(`${conversationId}/x`, `?t=${token}`))).to.equal(426);
    });

    it('more sockets than it can hold', async () => {
      const held = await Promise.all(
        Array.from({ length: 3 }, async () => new Listener((await running.open()).streamUrl)),
      );
      await Promise.all(held.map((listener) => listener.opened()));
      expect(await statusOf((await running.open()).streamUrl)).to.equal(503);
      for (const { socket } of held) socket.terminate();
    });
  });

  it('takes empty messages as signs of life, and ends who sends anything else', async () => {
    await withDirectLine({}, async ({ open, say }) => {
      const opened = await open();
      const listener = new Listener(opened.streamUrl);
      await listener.opened();
      listener.socket.send('');
      await say(opened, 'still there?');
      await listener.until(({ texts }) => texts.includes('2: still there?'));
      for (const [data, code] of [
        ['{"activities":[]}', 1008],
        [Buffer.alloc(0), 1008],
        ['x'.repeat(10 * 1024 * 1024), 1009],
      ] as const) {
        const sender = new Listener(opened.streamUrl);
        await sender.opened();
        sender.socket.send(data);
        expect((await sender.closed).code).to.equal(code);
      }
    });
  });

  it('cuts off who does not read, who then loses nothing by the watermark', async () => {
    const handle = async (context: TurnContext) => {
      await context.sendActivity(`${context.activity.text ?? ''} ${'y'.repeat(100_000)}`);
    };
    const limits = stream({ mostBufferedBytes: 200_000 });
    await withDirectLine({ bot: { handle }, limits }, async ({ open, say, call, read }) => {
      const opened = await open();
      const listener = new Listener(opened.streamUrl);
      await listener.until(({ texts }) => texts.length === 1);
      listener.socket.pause();
      const other = await open();
      const others = new Listener(other.streamUrl);
      let cut = false;
      void listener.closed.then(() => {
        cut = true;
      });
      let count = 0;
      // The system's own buffers take some megabytes first.
      while (count < 59) {
        await say(opened, `n${count++}`, { channelData: { clientActivityID: `n${count}` } });
      }
      listener.socket.resume();
      expect((await listener.closed).code).to.equal(1006);
      expect(cut).to.equal(true);
      await say(other, 'and I?');
      await others.until(({ texts }) => texts.some((text) => text?.startsWith('and I?')));
      const watermark = listener.frames.at(-1)?.watermark ?? '';
      expect(Number(watermark)).to.be.lessThan(1 + 2 * count);
      const path = `/conversations/${opened.conversationId}?watermark=${watermark}`;
      const { streamUrl } = (await (await call('GET', path, opened.token)).json()) as Opened;
      const again = new Listener(streamUrl);
      await again.until(({ frames }) => frames.at(-1)?.watermark === String(1 + 2 * count));
      expect([...listener.activities, ...again.activities].map(({ id }) => id)).to.deep.equal(
        (await read(opened)).activities.map(({ id }) => id),
      );
      again.socket.close();
      others.socket.close();
    });
  });

  it('ends who gives no sign of life, and keeps who does', async () => {
    let check = () => {};
    const every = (_milliseconds: number, work: () => void) => {
      check = work;
      return () => {};
    };
    await withDirectLine({ every }, async ({ open }) => {
      const [dead, alive] = [new Listener((await open()).streamUrl), new Listener((await open()).streamUrl)];
      await Promise.all([dead.opened(), alive.opened()]);
      dead.socket.pause();
      const asked = new Promise((resolve) => alive.socket.once('ping', resolve));
      check();
      await asked;
      // The answer to a ping goes out before the answer to the request, and is read before it.
      await open();
      await open();
      check();
      dead.socket.resume();
      expect((await dead.closed).code).to.equal(1006);
      expect(alive.socket.readyState).to.equal(1);
      alive.socket.close();
    });
  });

  it('sends all away when the server stops, without waiting for who does not answer', async () => {
    const running = await startDirectLine({ limits: stream({ goodbyeMs: 50 }) });
    const [polite, mute] = [
      new Listener((await running.open()).streamUrl),
      new Listener((await running.open()).streamUrl),
    ];
    await Promise.all([polite.opened(), mute.opened()]);
    mute.socket.pause();
    await running.stop();
    expect(await polite.closed).to.deep.equal({ code: 1012, reason: 'the server restarts' });
    mute.socket.terminate();
  });

  it('bears two hundred sockets that are dropped at once', async () => {
    await withDirectLine({}, async ({ open, say, read }) => {
      const listeners = await Promise.all(
        Array.from({ length: 200 }, async () => new Listener((await open()).streamUrl)),
      );
      await Promise.all(listeners.map((listener) => listener.opened()));
      for (const { socket } of listeners) socket.terminate();
      const opened = await open();
      await say(opened, 'alive?');
      expect((await read(opened)).activities.at(-1)?.text).to.equal('2: alive?');
    });
  });
});
