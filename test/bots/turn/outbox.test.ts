import type { Activity } from 'botbuilder-core';
import { expect } from 'chai';
import { createOutbox, type Outbox, type OutboxDependencies } from '../../../bots/turn/outbox.js';
import type { Timers } from '../../../bots/turn/timers.js';
import type { DeliveryResult } from '../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Time that passes when it is told to. */
class FakeTimers implements Timers {
  private time = Date.parse('2026-11-23T12:00:00Z');
  private readonly waiting = new Set<{ at: number; work: () => void }>();

  now = () => this.time;

  after(milliseconds: number, work: () => void): () => void {
    const entry = { at: this.time + milliseconds, work };
    this.waiting.add(entry);
    return () => this.waiting.delete(entry);
  }

  get pending(): number {
    return this.waiting.size;
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      await settled();
      const next = [...this.waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.waiting.delete(next);
      this.time = next.at;
      next.work();
    }
    this.time = end;
  }
}

/** All that can happen without time passing has happened: deliveries of these tests take one round each. */
async function settled(rounds = 5): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise(setImmediate);
}

describe('the outbox', () => {
  let store: MemoryStore;
  let timers: FakeTimers;
  let outbox: Outbox;
  let tried: string[];
  let answers: (activity: Partial<Activity>) => DeliveryResult | Promise<DeliveryResult>;
  let errors: unknown[];

  const open = (parts: Partial<OutboxDependencies> = {}) =>
    createOutbox({
      store,
      timers,
      random: () => 0,
      onError: (error) => errors.push(error),
      deliver: async ([activity, ...others]) => {
        expect(others).to.deep.equal([]);
        tried.push(activity?.text ?? '');
        return answers(activity ?? {});
      },
      ...parts,
    });
  const commit = async (conversationId: string, ...texts: string[]) => {
    const timestamp = new Date(timers.now()).toISOString() as unknown as Date;
    const feed = texts.map((text): Partial<Activity> => ({ type: 'message', text, timestamp }));
    const expectedVersion = (await store.load(conversationId))?.version ?? 0;
    await store.commit({
      conversationId,
      dedupeKey: `${conversationId} ${texts.join()} ${expectedVersion}`,
      expectedVersion,
      state: {},
      outcome: { activities: feed },
      feed,
      delivery: 'outbox',
      forget: false,
    });
  };
  const left = async () => (await store.pendingDeliveries()).map(({ activity }) => activity.text);

  beforeEach(() => {
    store = new MemoryStore();
    timers = new FakeTimers();
    tried = [];
    errors = [];
    answers = () => 'delivered';
    outbox = open();
  });
  afterEach(() => outbox.stop());

  it('delivers what was committed, one at a time and in order', async () => {
    let underWay = 0;
    answers = async (): Promise<DeliveryResult> => {
      expect(++underWay).to.equal(1);
      await settled(1);
      underWay--;
      return 'delivered';
    };
    await commit('c', 'one', 'two', 'three');
    outbox.wake('c');
    outbox.wake('c');
    await timers.pass(0);
    expect(tried).to.deep.equal(['one', 'two', 'three']);
    expect(await left()).to.deep.equal([]);
  });

  it('finds what was committed while it was delivering', async () => {
    answers = async ({ text }): Promise<DeliveryResult> => {
      if (text === 'one') {
        await commit('c', 'two');
        outbox.wake('c');
      }
      return 'delivered';
    };
    await commit('c', 'one');
    outbox.wake('c');
    await timers.pass(0);
    expect(tried).to.deep.equal(['one', 'two']);
  });

  it('tries again after 1, 2, 4 … seconds up to 5 minutes, and lets what follows wait its turn', async () => {
    const times: number[] = [];
    const begin = timers.now();
    answers = () => {
      times.push((timers.now() - begin) / SECOND);
      return 'failed';
    };
    await commit('c', 'one', 'two');
    outbox.wake('c');
    await timers.pass(20 * MINUTE);
    expect(times).to.deep.equal([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1111]);
    expect(new Set(tried)).to.deep.equal(new Set(['one']));

    answers = () => 'delivered';
    await timers.pass(5 * MINUTE);
    expect(tried.slice(-2)).to.deep.equal(['one', 'two']);
    expect(await left()).to.deep.equal([]);
  });

  it('shortens each pause by chance, to no less than half', async () => {
    outbox = open({ random: () => 1 });
    answers = () => 'failed';
    await commit('c', 'one');
    outbox.wake('c');
    await timers.pass(499);
    expect(tried).to.have.length(1);
    await timers.pass(1);
    expect(tried).to.have.length(2);
  });

  it('is not hurried by a new message while it waits to try again', async () => {
    answers = () => 'failed';
    await commit('c', 'one');
    outbox.wake('c');
    await timers.pass(0);
    await commit('c', 'two');
    outbox.wake('c');
    await timers.pass(SECOND - 1);
    expect(tried).to.deep.equal(['one']);
    answers = () => 'delivered';
    await timers.pass(1);
    expect(tried).to.deep.equal(['one', 'one', 'two']);
  });

  it('lets no conversation wait for another', async () => {
    answers = ({ text }) => (text === 'stuck' ? 'failed' : 'delivered');
    await commit('c', 'stuck');
    await commit('d', 'free');
    outbox.wake('c');
    outbox.wake('d');
    await timers.pass(0);
    expect(tried).to.deep.equal(['stuck', 'free']);
    expect(await left()).to.deep.equal(['stuck']);
  });

  it('gives up what the channel refuses for good, and goes on', async () => {
    answers = ({ text }) => (text === 'one' ? 'refused' : 'delivered');
    await commit('c', 'one', 'two');
    outbox.wake('c');
    await timers.pass(0);
    expect(tried).to.deep.equal(['one', 'two']);
    expect(await left()).to.deep.equal([]);
  });

  it('gives up what is older than a day without trying, and goes on with what is younger', async () => {
    await commit('c', 'old');
    await timers.pass(24 * HOUR);
    await commit('c', 'new');
    await timers.pass(1);
    outbox.wake('c');
    await timers.pass(0);
    expect(tried).to.deep.equal(['new']);
    expect(await left()).to.deep.equal([]);
  });

  it('ends the tries of a failing activity after a day', async () => {
    answers = ({ text }) => (text === 'old' ? 'failed' : 'delivered');
    await commit('c', 'old');
    outbox.wake('c');
    await timers.pass(23 * HOUR);
    expect(await left()).to.deep.equal(['old']);
    await commit('c', 'new');
    await timers.pass(2 * HOUR);
    expect(tried.at(-1)).to.equal('new');
    expect(await left()).to.deep.equal([]);
  });

  it('takes a delivery that threw for failed, and one that never answers', async () => {
    const behaviours: (() => DeliveryResult | Promise<DeliveryResult>)[] = [
      () => Promise.reject(new Error('broke')),
      () => new Promise<never>(() => {}),
      () => 'delivered',
    ];
    answers = () => behaviours.shift()?.() ?? 'refused';
    await commit('c', 'one');
    outbox.wake('c');
    await timers.pass(MINUTE);
    expect(tried).to.deep.equal(['one', 'one', 'one']);
    expect(errors).to.have.length(1);
    expect(await left()).to.deep.equal([]);
    expect(timers.pending).to.equal(0);
  });

  it('goes on by itself after the store was down', async () => {
    await commit('c', 'one');
    const { pendingDeliveries } = store;
    store.pendingDeliveries = () => Promise.reject(new Error('down'));
    outbox.wake('c');
    await timers.pass(SECOND);
    expect(errors).to.have.length(1);
    store.pendingDeliveries = pendingDeliveries;
    await timers.pass(MINUTE);
    expect(tried).to.deep.equal(['one']);
  });

  it('finds after a restart what was not delivered before', async () => {
    answers = () => 'failed';
    await commit('c', 'one', 'two');
    await commit('d', 'three');
    outbox.wake('c');
    await timers.pass(0);
    await outbox.stop();

    answers = () => 'delivered';
    tried = [];
    outbox = open();
    await outbox.start();
    await timers.pass(0);
    expect(tried.filter((text) => text !== 'three')).to.deep.equal(['one', 'two']);
    expect(tried).to.include('three');
    expect(await left()).to.deep.equal([]);
  });

  it('serves no more conversations at a time than it is told to, and all of them in the end', async () => {
    outbox = open({ width: 3 });
    const open3: (() => void)[] = [];
    answers = () => new Promise((resolve) => open3.push(() => resolve('delivered')));
    for (let index = 0; index < 10; index++) await commit(`c${index}`, `text ${index}`);
    await outbox.start();
    await settled();
    while (open3.length > 0) {
      expect(open3.length).to.be.at.most(3);
      open3.shift()?.();
      await settled();
    }
    expect(new Set(tried).size).to.equal(10);
    expect(tried).to.have.length(10);
    expect(await left()).to.deep.equal([]);
  });

  it('finishes on stop what is under way, marks it, and begins nothing more', async () => {
    let finish: () => void = () => {};
    answers = () =>
      new Promise((resolve) => {
        finish = () => resolve('delivered');
      });
    await commit('c', 'one', 'two');
    outbox.wake('c');
    await settled();
    const stopped = outbox.stop();
    outbox.wake('c');
    finish();
    await stopped;
    await timers.pass(HOUR);
    expect(tried).to.deep.equal(['one']);
    expect(await left()).to.deep.equal(['two']);
    expect(timers.pending).to.equal(0);
  });

  it('keeps no timer for a conversation that waits, once it is stopped', async () => {
    answers = () => 'failed';
    await commit('c', 'one');
    outbox.wake('c');
    await settled();
    expect(timers.pending).to.equal(1);
    await outbox.stop();
    expect(timers.pending).to.equal(0);
  });
});
