import { expect } from 'chai';
import fc from 'fast-check';
import { type ActivitySet, readActivitySet } from '../../../../widget/chat/direct-line/activity.js';
import {
  emptyTranscript,
  entriesOf,
  reduceTranscript,
  type Transcript,
  type TranscriptEvent,
} from '../../../../widget/chat/state/transcript.js';
import { Feed } from '../../support/feed.js';

const set = (data: unknown): ActivitySet => readActivitySet(data) ?? expect.fail('no set');
const started = (feed: Feed, resumed = true): TranscriptEvent => ({
  type: 'started',
  conversationId: feed.conversationId,
  userId: feed.userId,
  resumed,
  lost: false,
  set: set(feed.since(0)),
});
const received = (feed: Feed, since = 0): TranscriptEvent => ({
  type: 'received',
  set: set(feed.since(since)),
});
const play = (...events: TranscriptEvent[]): Transcript => events.reduce(reduceTranscript, emptyTranscript);
const texts = (state: Transcript) =>
  entriesOf(state).map((entry) =>
    entry.from === 'person' ? entry.text : 'text' in entry.view && entry.view.text,
  );
const sent = (id: string, text = id) => ({ type: 'message', text, channelData: { clientActivityID: id } });

describe('the transcript', () => {
  let feed: Feed;
  beforeEach(() => {
    feed = new Feed('widget-1', 'dl_1');
    feed.say({ kind: 'message', text: 'Hello.' });
  });

  it('shows what a person writes at once, and its echo in its place', () => {
    const before = play(started(feed), { type: 'submitted', id: 'a', text: 'My neck.' });
    expect(texts(before)).to.deep.equal(['Hello.', 'My neck.']);
    feed.take(sent('a', 'My neck.'));
    feed.say({ kind: 'message', text: 'I see.' });
    const after = reduceTranscript(before, received(feed, 1));
    expect(texts(after)).to.deep.equal(['Hello.', 'My neck.', 'I see.']);
    expect(after.pending).to.deep.equal([]);
  });

  it('shows nothing any more of what was erased, here and in what comes late', () => {
    feed.take(sent('a', 'My neck.'));
    const before = play(started(feed));
    feed.take({ ...sent('b', 'delete my data'), channelData: { clientActivityID: 'b', forgot: true } });
    feed.say({ kind: 'message', text: 'Everything is deleted.' });
    const after = reduceTranscript(before, received(feed, 2));
    expect(texts(after)).to.deep.equal(['delete my data', 'Everything is deleted.']);
    expect(texts(reduceTranscript(after, received(feed)))).to.deep.equal(texts(after));
    const failed = play(
      started(feed),
      { type: 'submitted', id: 'c', text: 'My back.' },
      { type: 'failed', id: 'c' },
    );
    feed.take({ ...sent('d', 'delete it'), channelData: { clientActivityID: 'd', forgot: true } });
    expect(texts(reduceTranscript(failed, received(feed)))).to.deep.equal(['delete it']);
  });

  it('keeps the words on this page that the server did not keep, and says so after a reload', () => {
    feed.take(sent('a', 'My neck.'), false);
    const here = play(
      started(new Feed('widget-1', 'dl_1')),
      { type: 'submitted', id: 'a', text: 'My neck.' },
      received(feed),
    );
    expect(texts(here)).to.deep.equal(['Hello.', 'My neck.']);
    expect(texts(play(started(feed)))).to.deep.equal(['Hello.', undefined]);
  });

  it('lets a failed message be sent again with the same id, or discarded', () => {
    const failed = play(
      started(feed),
      { type: 'submitted', id: 'a', text: 'One' },
      { type: 'failed', id: 'a' },
      { type: 'submitted', id: 'b', text: 'Two' },
    );
    const again = reduceTranscript(failed, { type: 'retried', id: 'a' });
    expect(again.pending.map(({ key, status }) => [key, status])).to.deep.equal([
      ['b', 'sending'],
      ['a', 'sending'],
    ]);
    expect(texts(reduceTranscript(failed, { type: 'discarded', id: 'a' }))).to.deep.equal(['Hello.', 'Two']);
    expect(reduceTranscript(again, { type: 'discarded', id: 'a' }).pending).to.have.length(2);
  });

  it('tells what is new from what was there on a reload', () => {
    const isNew = (state: Transcript) => state.logged.map((entry) => entry.from === 'guide' && entry.isNew);
    expect(isNew(play(started(feed, false)))).to.deep.equal([true]);
    const resumed = play(started(feed));
    expect(isNew(resumed)).to.deep.equal([false]);
    feed.say({ kind: 'message', text: 'More.' });
    expect(isNew(reduceTranscript(resumed, started(feed)))).to.deep.equal([false, true]);
  });

  it('begins afresh in another conversation, with what could not be sent', () => {
    const other = new Feed('widget-2', 'dl_2');
    const state = play(
      started(feed),
      { type: 'submitted', id: 'a', text: 'Lost' },
      { type: 'delivered', id: 'a' },
      { type: 'submitted', id: 'b', text: 'Unsent' },
      { type: 'failed', id: 'b' },
      started(other, false),
    );
    expect(texts(state)).to.deep.equal(['Unsent']);
  });

  it('shows the words of a view it does not know', () => {
    feed.say({ text: 'Dance with me.', channelData: { view: { kind: 'dance', steps: 3 } } });
    expect(texts(play(started(feed)))).to.deep.equal(['Hello.', 'Dance with me.']);
  });

  it('shows no events, no typing and nothing without words', () => {
    feed.entries.push(
      { type: 'typing', id: 't' },
      { type: 'event', id: 'e', text: 'x' },
      { type: 'message', id: 'm' },
    );
    expect(texts(play(started(feed)))).to.deep.equal(['Hello.']);
  });

  it('shows each thing once and in order, however socket, polling, reload and re-sending interleave', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('bot' as const) }),
      fc.record({ do: fc.constant('send' as const), arrives: fc.boolean(), answered: fc.boolean() }),
      fc.record({ do: fc.constant('resend' as const) }),
      fc.record({ do: fc.constant('fetch' as const), since: fc.nat(), upTo: fc.nat() }),
      fc.record({ do: fc.constant('late' as const), pick: fc.nat() }),
      fc.record({ do: fc.constant('restart' as const) }),
      fc.record({ do: fc.constant('reload' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = new Feed('widget-1', 'dl_1');
        const underway: ActivitySet[] = [];
        let state = play(started(log, false));
        let count = 0;
        let unsent: string[] = [];
        const apply = (event: TranscriptEvent) => {
          state = reduceTranscript(state, event);
        };
        for (const now of steps) {
          if (now.do === 'bot') log.say({ kind: 'message', text: `bot ${count++}` });
          if (now.do === 'send') {
            const id = `sent ${count++}`;
            apply({ type: 'submitted', id, text: id });
            if (now.arrives) log.take(sent(id));
            if (now.arrives && now.answered) apply({ type: 'delivered', id });
            else {
              apply({ type: 'failed', id });
              unsent.push(id);
            }
          }
          if (now.do === 'resend') {
            for (const id of unsent) {
              apply({ type: 'retried', id });
              log.take(sent(id));
              apply({ type: 'delivered', id });
            }
            unsent = [];
          }
          if (now.do === 'fetch') {
            // From any point that was read, to any point there is: what a socket and a poll bring.
            const since = now.since % (Number(state.watermark ?? 0) + 1);
            const upTo = since + (now.upTo % (log.entries.length - since + 1));
            const part = { activities: log.entries.slice(since, upTo), watermark: String(upTo) };
            underway.push(set(part));
            if (now.upTo % 2) apply({ type: 'received', set: set(part) });
          }
          const late = now.do === 'late' && underway[now.pick % underway.length];
          if (late) apply({ type: 'received', set: late });
          if (now.do === 'restart') apply(started(log));
          if (now.do === 'reload') {
            unsent = [];
            state = play(started(log));
          }
          const shown = entriesOf(state).map(({ key }) => key);
          expect(new Set(shown).size).to.equal(shown.length);
        }
        apply(received(log, Number(state.watermark ?? 0)));
        const expected = log.entries.map(({ text, channelData }) => {
          const data = channelData as { view?: { text: string } };
          return data.view?.text ?? text;
        });
        const inLog = new Set(expected);
        expect(texts(state).filter((text) => inLog.has(text))).to.deep.equal(expected);
      }),
      { numRuns: 500 },
    );
  });
});
