import { expect } from 'chai';
import { lifetimes } from '../../../../services/channels/direct-line/tokens.js';
import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { Listener, type Running, SECRET, startDirectLine, texts, withDirectLine } from './running.js';

const CLINIC = 'https://clinic.example';
const DAY = lifetimes.resume * 1000;

describe('POST /widget/conversation', () => {
  let time = Date.parse('2026-11-23T12:00:00Z');
  let running: Running;
  const store = new MemoryStore();
  before(async () => {
    running = await startDirectLine({ store, clock: () => time, widgetOrigins: [CLINIC] });
  });
  after(() => running.stop());
  const ask = (headers: object, body: unknown = {}) =>
    running.call('POST', '/widget/conversation', undefined, body, headers);

  it('gives a conversation with its greeting, and everything to go on with, in one request', async () => {
    const opened = await running.openWidget();
    expect(opened.conversationId).to.match(/^widget-[\w-]{22}$/);
    expect(opened.userId).to.match(/^dl_[\w-]{22}$/);
    expect(opened).to.include({ expires_in: 1800, resumed: false, watermark: '1' });
    expect(texts(opened)).to.have.length(1);
    expect(JSON.stringify(opened)).to.not.include(SECRET);
    const listener = new Listener(opened.streamUrl);
    await listener.opened();
    await running.say(opened, 'hello');
    await listener.until(({ texts: said }) => said.length === 2);
    expect(listener.frames[0]?.activities[0]?.from?.id).to.equal(opened.userId);
    listener.socket.close();
  });

  it('greets in the language of the page, and takes a locale that is none for none', async () => {
    const locales: unknown[] = [];
    const handle = async (context: {
      activity: { locale?: string };
      sendActivity(text: string): unknown;
    }) => {
      locales.push(context.activity.locale);
      await context.sendActivity('hello');
    };
    await withDirectLine({ bot: { handle } }, async ({ openWidget }) => {
      for (const locale of ['de-CH', '../../etc', 5, null]) await openWidget({ locale });
    });
    expect(locales).to.deep.equal(['de-CH', undefined, undefined, undefined]);
  });

  it('takes up a conversation again, with all that was said, for a day after the last time', async () => {
    const first = await running.openWidget();
    await running.say(first, 'hello');
    let handle = first.resume;
    for (let times = 0; times < 3; times++) {
      time += DAY - 1000;
      const again = await running.openWidget({ resume: handle });
      expect(again).to.include({
        conversationId: first.conversationId,
        userId: first.userId,
        resumed: true,
        watermark: '3',
      });
      expect(texts(again)).to.have.length(3);
      handle = again.resume;
    }
    time += DAY;
    expect((await running.openWidget({ resume: handle })).resumed).to.equal(false);
  });

  it('begins anew where the handle is none, of another kind, or its conversation is gone', async () => {
    const first = await running.openWidget();
    const handles = [
      'x',
      '',
      5,
      null,
      {},
      'x'.repeat(100_000),
      first.token,
      new URL(first.streamUrl).searchParams.get('t'),
      `${first.resume}x`,
    ];
    for (const resume of handles) {
      const opened = await running.openWidget({ resume });
      expect(opened.resumed).to.equal(false);
      expect(opened.conversationId).to.not.equal(first.conversationId);
    }
    await store.erase(`directline/${first.conversationId}`);
    expect((await running.openWidget({ resume: first.resume })).resumed).to.equal(false);
  });

  it('does not take a handle for a token', async () => {
    const { conversationId, resume } = await running.openWidget();
    const path = `/conversations/${conversationId}/activities`;
    expect((await running.call('GET', path, resume)).status).to.equal(401);
    expect((await running.call('POST', '/tokens/refresh', resume)).status).to.equal(401);
  });

  it("answers the server's own pages and those of the configured origins only", async () => {
    const host = `127.0.0.1:${running.port}`;
    for (const [origin, status] of [
      [CLINIC, 200],
      [`http://${host}`, 200],
      [`https://${host}`, 200],
      ['https://evil.example', 403],
      ['https://clinic.example.evil.example', 403],
      ['http://clinic.example', 403],
      ['null', 403],
      ['', 403],
    ] as const) {
      const answer = await ask({ origin });
      expect(answer.status, origin).to.equal(status);
      expect(answer.headers.get('access-control-allow-origin')).to.equal(status === 200 ? origin : null);
    }
    expect((await ask({})).status).to.equal(403);
  });

  it('answers the preflight of pages that it answers', async () => {
    const preflight = (origin: string) =>
      fetch(`${running.url}/widget/conversation`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const allowed = await preflight(CLINIC);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).to.deep.equal([204, CLINIC]);
    expect((await preflight('https://evil.example')).status).to.equal(403);
  });

  it('gives a token for the page that asked', async () => {
    const { conversationId, token } = await (await ask({ origin: CLINIC })).json();
    const path = `/conversations/${conversationId}/activities`;
    expect((await running.call('GET', path, token, undefined, { origin: CLINIC })).status).to.equal(200);
    expect((await running.call('GET', path, token, undefined, { origin: running.url })).status).to.equal(403);
    expect((await running.call('GET', path, token)).status).to.equal(200);
  });

  it('says wss where TLS ends before the server, as far as that can be told', async () => {
    const own = `127.0.0.1:${running.port}`;
    const schemeFor = async (headers: object) =>
      new URL((await (await ask(headers)).json()).streamUrl).protocol;
    expect(await schemeFor({ origin: `https://${own}` })).to.equal('wss:');
    expect(await schemeFor({ origin: `http://${own}`, 'x-forwarded-proto': 'https' })).to.equal('wss:');
    expect(await schemeFor({ origin: `http://${own}` })).to.equal('ws:');
    // Browsers let a secure page talk to its own machine.
    expect(await schemeFor({ origin: CLINIC })).to.equal('ws:');
    const { conversationId, token } = await (await ask({ origin: `https://${own}` })).json();
    // Our own page that reads from us says no origin.
    const again = await running.call('GET', `/conversations/${conversationId}`, token);
    expect((await again.json()).streamUrl).to.match(/^wss:/);
  });

  it('refuses what is no JSON object', async () => {
    for (const body of ['[]', '"x"', '{', 'null']) {
      expect((await ask({ origin: CLINIC }, body)).status).to.equal(400);
    }
    expect((await ask({ origin: CLINIC, 'content-type': 'text/plain' }, '{}')).status).to.equal(415);
  });

  it('opens only so many for one address, and says when to come back', async () => {
    const limits = { widget: { burst: 2, perHour: 60 } };
    await withDirectLine({ limits, clock: () => time, widgetOrigins: [CLINIC] }, async ({ call, url }) => {
      const open = (headers = {}) =>
        call('POST', '/widget/conversation', undefined, {}, { origin: url, ...headers });
      expect((await open()).status).to.equal(200);
      expect((await open()).status).to.equal(200);
      const refused = await open();
      expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '60']);
      expect(await refused.json()).to.deep.equal({
        error: { code: 'TooManyRequests', message: 'Too many requests; try again later.' },
      });
      const pretended = await open({ 'x-forwarded-for': '203.0.113.7' });
      expect(pretended.status).to.equal(429);
      time += 60_000;
      expect((await open()).status).to.equal(200);
    });
  });

  it('counts addresses behind proxies only where it was told of them', async () => {
    const limits = { widget: { burst: 1, perHour: 60 } };
    await withDirectLine({ limits, trustedProxies: 1 }, async ({ call, url }) => {
      const open = async (forwarded: string) =>
        (
          await call(
            'POST',
            '/widget/conversation',
            undefined,
            {},
            { origin: url, 'x-forwarded-for': forwarded },
          )
        ).status;
      expect(await open('203.0.113.7')).to.equal(200);
      expect(await open('198.51.100.1, 203.0.113.7')).to.equal(429);
      expect(await open('203.0.113.7, 203.0.113.8')).to.equal(200);
    });
  });
});
