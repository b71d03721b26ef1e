import type { Activity } from 'botbuilder-core';
import { expect } from 'chai';
import fc from 'fast-check';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { ConversationStore, TurnCommit } from '../../../services/conversations/conversation-store.js';

const HOUR = 60 * 60 * 1000;
const said = (text: string): Partial<Activity> => ({ type: 'message', text });

/** What a turn would commit, as far as a test does not say otherwise. */
export function turn(conversationId: string, dedupeKey: string, parts: Partial<TurnCommit> = {}): TurnCommit {
  const activities = parts.outcome?.activities ?? parts.feed ?? [said(`answer to ${dedupeKey}`)];
  return {
    conversationId,
    dedupeKey,
    expectedVersion: 0,
    state: { last: dedupeKey },
    outcome: { activities },
    feed: activities,
    delivery: 'feed',
    forget: false,
    ...parts,
  };
}

/** Limits under which nothing expires. */
const never = { conversationsBefore: new Date(0), greetedBefore: new Date(0), outcomesBefore: new Date(0) };

/** What every store of conversations must do. */
export function describeConversationStore(
  name: string,
  open: (now: () => number) => Promise<ConversationStore>,
): void {
  describe(`${name} as a store of conversations`, () => {
    let time = Date.parse('2026-11-23T12:00:00Z');
    let store: ConversationStore;
    const texts = async (conversation: string, since = 0) =>
      (await store.feed(conversation, since)).entries.map(({ activity }) => activity.text);
    const versionOf = async (conversation: string) => (await store.load(conversation))?.version ?? 0;
    /** Commits on whatever version the conversation has. */
    const add = async (conversation: string, key: string, parts: Partial<TurnCommit> = {}) => {
      const expectedVersion = await versionOf(conversation);
      const result = await store.commit(turn(conversation, key, { expectedVersion, ...parts }));
      if (result.kind !== 'committed') throw new Error(`expected a commit, got ${result.kind}`);
      return result;
    };
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'no error',
        (error: unknown) => (error instanceof CodedError ? error.code : error),
      );

    beforeEach(async () => {
      time = Date.parse('2026-11-23T12:00:00Z');
      store = await open(() => time);
    });
    afterEach(() => store.close());

    describe('turns', () => {
      it('knows nothing of a conversation that was never committed', async () => {
        expect(await store.load('c')).to.equal(undefined);
        expect(await store.accept('c', 'k')).to.equal(undefined);
        expect(await store.feed('c', 0)).to.deep.equal({ entries: [], watermark: 0 });
        expect(await store.pendingDeliveries('c')).to.deep.equal([]);
      });

      it('gives back the state that was committed, with the version of the commit', async () => {
        const state = { words: ['größer', '痛い', '😖'], depth: { of: [1, null, { it: false }] } };
        const { version } = await add('c', 'k', { state });
        expect(await store.load('c')).to.deep.equal({ version, state });
      });

      it('takes a commit on the version that was loaded, and moves it', async () => {
        const first = await add('c', 'k1');
        const second = await add('c', 'k2');
        expect(second.version).not.to.equal(first.version);
        expect((await store.load('c'))?.state).to.deep.equal({ last: 'k2' });
      });

      for (const [what, expectedVersion] of [
        ['an older version', async (before: number) => before],
        ['no version, where there is a conversation', async () => 0],
      ] as const) {
        it(`refuses a commit on ${what}, and keeps nothing of it`, async () => {
          const { version } = await add('c', 'k1');
          const { version: newest } = await add('c', 'k2');
          const late = turn('c', 'k3', {
            expectedVersion: await expectedVersion(version),
            delivery: 'outbox',
          });
          expect(await store.commit(late)).to.deep.equal({ kind: 'conflict' });
          expect(await store.load('c')).to.deep.equal({ version: newest, state: { last: 'k2' } });
          expect(await texts('c')).to.deep.equal(['answer to k1', 'answer to k2']);
          expect(await store.accept('c', 'k3')).to.equal(undefined);
          expect(await store.pendingDeliveries()).to.deep.equal([]);
        });
      }

      it('refuses a commit on a version where there is no conversation', async () => {
        expect(await store.commit(turn('c', 'k', { expectedVersion: 7 }))).to.deep.equal({
          kind: 'conflict',
        });
      });

      it('lets exactly one of 16 simultaneous commits win each version, and keeps nothing of the others', async () => {
        const winners: string[] = [];
        for (let round = 0; round < 8; round++) {
          const expectedVersion = await versionOf('c');
          const keys = Array.from({ length: 16 }, (_, writer) => `${round}-${writer}`);
          const results = await Promise.all(
            keys.map((key) => store.commit(turn('c', key, { expectedVersion, delivery: 'outbox' }))),
          );
          const won = keys.filter((_, index) => results[index]?.kind === 'committed');
          expect(won).to.have.length(1);
          expect(results.filter(({ kind }) => kind === 'conflict')).to.have.length(15);
          winners.push(...won);
        }
        const answers = winners.map((key) => `answer to ${key}`);
        expect(await texts('c')).to.deep.equal(answers);
        expect((await store.pendingDeliveries()).map(({ activity }) => activity.text)).to.deep.equal(answers);
        expect((await store.load('c'))?.state).to.deep.equal({ last: winners.at(-1) });
      });

      it('commits to different conversations at the same time', async () => {
        const ids = Array.from({ length: 16 }, (_, index) => `c${index}`);
        const results = await Promise.all(ids.map((id) => store.commit(turn(id, 'k'))));
        expect(results.every(({ kind }) => kind === 'committed')).to.equal(true);
      });

      it('gives a simultaneous second commit of one activity the outcome of the first', async () => {
        const results = await Promise.all(
          [1, 2, 3].map((n) => store.commit(turn('c', 'k', { state: { n } }))),
        );
        const duplicates = results.filter(({ kind }) => kind === 'duplicate');
        expect(duplicates).to.have.length(2);
        for (const duplicate of duplicates) {
          expect(duplicate).to.deep.equal({
            kind: 'duplicate',
            outcome: { activities: [said('answer to k')] },
          });
        }
      });
    });

    describe('outcomes', () => {
      it('gives a duplicate the recorded outcome, whatever version it comes with', async () => {
        const outcome = {
          activities: [said('a'), said('b')],
          invokeResponse: { status: 200, body: { ok: [1] } },
        };
        await add('c', 'k1', { outcome });
        await add('c', 'k2');
        expect(await store.accept('c', 'k1')).to.deep.equal(outcome);
        expect(await store.commit(turn('c', 'k1', { expectedVersion: 12_345 }))).to.deep.equal({
          kind: 'duplicate',
          outcome,
        });
        expect(await texts('c')).to.deep.equal(['a', 'b', 'answer to k2']);
      });

      const [echo, answer] = [said('echo'), said('answer')];
      for (const [what, outcome, feed] of [
        ['are the end of the feed', [answer], [echo, answer]],
        ['are the feed', [echo, answer], [echo, answer]],
        ['are in another order', [answer, echo], [echo, answer]],
        ['are not in the feed', [answer], []],
        ['are none', [], [echo]],
        ['are like the feed, but not the same', [said('echo')], [echo]],
      ] as const) {
        it(`gives back an outcome whose activities ${what}`, async () => {
          await add('c', 'before');
          await add('c', 'k', { outcome: { activities: [...outcome] }, feed: [...feed] });
          expect(await store.accept('c', 'k')).to.deep.equal({ activities: outcome });
        });
      }

      it('tells the same key of two conversations apart', async () => {
        await add('c1', 'k');
        expect(await store.accept('c2', 'k')).to.equal(undefined);
      });
    });

    describe('feed', () => {
      it('numbers activities from 1 on, in the order of the commits', async () => {
        expect((await add('c', 'k1', { feed: [said('a'), said('b')] })).firstSequence).to.equal(1);
        expect((await add('c', 'k2', { feed: [] })).firstSequence).to.equal(3);
        expect((await add('c', 'k3', { feed: [said('c')] })).firstSequence).to.equal(3);
        expect((await store.feed('c', 0)).entries).to.deep.equal([
          { sequence: 1, activity: said('a') },
          { sequence: 2, activity: said('b') },
          { sequence: 3, activity: said('c') },
        ]);
      });

      for (const { since, expected, watermark } of [
        { since: 0, expected: ['a', 'b', 'c', 'd'], watermark: 4 },
        { since: 1, expected: ['b', 'c', 'd'], watermark: 4 },
        { since: 2, expected: ['c', 'd'], watermark: 4 },
        { since: 3, expected: ['d'], watermark: 4 },
        { since: 4, expected: [], watermark: 4 },
        { since: 9, expected: [], watermark: 9 },
      ]) {
        it(`gives what follows watermark ${since}, and ${watermark} to ask with next`, async () => {
          await add('c', 'k1', { feed: [said('a'), said('b'), said('c')] });
          await add('c', 'k2', { feed: [said('d')] });
          await add('c2', 'k', { feed: [said('of another')] });
          expect(await texts('c', since)).to.deep.equal(expected);
          expect((await store.feed('c', since)).watermark).to.equal(watermark);
        });
      }

      it('misses and repeats nothing for a reader that goes on from each watermark', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 12 }), fc.uuid(), async (sizes, conversation) => {
            const read: (string | undefined)[] = [];
            let watermark = 0;
            for (const [turnNumber, size] of sizes.entries()) {
              await add(conversation, `k${turnNumber}`, {
                feed: Array.from({ length: size }, (_, index) => said(`${turnNumber}.${index}`)),
              });
              if (turnNumber % 3 === 1) continue;
              const piece = await store.feed(conversation, watermark);
              read.push(...piece.entries.map(({ activity }) => activity.text));
              watermark = piece.watermark;
            }
            read.push(...(await texts(conversation, watermark)));
            expect(read).to.deep.equal(await texts(conversation));
          }),
          { numRuns: 25 },
        );
      });
    });

    describe('outbox', () => {
      const pending = async (conversation?: string) =>
        (await store.pendingDeliveries(conversation)).map(
          ({ conversationId, sequence, attempts }) => [conversationId, sequence, attempts] as const,
        );

      beforeEach(async () => {
        await add('c', 'k1', { delivery: 'outbox', feed: [said('a'), said('b')] });
        await add('c2', 'k1', { delivery: 'outbox' });
        await add('c', 'k2', { delivery: 'feed' });
        await add('c', 'k3', { delivery: 'response' });
        await add('c', 'k4', { delivery: 'outbox', feed: [said('e')] });
      });

      it('holds only what is to be pushed, in order within each conversation', async () => {
        expect(await pending('c')).to.deep.equal([
          ['c', 1, 0],
          ['c', 2, 0],
          ['c', 5, 0],
        ]);
        expect(await pending('c2')).to.deep.equal([['c2', 1, 0]]);
        expect((await pending()).filter(([id]) => id === 'c')).to.deep.equal(await pending('c'));
        expect(await pending()).to.have.length(4);
        expect((await store.pendingDeliveries('c'))[2]?.activity).to.deep.equal(said('e'));
      });

      for (const result of ['delivered', 'refused'] as const) {
        it(`lets go of an entry that was ${result}, and of no other`, async () => {
          await store.markDelivered('c', 1, result);
          await store.markDelivered('c', 1, result);
          expect(await pending()).to.have.deep.members([
            ['c', 2, 0],
            ['c', 5, 0],
            ['c2', 1, 0],
          ]);
          expect(await texts('c')).to.have.length(5);
        });
      }

      it('counts the attempts of an entry that failed, and keeps it in its place', async () => {
        await store.markDelivered('c', 1, 'failed');
        await store.markDelivered('c', 1, 'failed');
        await store.markDelivered('c', 5, 'failed');
        expect(await pending('c')).to.deep.equal([
          ['c', 1, 2],
          ['c', 2, 0],
          ['c', 5, 1],
        ]);
      });

      it('does not bring back an entry whose failure comes late', async () => {
        await store.markDelivered('c', 1, 'delivered');
        await store.markDelivered('c', 1, 'failed');
        await store.markDelivered('unknown', 1, 'failed');
        await store.erase('c2');
        await store.markDelivered('c2', 1, 'failed');
        expect(await pending()).to.deep.equal([
          ['c', 2, 0],
          ['c', 5, 0],
        ]);
      });
    });

    describe('forgetting', () => {
      it('drops all that was recorded before, in the write of the turn that asks for it', async () => {
        await add('c', 'k1', { delivery: 'outbox', feed: [said('a'), said('b')] });
        await add('c2', 'k1');
        await add('c', 'k2', { forget: true, delivery: 'outbox', state: {}, feed: [said('forgotten')] });
        expect(await store.load('c')).to.have.deep.property('state', {});
        expect((await store.feed('c', 0)).entries).to.deep.equal([
          { sequence: 3, activity: said('forgotten') },
        ]);
        expect((await store.pendingDeliveries()).map(({ sequence }) => sequence)).to.deep.equal([3]);
        expect(await store.accept('c', 'k1')).to.equal(undefined);
        expect(await store.accept('c', 'k2')).to.deep.equal({ activities: [said('forgotten')] });
        expect(await texts('c2')).to.deep.equal(['answer to k1']);
      });

      it('forgets nothing where the commit is refused', async () => {
        await add('c', 'k1');
        await store.commit(turn('c', 'k2', { forget: true, expectedVersion: 0 }));
        expect(await texts('c')).to.deep.equal(['answer to k1']);
      });

      it('erases all of one conversation', async () => {
        await add('c', 'k1', { delivery: 'outbox' });
        await add('c2', 'k1', { delivery: 'outbox' });
        await store.erase('c');
        await store.erase('unknown');
        expect(await store.load('c')).to.equal(undefined);
        expect(await store.accept('c', 'k1')).to.equal(undefined);
        expect(await texts('c')).to.deep.equal([]);
        expect((await store.pendingDeliveries()).map(({ conversationId }) => conversationId)).to.deep.equal([
          'c2',
        ]);
        expect(await texts('c2')).to.deep.equal(['answer to k1']);
      });

      it('does not let a turn that began before the erasure write the old state back', async () => {
        const { version: old } = await add('c', 'k1');
        await store.erase('c');
        expect((await store.commit(turn('c', 'k2', { expectedVersion: old }))).kind).to.equal('conflict');
        await add('c', 'anew');
        expect((await store.commit(turn('c', 'k2', { expectedVersion: old }))).kind).to.equal('conflict');
      });
    });

    describe('counters', () => {
      it('move with the commits, and are nobody’s', async () => {
        expect(await store.counts()).to.deep.equal(new Map());
        await add('c', 'k1', { counts: { 'a#1': 1, 'größer/痛い': 2 } });
        await add('d', 'k1', { counts: { 'a#1': 1 } });
        await add('d', 'k2', { counts: { 'a#1': -1, b: 1 } });
        expect(await store.counts()).to.deep.equal(
          new Map([
            ['a#1', 1],
            ['b', 1],
            ['größer/痛い', 2],
          ]),
        );
        await add('c', 'k2', { forget: true });
        await store.erase('d');
        const now = new Date(time + HOUR);
        await store.expire({ conversationsBefore: now, greetedBefore: now, outcomesBefore: now });
        expect((await store.counts()).get('a#1')).to.equal(1);
      });

      it('do not move with a commit that is refused or has taken effect before', async () => {
        await add('c', 'k1', { counts: { a: 1 } });
        const late = await store.commit(turn('c', 'k2', { expectedVersion: 0, counts: { a: 1 } }));
        expect(late.kind).to.equal('conflict');
        const again = turn('c', 'k1', { expectedVersion: await versionOf('c'), counts: { a: 1 } });
        expect((await store.commit(again)).kind).to.equal('duplicate');
        expect(await store.counts()).to.deep.equal(new Map([['a', 1]]));
      });

      it('lose nothing where many move at the same time', async () => {
        await Promise.all(
          Array.from({ length: 16 }, (_, at) =>
            store.commit(turn(`c${at}`, 'k', { counts: { a: 1, b: -1 } })),
          ),
        );
        const counts = await store.counts();
        expect([counts.get('a'), counts.get('b')]).to.deep.equal([16, -16]);
      });
    });

    describe('expiry', () => {
      it('removes outcomes older than their limit, and keeps the conversation', async () => {
        await add('c', 'old');
        time += 25 * HOUR;
        await add('c', 'new');
        const limits = { ...never, outcomesBefore: new Date(time - 24 * HOUR) };
        expect(await store.expire(limits)).to.deep.equal({ conversations: 0, outcomes: 1 });
        expect(await store.accept('c', 'old')).to.equal(undefined);
        expect(await store.accept('c', 'new')).to.deep.equal({ activities: [said('answer to new')] });
        expect(await texts('c')).to.deep.equal(['answer to old', 'answer to new']);
      });

      it('removes conversations silent for longer than their limit, wholly, and no others', async () => {
        await add('silent', 'k', { delivery: 'outbox' });
        await add('talking', 'k');
        time += 30 * 24 * HOUR;
        await add('talking', 'k2');
        const limits = { ...never, conversationsBefore: new Date(time - 24 * HOUR) };
        expect(await store.expire(limits)).to.have.property('conversations', 1);
        expect(await store.load('silent')).to.equal(undefined);
        expect(await store.accept('silent', 'k')).to.equal(undefined);
        expect(await texts('silent')).to.deep.equal([]);
        expect(await store.pendingDeliveries()).to.deep.equal([]);
        expect(await texts('talking')).to.have.length(2);
      });

      it('removes conversations in which nobody has said anything by a limit of their own', async () => {
        await add('greeted', 'joined', { onlyGreeting: true });
        await add('talking', 'joined', { onlyGreeting: true });
        await add('talking', 'k');
        await add('rejoined', 'k');
        await add('rejoined', 'joined', { onlyGreeting: true });
        time += 2 * HOUR;
        const limits = { ...never, greetedBefore: new Date(time - HOUR) };
        expect(await store.expire(limits)).to.have.property('conversations', 1);
        expect(await store.load('greeted')).to.equal(undefined);
        expect(await texts('talking')).to.have.length(2);
        expect(await texts('rejoined')).to.have.length(2);
      });

      it('keeps what is exactly as old as the limit', async () => {
        await add('c', 'k');
        const limits = { ...never, conversationsBefore: new Date(time), outcomesBefore: new Date(time) };
        expect(await store.expire(limits)).to.deep.equal({ conversations: 0, outcomes: 0 });
      });

      it('goes through more conversations than it looks at together', async () => {
        await Promise.all(Array.from({ length: 1100 }, (_, index) => store.commit(turn(`c${index}`, 'k'))));
        time += 1;
        await add('c7', 'k2');
        const limits = { ...never, conversationsBefore: new Date(time), outcomesBefore: new Date(time) };
        expect(await store.expire(limits)).to.deep.equal({ conversations: 1099, outcomes: 1 });
      });
    });

    describe('values', () => {
      it('keeps any JSON as it was', async () => {
        await fc.assert(
          fc.asyncProperty(fc.jsonValue(), fc.uuid(), async (value, conversation) => {
            // Through JSON first: it has no negative zero, and "__proto__" becomes a plain property.
            const json = JSON.parse(JSON.stringify({ value })) as Record<string, unknown>;
            const activity = { type: 'message', channelData: json };
            await add(conversation, 'k', {
              state: json,
              outcome: { activities: [], invokeResponse: { status: 200, body: json } },
              feed: [activity],
            });
            expect((await store.load(conversation))?.state).to.deep.equal(json);
            expect((await store.feed(conversation, 0)).entries[0]?.activity).to.deep.equal(activity);
            expect((await store.accept(conversation, 'k'))?.invokeResponse?.body).to.deep.equal(json);
          }),
          { numRuns: 100 },
        );
      });

      it('is untouched by what is done to a value that was given or taken', async () => {
        const state = { list: [1] };
        const activity = { type: 'message', text: 'a', channelData: { list: [1] } };
        await add('c', 'k', { state, feed: [activity], delivery: 'outbox' });
        state.list.push(2);
        activity.channelData.list.push(2);
        for (const taken of [
          (await store.load('c'))?.state,
          (await store.feed('c', 0)).entries[0]?.activity.channelData,
          (await store.accept('c', 'k'))?.activities[0]?.channelData,
          (await store.pendingDeliveries())[0]?.activity.channelData,
        ] as ({ list: number[] } | undefined)[]) {
          expect(taken).to.deep.equal({ list: [1] });
          taken?.list.push(3);
        }
        expect((await store.load('c'))?.state).to.deep.equal({ list: [1] });
        expect((await store.accept('c', 'k'))?.activities[0]?.channelData).to.deep.equal({ list: [1] });
      });

      it('refuses state that JSON cannot say, commits nothing of it, and repeats none of it', async () => {
        const cycle: Record<string, unknown> = { word: 'secret' };
        cycle.self = cycle;
        const error = await store.commit(turn('c', 'k', { state: cycle })).then(
          () => undefined,
          (cause: unknown) => cause as CodedError,
        );
        expect(error?.code).to.equal('TURN_NOT_STORABLE');
        expect(`${error?.message}${String(error?.cause)}`).not.to.match(/secret|self|word/);
        expect(await store.load('c')).to.equal(undefined);
        expect(await texts('c')).to.deep.equal([]);
      });

      it('holds a turn of a megabyte', async () => {
        const text = 'é'.repeat(500_000);
        await add('c', 'k', { state: { text }, feed: [said(text)] });
        expect((await store.load('c'))?.state).to.deep.equal({ text });
        expect(await texts('c')).to.deep.equal([text]);
      });
    });

    describe('conversation ids', () => {
      const odd = [
        'a/b', 'a', 'a/', '/a', 'a b', 'a:b', 'a|b', 'a\\b', 'a"b', "a'b", 'a%2Fb', '..', '__proto__',
        'constructor', 'ä', 'a\u0308', '痛', '😖', 'a😖', '\uffff', '\u{10ffff}', '19:x@thread.tacv2;messageid=1',
        'x/users/u', 'x', ' ', '1', 'null', 'undefined', 'x'.repeat(400), `${'x'.repeat(399)}y`, '痛'.repeat(400),
      ]; // biome-ignore format: a list to skim

      it('never confuses two, however odd', async () => {
        for (const id of odd) {
          await add(id, `k of ${id.slice(0, 90)}`, { state: { id }, feed: [said(id)], delivery: 'outbox' });
        }
        for (const id of odd) {
          expect((await store.load(id))?.state).to.deep.equal({ id });
          expect(await texts(id)).to.deep.equal([id]);
          expect(
            (await store.pendingDeliveries(id)).map(({ conversationId }) => conversationId),
          ).to.deep.equal([id]);
        }
        expect((await store.pendingDeliveries()).map(({ conversationId }) => conversationId)).to.have.members(
          odd,
        );
        for (const id of odd.filter((_, index) => index % 2 === 0)) await store.erase(id);
        expect((await store.pendingDeliveries()).map(({ conversationId }) => conversationId)).to.have.members(
          odd.filter((_, index) => index % 2 === 1),
        );
      });

      it('never confuses an id and a key with another id and key', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.uniqueArray(
              fc.tuple(fc.constantFrom('a', 'b', 'a/', 'a b'), fc.constantFrom('a', '/a', 'b', ' b')),
              {
                selector: (pair) => JSON.stringify(pair),
                minLength: 2,
              },
            ),
            fc.uuid(),
            async (pairs, prefix) => {
              for (const [id, key] of pairs) await add(prefix + id, key, { feed: [said(`${id}|${key}`)] });
              for (const [id, key] of pairs) {
                expect((await store.accept(prefix + id, key))?.activities[0]?.text).to.equal(`${id}|${key}`);
              }
            },
          ),
          { numRuns: 25 },
        );
      });

      for (const [what, id] of [
        ['nothing', ''],
        ['more than 400 characters', 'x'.repeat(401)],
        ['NUL', 'a\0b'],
        ['a control character', 'a\u0003b'],
        ['half a character', 'a\ud83d'],
      ] as const) {
        it(`refuses an id of ${what}`, async () => {
          for (const call of [
            () => store.load(id),
            () => store.accept(id, 'k'),
            () => store.commit(turn(id, 'k')),
            () => store.feed(id, 0),
            () => store.pendingDeliveries(id),
            () => store.markDelivered(id, 1, 'delivered'),
            () => store.erase(id),
          ]) {
            expect(await codeOf(call())).to.equal('CONVERSATION_ID_REFUSED');
          }
        });
      }

      it('refuses a dedupe key of more than 200 characters', async () => {
        expect(await codeOf(store.commit(turn('c', 'k'.repeat(201))))).to.equal('CONVERSATION_ID_REFUSED');
        expect(await codeOf(store.accept('c', ''))).to.equal('CONVERSATION_ID_REFUSED');
      });
    });

    it('is unavailable once it is closed', async () => {
      await add('c', 'k');
      await store.close();
      await store.close();
      for (const call of [
        () => store.load('c'),
        () => store.accept('c', 'k'),
        () => store.commit(turn('c', 'k2')),
        () => store.feed('c', 0),
        () => store.pendingDeliveries(),
        () => store.markDelivered('c', 1, 'delivered'),
        () => store.erase('c'),
        () => store.expire(never),
      ]) {
        expect(await codeOf(call())).to.equal('STORE_UNAVAILABLE');
      }
    });
  });
}
