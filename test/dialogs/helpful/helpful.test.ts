import { expect } from 'chai';
import { composeTurns } from '../../../cli/compose.js';
import type { ConversationStore } from '../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';
import { incoming } from '../../bots/turn/fixtures.js';
import { AGREED, type Line, talk, talkServices } from '../support/talk.js';

const ASK: Line = ['will it hurt?', /It should not hurt much/];
const stiff: Line = ['stiff neck for two weeks', /how bad/i];

/** The counters of the passage that answers it. */
async function hurtCounts(store: ConversationStore) {
  const counts = await store.counts();
  const of = (prefix: string) => counts.get(`${prefix}/first-session#will-it-hurt`) ?? 0;
  return { helpful: of('helpful'), not: of('not-helpful') };
}

describe('whether an answer helped', () => {
  it('is told in words, and leaves the open question open without asking it again', async () => {
    const { store } = await talk([
      ...AGREED,
      stiff,
      ASK,
      ['That helped!', /Thank you, that is counted/, { not: /how bad/i }],
      ['5', /What brings it on/],
    ]);
    expect(await hurtCounts(store)).to.deep.equal({ helpful: 1, not: 0 });
  });

  it('counts once for an answer, and moves where the patient changes their mind', async () => {
    const { store } = await talk([
      ...AGREED,
      stiff,
      ASK,
      ['not helpful', /counted/],
      ['not helpful', /counted/],
      ['that was helpful', /counted/],
    ]);
    expect(await hurtCounts(store)).to.deep.equal({ helpful: 1, not: 0 });
    const again = await talk([...AGREED, stiff, ASK, ['not helpful'], ASK, ['not helpful']]);
    expect(await hurtCounts(again.store)).to.deep.equal({ helpful: 0, not: 2 });
  });

  it('is told by a button of any answer, at any time, and by none of another talk', async () => {
    const store = new MemoryStore();
    const runTurn = composeTurns(await talkServices(), store);
    let sent = 0;
    const say = async (said: object) => {
      const activity = incoming(`${++sent}`, { channelId: 'emulator', text: '', ...said });
      const { outcome } = await runTurn(activity, { delivery: 'response' });
      return JSON.stringify(outcome.activities);
    };
    for (const text of ['hello', 'yes', 'for me', 'stiff neck for two weeks']) await say({ text });
    const answer = await say({ text: 'will it hurt?' });
    const question = /helpful_[\w-]+/.exec(answer)?.[0];
    await say({ text: 'does massage lower stress hormones?' });
    expect(await say({ value: { question, choice: 'no' } }))
      .to.include('that is counted')
      .and.not.match(/how bad|Question/i);
    expect(await hurtCounts(store)).to.deep.equal({ helpful: 0, not: 1 });
    await say({ value: { question: 'helpful_another', choice: 'no' } });
    await say({ value: { question, choice: 'perhaps' } });
    expect(await hurtCounts(store)).to.deep.equal({ helpful: 0, not: 1 });
    expect(await say({ text: '5' })).to.include('What brings it on');
  });

  it('is hinted at once, and not with every answer', async () => {
    await talk([
      ...AGREED,
      stiff,
      ['will it hurt?', /You can say "that helped"/],
      ['will it hurt?', { not: /You can say "that helped"/ }],
    ]);
  });

  it('is not asked before agreement, when nothing is remembered', async () => {
    const { store } = await talk([
      ['will it hurt?', /It should not hurt much/, { not: /that helped/ }],
      ['that helped', { not: /counted/ }],
    ]);
    expect((await store.counts()).size).to.equal(0);
  });

  it('is no answer where nothing was answered', async () => {
    const { store } = await talk([
      ...AGREED,
      ['that helped', /You are welcome/],
      ['not helpful', { not: /counted/ }, /What brings you here/],
    ]);
    expect((await store.counts()).size).to.equal(0);
  });

  it('does not hide what else a message says', async () => {
    const { last, store } = await talk([
      ...AGREED,
      stiff,
      ASK,
      ['not helpful, and I have crushing chest pain', /911/, { not: /counted/ }],
    ]);
    expect(last.disposition).to.equal('emergency');
    expect((await store.counts()).size).to.equal(0);
  });

  it('outlasts what the patient has erased, and holds nothing of them', async () => {
    const { store } = await talk([
      ...AGREED,
      stiff,
      ASK,
      ['not helpful'],
      ['delete my data'],
      ['yes', /erased/],
      ['not helpful', { not: /counted/ }],
    ]);
    for (const counter of (await store.counts()).keys())
      expect(counter).to.match(/^not-helpful\/[a-z-]+#[a-z-]+$/);
    expect(await hurtCounts(store)).to.deep.equal({ helpful: 0, not: 1 });
  });

  it('cannot be told again of an answer from before starting over', async () => {
    const { store } = await talk([
      ...AGREED,
      stiff,
      ASK,
      ['start over'],
      ['yes'],
      ['that helped', { not: /counted/ }],
    ]);
    expect((await store.counts()).size).to.equal(0);
  });
});
