import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder-core';
import { expect } from 'chai';
import type { TurnHandler } from '../../../bots/turn/turn-handler.js';
import { show, viewActivity } from '../../../dialogs/views/show.js';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { ConversationStore, DeliveryMode } from '../../../services/conversations/conversation-store.js';
import { openLmdbStore } from '../../../services/conversations/lmdb/lmdb-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';
import { APOLOGY, counting, countOf, incoming, runnerOver } from './fixtures.js';

const KEY = 'directline/conversation';

for (const kind of ['memory', 'LMDB'] as const) {
  describe(`a turn over the ${kind} store`, () => {
    let folder: string;
    let store: ConversationStore;
    const open = () => (kind === 'memory' ? Promise.resolve(new MemoryStore()) : openLmdbStore(folder));
    const count = async () => countOf((await store.load(KEY))?.state);
    const answers = async () =>
      (await store.feed(KEY, 0)).entries
        .map(({ activity }) => activity)
        .filter(({ from }) => from?.id === 'bot')
        .map(({ text }) => text);

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'turn-'));
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('takes effect once where one activity comes fifty times at once, and answers all alike', async () => {
      const run = runnerOver(store);
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, () => run(incoming('same'), { delivery: 'feed' })),
      );
      expect(await count()).to.equal(1);
      expect(await answers()).to.deep.equal(['1: said same']);
      expect(outcomes.filter(({ kind }) => kind === 'committed')).to.have.length(1);
      for (const { outcome } of outcomes) expect(outcome).to.deep.equal(outcomes[0]?.outcome);
    });

    it('counts fifty activities that come at once, in the order they came', async () => {
      const run = runnerOver(store);
      const ids = Array.from({ length: 50 }, (_, index) => String(index));
      await Promise.all(ids.map((id) => run(incoming(id), { delivery: 'feed' })));
      expect(await count()).to.equal(50);
      expect(await answers()).to.deep.equal(ids.map((id, index) => `${index + 1}: said ${id}`));
    });

    it('loses and doubles nothing where two runners share the store, as two processes do', async () => {
      const runners = [runnerOver(store), runnerOver(store)];
      const ids = Array.from({ length: 40 }, (_, index) => String(index));
      // Every activity goes to both: to one as sent, to the other as sent again.
      const outcomes = await Promise.all(
        ids.flatMap((id) => runners.map((run) => run(incoming(id), { delivery: 'feed' }))),
      );
      expect(await count()).to.equal(40);
      const said = (await answers()).map((text) => text?.replace(/^\d+: said /, ''));
      expect(said).to.have.members(ids);
      expect(outcomes.filter(({ kind }) => kind === 'committed')).to.have.length(40);
    });

    it('lets two runners with activities of their own both get through', async () => {
      const runners = [runnerOver(store), runnerOver(store)];
      await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          runners[index % 2]?.(incoming(String(index)), { delivery: 'feed' }),
        ),
      );
      expect(await count()).to.equal(30);
      expect(await answers()).to.have.length(30);
    });

    it('commits one calm sentence on the old state where the bot fails', async () => {
      const errors: unknown[] = [];
      await runnerOver(store)(incoming('fine'), { delivery: 'feed' });
      const run = runnerOver(store, {
        handle: async (context, state) => {
          await counting(context, state);
          throw new Error('the bot broke');
        },
        onError: (error) => errors.push(error),
      });
      const first = await run(incoming('bad'), { delivery: 'feed' });
      expect(first.outcome.activities.map(({ text }) => text)).to.deep.equal([APOLOGY]);
      expect(await count()).to.equal(1);
      expect(await answers()).to.deep.equal(['1: said fine', APOLOGY]);
      expect(errors).to.have.length(1);

      const again = await run(incoming('bad'), { delivery: 'feed' });
      expect(again).to.deep.equal({ ...first, kind: 'duplicate' });
      expect(errors).to.have.length(1);
    });

    it('commits the apology where the state or the answer cannot be stored', async () => {
      const run = runnerOver(store, {
        handle: async (context, state) => {
          const cycle: Record<string, unknown> = {};
          cycle.self = cycle;
          await state.createProperty('broken').set(context, cycle);
        },
      });
      const { outcome } = await run(incoming('bad'), { delivery: 'feed' });
      expect(outcome.activities.map(({ text }) => text)).to.deep.equal([APOLOGY]);
      expect((await store.load(KEY))?.state).to.deep.equal({});
    });

    it('commits the apology where a view cannot be rendered', async () => {
      const run = runnerOver(store, {
        handle: (context) => show(context, { kind: 'message', text: 'hello' }),
        render: () => {
          throw new Error('no such client');
        },
      });
      const { outcome } = await run(incoming('bad'), { delivery: 'feed' });
      expect(outcome.activities.map(({ text }) => text)).to.deep.equal([APOLOGY]);
    });

    it('runs the bot again on the new state where another turn was committed meanwhile', async () => {
      let interfere = true;
      const other = runnerOver(store);
      const run = runnerOver(store, {
        handle: async (context, state) => {
          await counting(context, state);
          if (interfere) {
            interfere = false;
            await other(incoming('of another process'), { delivery: 'feed' });
          }
        },
      });
      const { outcome } = await run(incoming('mine'), { delivery: 'feed' });
      expect(outcome.activities.map(({ text }) => text)).to.deep.equal(['2: said mine']);
      expect(await count()).to.equal(2);
    });

    it('gives the other process’s outcome where that was faster with the same activity', async () => {
      const other = runnerOver(store);
      let theirs: unknown;
      const run = runnerOver(store, {
        handle: async (context, state) => {
          await counting(context, state);
          theirs = (await other(incoming('same'), { delivery: 'feed' })).outcome;
        },
      });
      const { kind: result, outcome } = await run(incoming('same'), { delivery: 'feed' });
      expect(result).to.equal('duplicate');
      expect(outcome).to.deep.equal(theirs);
      expect(await count()).to.equal(1);
    });

    it('wins in the end where others win many times in a row', async () => {
      let others = 0;
      const other = runnerOver(store);
      const run = runnerOver(store, {
        handle: async (context, state) => {
          await counting(context, state);
          if (others < 40) await other(incoming(`other ${others++}`), { delivery: 'feed' });
        },
      });
      const { kind: result } = await run(incoming('mine'), { delivery: 'feed' });
      expect(result).to.equal('committed');
      expect(await count()).to.equal(41);
    });

    it('gives up as busy where others win for five seconds', async () => {
      let others = 0;
      const other = runnerOver(store);
      let now = 0;
      const run = runnerOver(store, {
        now: () => new Date(now),
        handle: async () => {
          now += 100;
          await other(incoming(`other ${others++}`), { delivery: 'feed' });
        },
      });
      const error = await run(incoming('mine'), { delivery: 'feed' }).catch((cause: unknown) => cause);
      expect(error).to.be.instanceOf(CodedError).with.property('code', 'STORE_BUSY');
      expect(await count()).to.equal(others);
      expect(others * 100).to.be.within(5000, 5200);
    });

    if (kind === 'LMDB') {
      it('keeps what was committed over a restart, and knows what it saw before it', async () => {
        await runnerOver(store)(incoming('a'), { delivery: 'feed' });
        await store.close();
        store = await open();
        const run = runnerOver(store);
        expect((await run(incoming('a'), { delivery: 'feed' })).kind).to.equal('duplicate');
        await run(incoming('b'), { delivery: 'feed' });
        expect(await answers()).to.deep.equal(['1: said a', '2: said b']);
      });
    }

    it('rejects where the store is down, and has no effect', async () => {
      const run = runnerOver(store);
      await run(incoming('a'), { delivery: 'feed' });
      await store.close();
      const error = await run(incoming('b'), { delivery: 'feed' }).catch((cause: unknown) => cause);
      expect(error).to.be.instanceOf(CodedError).with.property('code', 'STORE_UNAVAILABLE');
      store = await open();
      if (kind === 'LMDB') expect(await count()).to.equal(1);
    });

    it('forgets all before in the write of the turn that asks for it', async () => {
      await runnerOver(store)(incoming('a'), { delivery: 'feed' });
      const run = runnerOver(store, {
        handle: async (context, state) => {
          await state.clear(context);
          await context.sendActivity('All is deleted.');
          return { forget: true };
        },
      });
      await run(incoming('delete everything'), { delivery: 'feed' });
      expect(await answers()).to.deep.equal(['All is deleted.']);
      expect((await store.load(KEY))?.state).to.deep.equal({});
    });
  });
}

describe('what a turn records', () => {
  let store: MemoryStore;
  const now = () => new Date('2026-11-23T12:00:00Z');
  const say =
    (...texts: string[]) =>
    async (context: TurnContext) => {
      for (const text of texts) await context.sendActivity(text);
    };
  const failing = async (): Promise<void> => {
    throw new Error('broke');
  };
  const feed = async () => (await store.feed(KEY, 0)).entries.map(({ activity }) => activity);

  beforeEach(() => {
    store = new MemoryStore();
  });

  it('addresses answers to the person, from the bot, in the conversation', async () => {
    const run = runnerOver(store, { handle: say('hello'), now });
    const { outcome } = await run(incoming('a'), { delivery: 'outbox' });
    expect(outcome.activities).to.have.length(1);
    expect(outcome.activities[0]).to.deep.include({
      type: 'message',
      text: 'hello',
      channelId: 'directline',
      serviceUrl: 'https://service.example/',
      conversation: { id: 'conversation' },
      from: { id: 'bot', name: 'The bot' },
      recipient: { id: 'person', name: 'A person' },
      replyToId: 'a',
      locale: 'en-GB',
      timestamp: '2026-11-23T12:00:00.000Z',
    });
  });

  it('gives answers ids that a turn which runs again gives too, and no other turn', async () => {
    const idsOf = async (conversation: string, id: string) => {
      const run = runnerOver(new MemoryStore(), { handle: say('one', 'two') });
      const activity = incoming(id, { conversation: { id: conversation } as Activity['conversation'] });
      return (await run(activity, { delivery: 'feed' })).outcome.activities.map((answer) => answer.id);
    };
    const ids = await idsOf('c', 'a');
    expect(await idsOf('c', 'a')).to.deep.equal(ids);
    const all = [...ids, ...(await idsOf('c', 'b')), ...(await idsOf('d', 'a'))];
    expect(new Set(all).size).to.equal(6);
    for (const id of all) expect(id).to.match(/^[\w-]{10,40}$/);
  });

  it('shows views as the client of this activity is shown them, and leaves other activities alone', async () => {
    const run = runnerOver(store, {
      handle: async (context) => {
        await show(context, { kind: 'question', id: 'q', text: 'Where?' });
        const neutral = viewActivity({ kind: 'message', text: 'Here.' });
        await context.sendActivity({ ...neutral, channelData: { ...neutral.channelData, kept: true } });
        await context.sendActivity({ type: 'message', text: 'plain', channelData: { kept: true } });
      },
      render: ({ channelId }) => ({
        render: (view) => ({ text: `${view.kind} on ${channelId}`, channelData: { drawn: true } }),
      }),
    });
    const { outcome } = await run(incoming('a'), { delivery: 'feed' });
    expect(outcome.activities.map(({ text, channelData }) => ({ text, channelData }))).to.deep.equal([
      { text: 'question on directline', channelData: { drawn: true } },
      { text: 'message on directline', channelData: { kept: true, drawn: true } },
      { text: 'plain', channelData: { kept: true } },
    ]);
  });

  const clientData = { clientActivityID: 'c1', other: 'x' };
  it('puts the person’s message before the answer in the feed, with its words where they may be kept', async () => {
    const handle = async (context: TurnContext) => {
      await context.sendActivity('hello');
      return { keepIncoming: true };
    };
    const activity = incoming('a', { channelData: clientData });
    await runnerOver(store, { handle, now })(activity, { delivery: 'feed' });
    const [echo, answer] = await feed();
    expect(echo).to.deep.equal({ ...activity, timestamp: '2026-11-23T12:00:00.000Z' });
    expect(answer?.text).to.equal('hello');
  });

  it('keeps of a message without agreement that there was one, and none of its words', async () => {
    const activity = incoming('a', { channelData: clientData, value: { secret: 1 }, text: 'secret' });
    await runnerOver(store, { handle: say('hello') })(activity, { delivery: 'feed' });
    expect((await feed())[0]).to.deep.include({
      type: 'message',
      id: 'a',
      from: activity.from,
      channelData: { clientActivityID: 'c1' },
    });
    expect(JSON.stringify(await feed())).not.to.match(/secret|other/);
  });

  it('keeps none of the words of a message on which the bot failed', async () => {
    await runnerOver(store, { handle: failing })(incoming('a', { text: 'secret' }), { delivery: 'feed' });
    expect(JSON.stringify(await feed())).not.to.include('secret');
  });

  for (const [delivery, inFeed, inOutbox] of [
    ['feed', 2, 0],
    ['outbox', 1, 1],
    ['response', 0, 0],
  ] as const) {
    it(`records a turn for delivery by ${delivery} where that looks for it`, async () => {
      const { outcome } = await runnerOver(store)(incoming('a'), { delivery });
      expect(outcome.activities).to.have.length(1);
      expect(await feed()).to.have.length(inFeed);
      expect(await store.pendingDeliveries()).to.have.length(inOutbox);
    });
  }

  it('collects answers where the sender expects them in the response', async () => {
    const activity = incoming('a', { deliveryMode: 'expectReplies' });
    const { outcome } = await runnerOver(store)(activity, { delivery: 'response' });
    expect(outcome.activities.map(({ text }) => text)).to.deep.equal(['1: said a']);
  });

  it('keeps an invoke’s response apart from what is delivered, and gives it to a duplicate', async () => {
    const run = runnerOver(store, {
      handle: async (context) => {
        await context.sendActivity({
          type: ActivityTypes.InvokeResponse,
          value: { status: 200, body: { n: 1 } },
        });
        await context.sendActivity('done');
      },
    });
    const invoke = incoming('a', { type: 'invoke', name: 'adaptiveCard/action' });
    const first = await run(invoke, { delivery: 'outbox' });
    expect(first.outcome.invokeResponse).to.deep.equal({ status: 200, body: { n: 1 } });
    expect((await store.pendingDeliveries()).map(({ activity }) => activity.text)).to.deep.equal(['done']);
    expect((await run(invoke, { delivery: 'outbox' })).outcome).to.deep.equal(first.outcome);
  });

  it('answers an invoke on which the bot failed, so that the channel does not send it again', async () => {
    const run = runnerOver(store, { handle: failing });
    const { outcome } = await run(incoming('a', { type: 'invoke' }), { delivery: 'outbox' });
    expect(outcome.invokeResponse).to.deep.equal({ status: 200 });
    expect(outcome.activities.map(({ text }) => text)).to.deep.equal([APOLOGY]);
  });

  it('writes nothing for an event that changes nothing', async () => {
    const committed: string[] = [];
    const run = runnerOver(store, {
      handle: async (context, state) => {
        await state.createProperty('seen').get(context);
      },
      onCommit: (id) => committed.push(id),
    });
    const result = await run(incoming('a', { type: 'conversationUpdate' }), { delivery: 'feed' });
    expect(result).to.deep.equal({ kind: 'committed', outcome: { activities: [] }, conversationId: KEY });
    expect(await store.load(KEY)).to.equal(undefined);
    expect(committed).to.deep.equal([]);
  });

  const events: [what: string, TurnHandler][] = [
    ['says something', say('welcome')],
    ['changes the state', counting],
    ['forgets', async () => ({ forget: true })],
  ];
  for (const [what, handle] of events) {
    it(`records an event that ${what}, once`, async () => {
      const run = runnerOver(store, { handle });
      const event = incoming('a', { type: 'conversationUpdate' });
      await run(event, { delivery: 'feed' });
      const before = await store.load(KEY);
      expect(before).not.to.equal(undefined);
      expect((await run(event, { delivery: 'feed' })).kind).to.equal('duplicate');
      expect(await store.load(KEY)).to.deep.equal(before);
    });
  }

  it('hands typing to whoever listens now, and records none of it', async () => {
    const live: Partial<Activity>[] = [];
    const handle = async (context: TurnContext) => {
      await context.sendActivities([{ type: 'typing' }, { type: 'delay', value: 500 }, { text: 'hello' }]);
    };
    const run = runnerOver(store, { handle });
    const { outcome } = await run(incoming('a'), {
      delivery: 'feed',
      live: (activity) => live.push(activity),
    });
    expect(live.map(({ type, conversation }) => [type, conversation?.id])).to.deep.equal([
      ['typing', 'conversation'],
    ]);
    expect(outcome.activities.map(({ text }) => text)).to.deep.equal(['hello']);
    expect((await feed()).map(({ type }) => type)).to.deep.equal(['message', 'message']);
  });

  for (const [channelId, traces] of [
    ['emulator', 1],
    ['directline', 0],
    ['msteams', 0],
  ] as const) {
    it(`sends ${traces} of a trace activity to ${channelId}`, async () => {
      const handle = async (context: TurnContext) => {
        await context.sendTraceActivity('note', { rule: 'r1' });
      };
      const { outcome } = await runnerOver(store, { handle })(incoming('a', { channelId }), {
        delivery: 'outbox',
      });
      expect(outcome.activities).to.have.length(traces);
    });
  }

  it('wakes those who deliver after the commit, and not for a duplicate', async () => {
    const woken: [string, DeliveryMode, number][] = [];
    const run = runnerOver(store, {
      onCommit: async (id, delivery) => {
        woken.push([id, delivery, (await store.pendingDeliveries(id)).length]);
      },
    });
    await run(incoming('a'), { delivery: 'outbox' });
    await run(incoming('a'), { delivery: 'outbox' });
    expect(woken).to.deep.equal([[KEY, 'outbox', 1]]);
  });

  it('shows the bot the activity as it came, though an earlier try changed it', async () => {
    const seen: string[] = [];
    const other = runnerOver(store);
    const activity = incoming('a', { text: '<at>bot</at> hello' });
    const run = runnerOver(store, {
      handle: async (context) => {
        seen.push(context.activity.text);
        context.activity.text = 'stripped';
        if (seen.length === 1) await other(incoming('b'), { delivery: 'feed' });
      },
    });
    await run(activity, { delivery: 'feed' });
    expect(seen).to.deep.equal(['<at>bot</at> hello', '<at>bot</at> hello']);
    expect(activity.text).to.equal('<at>bot</at> hello');
  });

  it('keeps conversations of one id on two channels apart', async () => {
    const run = runnerOver(store);
    await run(incoming('a', { channelId: 'directline' }), { delivery: 'feed' });
    const { outcome } = await run(incoming('a', { channelId: 'msteams' }), { delivery: 'outbox' });
    expect(outcome.activities[0]?.text).to.equal('1: said a');
  });

  it('refuses a conversation id that no store takes', async () => {
    const activity = incoming('a', { conversation: { id: 'x'.repeat(1000) } as Activity['conversation'] });
    const error = await runnerOver(store)(activity, { delivery: 'feed' }).catch((cause: unknown) => cause);
    expect(error).to.have.property('code', 'CONVERSATION_ID_REFUSED');
  });
});
