import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../../../knowledge/coded-error.js';
import type { ConversationStore } from '../../../../services/conversations/conversation-store.js';
import { openLmdbStore } from '../../../../services/conversations/lmdb/lmdb-store.js';
import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { type Running, SECRET, startDirectLine, texts, withDirectLine } from './running.js';

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const CLIENT_ID = /^client-[\w-]{22}$/;
const errorOf = async (answer: Response) =>
  ((await answer.json()) as { error: { code: string; message: string } }).error;

const inMemory = async () => new MemoryStore();

describe('Direct Line over HTTP, over the store in memory', () => describeHttp(inMemory));

describe('Direct Line over HTTP, over LMDB', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'direct-line-'));
  });
  describeHttp(() => openLmdbStore(folder));
  after(() => rm(folder, { recursive: true, force: true }));
});

function describeHttp(openStore: () => Promise<ConversationStore>): void {
  let running: Running;
  let time = Date.parse('2026-11-23T12:00:00Z');
  before(async () => {
    running = await startDirectLine({ store: await openStore(), clock: () => time });
  });
  after(() => running.stop());

  describe('tokens', () => {
    it('gives one for the secret, bound to a conversation that is new, without the bot', async () => {
      const answer = await running.call('POST', '/tokens/generate', SECRET);
      expect(answer.status).to.equal(200);
      const body = (await answer.json()) as { conversationId: string; token: string; expires_in: number };
      expect(body.conversationId).to.match(CLIENT_ID);
      expect(body.token).to.match(TOKEN);
      expect(body.expires_in).to.equal(1800);
      const path = `/conversations/${body.conversationId}`;
      expect((await running.call('GET', `${path}/activities`, body.token)).status).to.equal(404);
      expect((await running.call('GET', path, body.token)).status).to.equal(404);
    });

    it('gives none for another secret, none at all, or a token', async () => {
      const { token } = await running.open();
      for (const bearer of [`${SECRET}x`, SECRET.slice(1), '', undefined, 'x'.repeat(10_000)]) {
        const answer = await running.call('POST', '/tokens/generate', bearer, {});
        expect(answer.status, String(bearer).slice(0, 50)).to.equal(401);
        expect((await errorOf(answer)).code).to.equal('Unauthorized');
      }
      expect((await running.call('POST', '/tokens/generate', token, {})).status).to.equal(403);
    });

    it('refuses parameters that are none', async () => {
      for (const body of [
        { user: { id: 'a\u0000b' } },
        { user: 'x' },
        { trustedOrigins: ['https://x.example/path'] },
        { trustedOrigins: ['*'] },
        '[]',
        '{',
      ]) {
        expect((await running.call('POST', '/tokens/generate', SECRET, body)).status).to.equal(400);
      }
    });

    it('refreshes one that has not expired, and no other', async () => {
      const first = await running.open();
      time += 1799 * 1000;
      const answer = await running.call('POST', '/tokens/refresh', first.token);
      expect(answer.status).to.equal(200);
      const second = (await answer.json()) as typeof first;
      expect(second).to.include({ conversationId: first.conversationId, expires_in: 1800 });
      time += 1000;
      const expired = await running.call('POST', '/tokens/refresh', first.token);
      expect([expired.status, (await errorOf(expired)).code]).to.deep.equal([403, 'TokenExpired']);
      expect(texts(await running.read({ ...first, token: second.token }))).to.have.length(1);
      expect((await running.call('POST', '/tokens/refresh', SECRET)).status).to.equal(403);
    });
  });

  describe('conversations', () => {
    it('begins one, in which the bot greets once', async () => {
      const answer = await running.call('POST', '/conversations', SECRET, { locale: 'en-GB' });
      const opened = (await answer.json()) as Awaited<ReturnType<Running['open']>>;
      expect(answer.status).to.equal(201);
      expect(opened.conversationId).to.match(CLIENT_ID);
      expect(opened.streamUrl).to.include(`ws://127.0.0.1:${running.port}/v3/directline/conversations/`);
      const again = await running.call('POST', '/conversations', opened.token, {});
      expect(again.status).to.equal(200);
      expect(((await again.json()) as typeof opened).conversationId).to.equal(opened.conversationId);
      const { activities, watermark } = await running.read(opened);
      expect(activities.map(({ type }) => type)).to.deep.equal(['message']);
      expect(watermark).to.equal('1');
    });

    it('greets once where fifty begin it at once', async () => {
      const generated = await running.call('POST', '/tokens/generate', SECRET);
      const opened = (await generated.json()) as Awaited<ReturnType<Running['open']>>;
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => running.call('POST', '/conversations', opened.token)),
      );
      expect(new Set(answers.map(({ status }) => status))).to.satisfy((all: Set<number>) =>
        [...all].every((status) => status === 200 || status === 201),
      );
      expect((await running.read(opened)).activities).to.have.length(1);
    });

    it('takes one up again where its client left off', async () => {
      const opened = await running.open();
      const path = `/conversations/${opened.conversationId}?watermark=1`;
      const answer = await running.call('GET', path, opened.token);
      expect(answer.status).to.equal(200);
      const { conversationId, streamUrl } = (await answer.json()) as typeof opened;
      expect(conversationId).to.equal(opened.conversationId);
      expect(new URL(streamUrl).searchParams.get('watermark')).to.equal('1');
    });

    it('keeps to the user that the server named', async () => {
      const answer = await running.call('POST', '/tokens/generate', SECRET, { user: { id: 'dl_ana' } });
      const opened = (await answer.json()) as Awaited<ReturnType<Running['open']>>;
      await running.call('POST', '/conversations', opened.token);
      await running.say(opened, 'hello', { from: { id: 'dl_somebody-else', role: 'bot', name: 'x' } });
      const { activities } = await running.read(opened);
      expect(activities[1]?.from).to.deep.equal({ id: 'dl_ana', role: 'user' });
    });
  });

  describe('activities', () => {
    it('takes a message, and shows it and its answer after the watermark', async () => {
      const opened = await running.open();
      const answer = await running.say(opened, 'hello', { channelData: { clientActivityID: 'c1' } });
      expect(answer.status).to.equal(200);
      const { id } = (await answer.json()) as { id: string };
      const { activities, watermark } = await running.read(opened, '1');
      expect(activities[0]).to.deep.include({ id, channelData: { clientActivityID: 'c1' } });
      expect(activities[1]?.text).to.equal('2: hello');
      expect(watermark).to.equal('3');
      expect(await running.read(opened, '3')).to.deep.equal({ activities: [], watermark: '3' });
      expect((await running.read(opened, '2')).activities).to.have.length(1);
    });

    it('takes one that is sent twice, or fifty times at once, for one, with one id', async () => {
      const opened = await running.open();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          running.say(opened, 'once', { channelData: { clientActivityID: 'same' } }),
        ),
      );
      const ids = await Promise.all(
        answers.map(async (answer) => ((await answer.json()) as { id: string }).id),
      );
      expect(new Set(ids).size).to.equal(1);
      expect(texts(await running.read(opened, '1'))).to.deep.equal([undefined, '2: once']);
    });

    it('overwrites who sent it, where and when, and drops what a sender must not decide', async () => {
      const seen: Record<string, unknown>[] = [];
      const handle = async ({ activity }: { activity: object }) => void seen.push({ ...activity });
      await withDirectLine({ bot: { handle } }, async ({ call, say, store }) => {
        const opened = (await (await call('POST', '/tokens/generate', SECRET)).json()) as never;
        await call('POST', '/conversations', (opened as { token: string }).token);
        const { conversationId } = opened as { conversationId: string };
        // This bot greets nobody, so that nothing was committed yet.
        await store.commit({
          conversationId: `directline/${conversationId}`,
          dedupeKey: 'x',
          expectedVersion: 0,
          state: {},
          outcome: { activities: [] },
          feed: [],
          delivery: 'feed',
          forget: false,
        });
        const answer = await say(opened, 'hello', {
          id: 'mine',
          from: { id: 'dl_another', role: 'bot', aadObjectId: 'x' },
          conversation: { id: 'client-AAAAAAAAAAAAAAAAAAAAAA', isGroup: true },
          recipient: { id: 'x' },
          channelId: 'slack',
          serviceUrl: 'http://169.254.169.254/',
          timestamp: '1970-01-01',
          membersAdded: [{ id: 'x' }],
          deliveryMode: 'expectReplies',
          channelData: { clientActivityID: 'c', postBack: true, view: { kind: 'x' }, event_id: 'x' },
        });
        expect(answer.status).to.equal(200);
        expect(seen.at(-1)).to.deep.include({
          channelId: 'directline',
          serviceUrl: '',
          conversation: { id: conversationId },
          recipient: { id: 'bot', role: 'bot' },
          channelData: { clientActivityID: 'c', postBack: true },
          deliveryMode: 'normal',
        });
        expect(seen.at(-1)?.from)
          .to.have.property('id')
          .that.matches(/^dl_[\w-]{22}$/);
        expect(seen.at(-1)).to.not.have.any.keys('membersAdded', 'timestamp2');
        expect(String(seen.at(-1)?.id)).to.not.equal('mine');
      });
    });

    it('takes typing without a turn', async () => {
      const opened = await running.open();
      const answer = await running.say(opened, '', { type: 'typing' });
      expect(answer.status).to.equal(200);
      expect(await answer.json()).to.have.property('id');
      expect(await running.read(opened, '1')).to.deep.equal({ activities: [], watermark: '1' });
    });

    const refused: [string, unknown][] = [
      ['no type', { text: 'x' }],
      ['a type that only channels send', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }],
      ['an invoke', { type: 'invoke', name: 'x' }],
      ['a text that is none', { type: 'message', text: { toString: 'x' } }],
      ['an id of its own that is none', { type: 'message', channelData: { clientActivityID: 5 } }],
      ['an id with half a character', { type: 'message', channelData: { clientActivityID: 'a\ud800' } }],
      ['attachments without end', { type: 'message', attachments: Array.from({ length: 51 }, () => ({})) }],
      ['a list', '[]'],
      ['half a body', '{"type": "message", "text": "my calf is swo'],
      ['a name that reaches a prototype', '{"type": "message", "value": {"__proto__": {"x": 1}}}'],
    ];
    for (const [what, body] of refused) {
      it(`refuses ${what}, and repeats nothing of it`, async () => {
        const { conversationId, token } = await running.open();
        const answer = await running.call('POST', `/conversations/${conversationId}/activities`, token, body);
        expect(answer.status).to.equal(400);
        expect(await errorOf(answer)).to.deep.equal({
          code: 'BadRequest',
          message: 'The request is not understood.',
        });
      });
    }

    it('refuses ten megabytes, compressed bodies and other kinds of content', async () => {
      const opened = await running.open();
      const path = `/conversations/${opened.conversationId}/activities`;
      const huge = JSON.stringify({ type: 'message', text: 'x'.repeat(10 * 1024 * 1024) });
      expect((await running.call('POST', path, opened.token, huge)).status).to.equal(413);
      for (const headers of [{ 'content-type': 'text/plain' }, { 'content-encoding': 'gzip' }]) {
        expect((await running.call('POST', path, opened.token, '{}', headers)).status).to.equal(415);
      }
    });

    it('refuses watermarks that are none', async () => {
      const { conversationId, token } = await running.open();
      for (const watermark of ['-1', '1.5', 'NaN', '1e3', '9'.repeat(16), '%00', '0x1']) {
        const query = `?watermark=${watermark}`;
        const path = `/conversations/${conversationId}`;
        expect((await running.call('GET', `${path}/activities${query}`, token)).status).to.equal(400);
        expect((await running.call('GET', path + query, token)).status).to.equal(400);
      }
    });

    it('takes no files', async () => {
      const { conversationId, token } = await running.open();
      const body = new FormData();
      body.append('activity', new Blob(['{}'], { type: 'application/vnd.microsoft.activity' }));
      const answer = await fetch(`${running.base}/conversations/${conversationId}/upload?userId=x`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
      });
      expect([answer.status, (await errorOf(answer)).code]).to.deep.equal([415, 'UnsupportedMediaType']);
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    });

    it('lets one conversation say only so much at once', async () => {
      const limits = { messages: { burst: 3, perHour: 3600 } };
      await withDirectLine({ limits, clock: () => time }, async ({ open, say }) => {
        const [one, other] = [await open(), await open()];
        for (let count = 0; count < 3; count++) expect((await say(one, 'x')).status).to.equal(200);
        const answer = await say(one, 'x');
        expect([answer.status, answer.headers.get('retry-after')]).to.deep.equal([429, '1']);
        expect((await say(other, 'x')).status).to.equal(200);
        time += 1000;
        expect((await say(one, 'x')).status).to.equal(200);
      });
    });
  });

  describe('what is not theirs', () => {
    const calls: [string, string][] = [
      ['GET', ''],
      ['GET', '/activities'],
      ['POST', '/activities'],
      ['POST', '/upload'],
    ];

    it('is refused to a token of another conversation', async () => {
      const [mine, theirs] = [await running.open(), await running.open()];
      await running.say(theirs, 'my calf is swollen');
      for (const [method, path] of calls) {
        const body = method === 'POST' ? { type: 'message', text: 'x' } : undefined;
        const answer = await running.call(
          method,
          `/conversations/${theirs.conversationId}${path}`,
          mine.token,
          body,
        );
        expect(answer.status, path).to.equal(403);
        expect(await answer.text()).to.not.include('swollen');
      }
      expect(texts(await running.read(theirs, '3'))).to.deep.equal([]);
    });

    it('is refused to tokens that are forged, cut, or of another kind', async () => {
      const { conversationId, token, streamUrl } = await running.open();
      const [header = '', payload = '', signature = ''] = token.split('.');
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      const forged = [
        `${none}.${payload}.`,
        `${none}.${payload}.${signature}`,
        `${header}.${payload}.${signature.slice(0, -2)}AA`,
        `${header}.${Buffer.from('{}').toString('base64url')}.${signature}`,
        `${header}.${payload}`,
        'x',
        new URL(streamUrl).searchParams.get('t') ?? '',
      ];
      for (const bearer of forged) {
        for (const [method, path] of calls) {
          const answer = await running.call(method, `/conversations/${conversationId}${path}`, bearer);
          expect([answer.status, (await errorOf(answer)).code]).to.deep.equal([401, 'Unauthorized']);
        }
        expect((await running.call('POST', '/tokens/refresh', bearer)).status).to.equal(401);
        expect((await running.call('POST', '/conversations', bearer)).status).to.equal(401);
      }
    });

    it('is refused to pages that the token is not for', async () => {
      const trustedOrigins = ['https://clinic.example'];
      const answer = await running.call('POST', '/conversations', SECRET, { trustedOrigins });
      const { conversationId, token } = (await answer.json()) as Awaited<ReturnType<Running['open']>>;
      const path = `/conversations/${conversationId}/activities`;
      for (const [origin, status] of [
        ['https://clinic.example', 200],
        ['https://clinic.example.evil.example', 403],
        ['null', 403],
      ] as const) {
        expect((await running.call('GET', path, token, undefined, { origin })).status).to.equal(status);
      }
    });

    it('does not exist under ids with slashes or of another make', async () => {
      const { conversationId, token } = await running.open();
      for (const id of [
        `${conversationId}%2Fusers`,
        '..%2f..%2fetc%2fpasswd',
        `${conversationId}%00`,
        `${conversationId}/users`,
        'client-short',
        `CLIENT${conversationId.slice(6)}`,
        'client-%E0%A4%A',
      ]) {
        for (const bearer of [token, SECRET]) {
          const answer = await running.call('GET', `/conversations/${id}/activities`, bearer);
          expect([400, 404], `${id}: ${answer.status}`).to.include(answer.status);
        }
      }
      const unknown = '/conversations/client-AAAAAAAAAAAAAAAAAAAAAA/activities';
      expect((await running.call('GET', unknown, SECRET)).status).to.equal(404);
      expect((await running.call('POST', unknown, SECRET, { type: 'message' })).status).to.equal(404);
    });
  });

  describe('browsers', () => {
    for (const path of [
      '/tokens/generate',
      '/tokens/refresh',
      '/conversations',
      '/conversations/x',
      '/conversations/x/activities',
      '/conversations/x/upload',
    ]) {
      it(`may call ${path} from any page`, async () => {
        const answer = await fetch(running.base + path, {
          method: 'OPTIONS',
          headers: {
            origin: 'https://clinic.example',
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization,x-ms-bot-agent',
          },
        });
        expect(answer.status).to.equal(204);
        expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
        expect(answer.headers.get('access-control-allow-headers')).to.include('x-ms-bot-agent');
        expect(Number(answer.headers.get('access-control-max-age'))).to.be.greaterThan(600);
      });
    }

    it('can read errors too', async () => {
      const answer = await running.call('GET', '/conversations/x/activities', 'x');
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    });
  });

  describe('faults', () => {
    for (const code of ['STORE_UNAVAILABLE', 'STORE_BUSY']) {
      it(`asks for another try where the store says ${code}`, async () => {
        const runTurn = () => Promise.reject(new CodedError(code, 'my calf is swollen'));
        await withDirectLine({ runTurn }, async ({ call, logged }) => {
          const answer = await call('POST', '/conversations', SECRET);
          expect(answer.status).to.equal(503);
          expect(answer.headers.get('retry-after')).to.match(/^\d+$/);
          expect(await answer.text()).to.not.include('swollen');
          expect(logged.join('')).to.include(code).and.not.include('swollen');
        });
      });
    }

    it('asks for another try where the store cannot be read', async () => {
      const store = new MemoryStore();
      await withDirectLine({ store }, async ({ open, call, say }) => {
        const opened = await open();
        await store.close();
        const path = `/conversations/${opened.conversationId}`;
        expect((await call('GET', path, opened.token)).status).to.equal(503);
        expect((await call('GET', `${path}/activities`, opened.token)).status).to.equal(503);
        expect((await say(opened, 'x')).status).to.equal(503);
      });
    });

    it('answers 200 where the bot fails, which says one calm sentence', async () => {
      const handle = async () => {
        throw new Error('my calf is swollen');
      };
      await withDirectLine({ bot: { handle } }, async ({ open, say, read, logged }) => {
        const opened = await open();
        expect((await say(opened, 'my calf is swollen')).status).to.equal(200);
        expect(texts(await read(opened))).to.deep.equal([
          'Something went wrong on our side.',
          undefined,
          'Something went wrong on our side.',
        ]);
        expect(logged.join('')).to.not.include('swollen');
      });
    });
  });

  it('logged nothing of what was said', () => {
    expect(running.logged.join('')).to.not.match(/hello|swollen|swo|client-|dl_/);
  });
}
