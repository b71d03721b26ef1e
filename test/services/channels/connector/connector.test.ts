import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CodedError } from '../../../../knowledge/coded-error.js';
import type { Outcome } from '../../../../services/conversations/conversation-store.js';
import { type EchoOptions, message, startEchoServer } from './echo-server.js';
import { startFakeChannel } from './fake-channel.js';

async function withServer(
  options: EchoOptions,
  use: (running: Awaited<ReturnType<typeof startEchoServer>>) => Promise<void>,
): Promise<void> {
  const running = await startEchoServer(options);
  try {
    await use(running);
  } finally {
    await running.stop();
  }
}

const answering = (outcome: Outcome) => async () => ({ outcome });

describe('POST /api/messages', () => {
  it('answers 200 without a body, and leaves the replies to the outbox', async () => {
    const channel = await startFakeChannel();
    const deliveries: string[] = [];
    const runTurn: EchoOptions['runTurn'] = async (_activity, { delivery }) => {
      deliveries.push(delivery);
      return { outcome: { activities: [{ type: 'message', text: 'hello' }] } };
    };
    await withServer({ runTurn }, async ({ post }) => {
      const answer = await post(message({ serviceUrl: channel.url }));
      expect([answer.status, await answer.text()]).to.deep.equal([200, '']);
    });
    await channel.close();
    expect(deliveries).to.deep.equal(['outbox']);
    expect(channel.received).to.deep.equal([]);
  });

  it('puts the replies into the response where they are expected there, in order and addressed', async () => {
    const channel = await startFakeChannel();
    const outcome = {
      activities: [
        { type: 'message', text: 'one' },
        { type: 'message', text: 'two' },
      ],
    };
    const deliveries: string[] = [];
    const runTurn: EchoOptions['runTurn'] = async (_activity, { delivery }) => {
      deliveries.push(delivery);
      return { outcome };
    };
    await withServer({ runTurn }, async ({ post }) => {
      const answer = await post(message({ serviceUrl: channel.url, deliveryMode: 'expectReplies' }));
      expect(answer.status).to.equal(200);
      const { activities } = (await answer.json()) as { activities: Record<string, unknown>[] };
      expect(activities.map(({ text }) => text)).to.deep.equal(['one', 'two']);
      for (const activity of activities) {
        expect(activity).to.deep.include({
          replyToId: 'activity-1',
          from: { id: 'bot-1', name: 'Bot', role: 'bot' },
          recipient: { id: 'user-1', name: 'User', role: 'user' },
          conversation: { id: 'conversation-1' },
        });
      }
      expect(outcome.activities[0]).to.deep.equal({ type: 'message', text: 'one' });
    });
    await channel.close();
    expect(deliveries).to.deep.equal(['response']);
    expect(channel.received).to.deep.equal([]);
  });

  it('answers an invoke with the recorded status and body', async () => {
    const outcome = { activities: [], invokeResponse: { status: 200, body: { task: { type: 'message' } } } };
    await withServer({ runTurn: answering(outcome) }, async ({ post }) => {
      const answer = await post(message({ type: 'invoke', name: 'task/fetch' }));
      expect([answer.status, await answer.json()]).to.deep.equal([200, outcome.invokeResponse.body]);
    });
  });

  it('answers an invoke that the bot does not know as a bad request', async () => {
    await withServer({ runTurn: answering({ activities: [] }) }, async ({ post }) => {
      expect((await post(message({ type: 'invoke', name: 'unknown' }))).status).to.equal(400);
    });
  });

  it('hands the turn an activity with only the known fields and the right caller', async () => {
    await withServer({}, async ({ post, turns }) => {
      await post(message({ callerId: 'urn:botframework:azure', isAdmin: true }));
      expect(turns).to.have.length(1);
      expect(turns[0]?.callerId ?? undefined).to.equal(undefined);
      expect(turns[0]).to.include({ text: 'my back hurts' });
      expect(turns[0]).to.not.have.property('isAdmin');
      expect(turns[0]?.timestamp).to.be.instanceOf(Date);
    });
  });

  for (const code of ['STORE_UNAVAILABLE', 'STORE_BUSY']) {
    it(`asks for another try where the store says ${code}`, async () => {
      const runTurn = () => Promise.reject(new CodedError(code, 'my calf is swollen'));
      await withServer({ runTurn }, async ({ post, logged }) => {
        for (const changes of [{}, { deliveryMode: 'expectReplies' }, { type: 'invoke' }]) {
          const answer = await post(message(changes));
          expect(answer.status).to.equal(503);
          expect(answer.headers.get('retry-after')).to.match(/^\d+$/);
          expect(await answer.text()).to.not.include('swollen');
        }
        expect(logged.join('')).to.include(code).and.not.include('swollen');
      });
    });
  }

  it('takes an activity whose turn failed beyond repair, and repeats nothing of why', async () => {
    const runTurn = () => Promise.reject(new TypeError('my calf is swollen'));
    await withServer({ runTurn }, async ({ post, logged }) => {
      const answer = await post(message());
      expect([answer.status, await answer.text()]).to.deep.equal([200, '']);
      const expecting = await post(message({ deliveryMode: 'expectReplies' }));
      expect(await expecting.json()).to.deep.equal({ activities: [] });
      expect(logged.join('')).to.include('connector.turn.failed').and.not.include('swollen');
    });
  });

  it('does not answer a bot', async () => {
    await withServer({}, async ({ post, turns }) => {
      for (const from of [{ id: 'user-1', role: 'bot' }, { id: 'bot-1' }]) {
        expect((await post(message({ from }))).status).to.equal(200);
      }
      expect(turns).to.deep.equal([]);
    });
  });

  it('does not let anyone into the conversations of our own Direct Line', async () => {
    await withServer({}, async ({ post, turns }) => {
      const say = (id: string) =>
        post(message({ channelId: 'directline', conversation: { id }, deliveryMode: 'expectReplies' }));
      expect((await say(`widget-${'a'.repeat(22)}`)).status).to.equal(403);
      expect(turns).to.deep.equal([]);
      expect((await say('CRe9ZyT2x1v-us')).status).to.equal(200);
    });
  });

  it('refuses an address elsewhere without a turn and without a request to it', async () => {
    const channel = await startFakeChannel();
    const { port } = new URL(channel.url);
    await withServer({}, async ({ post, turns, logged }) => {
      const elsewhere = [
        'http://169.254.169.254/latest/meta-data/',
        `http://2130706433:${port}/`,
        `http://0x7f.1:${port}/`,
        `http://[::ffff:127.0.0.1]:${port}/`,
        `http://localhost:${port}@127.0.0.1:${port}/`,
        `http://x@127.0.0.1:${port}/`,
      ];
      for (const serviceUrl of elsewhere) {
        for (const deliveryMode of ['normal', 'expectReplies']) {
          expect((await post(message({ serviceUrl, deliveryMode }))).status, serviceUrl).to.equal(403);
        }
      }
      expect((await post(message({ channelId: 'AseChannel' }))).status).to.equal(403);
      expect(turns).to.deep.equal([]);
      expect(logged.join('')).to.include('host-not-allowed').and.not.include('169.254');
    });
    await channel.close();
    expect(channel.received).to.deep.equal([]);
  });

  describe('given what no channel would send', () => {
    const bodies = JSON.parse(readFileSync('test/data/fuzz/raw_bodies.json', 'utf8')) as string[];
    const activities = readFileSync('test/data/fuzz/bad_activities.jsonl', 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { name: string; expect: string; activity: unknown });
    const fixedText = /^(\{"error":\{"code":"[A-Za-z]+","message":"[A-Z][a-z, /]+[a-z;/ -]*[.]?"\}\}|)$/;
    const allowed: Record<string, number[]> = {
      '4xx': [400, 413],
      '413': [413],
      ignore: [200],
      no_call: [403],
      '2xx_server_time_used': [200],
      contract: [200],
    };

    let running: Awaited<ReturnType<typeof startEchoServer>>;
    before(async () => {
      running = await startEchoServer();
    });
    after(() => running.stop());

    it('refuses every body that is no activity with a fixed text', async () => {
      expect(bodies.length).to.be.greaterThan(20);
      for (const body of bodies) {
        const answer = await running.post(body);
        expect(answer.status, body).to.equal(400);
        expect(await answer.text(), body).to.match(fixedText);
      }
      expect(running.turns).to.deep.equal([]);
    });

    it('takes or refuses every odd activity with a fixed text, and lives', async () => {
      expect(activities.length).to.be.greaterThan(100);
      for (const { name, expect: expected, activity } of activities) {
        const answer = await running.post(activity);
        const text = await answer.text();
        expect(allowed[expected] ?? [200, 400, 403, 413], `${name}: ${answer.status}`).to.include(
          answer.status,
        );
        if (expected !== 'contract') expect(text, name).to.match(fixedText);
      }
      expect((await running.post(message())).status).to.equal(200);
    });

    it('logged nothing of it', () => {
      const text = running.logged.join('');
      for (const word of ['back hurts', '169.254', 'passwd', 'script', 'urn:', '__proto__']) {
        expect(text).to.not.include(word);
      }
    });
  });

  it('takes fifty turns at once', async () => {
    await withServer({}, async ({ post, turns }) => {
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const answer = await post(
            message({ id: `a-${index}`, text: `t-${index}`, deliveryMode: 'expectReplies' }),
          );
          const { activities } = (await answer.json()) as {
            activities: { text: string; replyToId: string }[];
          };
          return activities.map(({ text, replyToId }) => [text, replyToId]);
        }),
      );
      expect(answers).to.deep.equal(
        Array.from({ length: 50 }, (_, index) => [[`You said: t-${index}`, `a-${index}`]]),
      );
      expect(turns).to.have.length(50);
    });
  });
});
