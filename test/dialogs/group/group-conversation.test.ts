import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { expect } from 'chai';
import { composeTurns } from '../../../cli/compose.js';
import { conversationKey } from '../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';
import { talkServices } from '../support/talk.js';

/** A group chat of Teams; every activity is answered in it. */
async function group(more: Partial<Activity['conversation']> = {}) {
  const store = new MemoryStore();
  const runTurn = composeTurns(await talkServices(), store, {
    plainText: true,
    onError: (error) => {
      throw error;
    },
  });
  async function send(activity: Partial<Activity>): Promise<string> {
    const { outcome } = await runTurn(
      {
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: 'urn:local',
        conversation: { id: 'group', isGroup: true, conversationType: 'groupChat', name: '', ...more },
        from: { id: 'person', name: '' },
        recipient: { id: 'bot', name: '' },
        locale: 'en-US',
        ...activity,
      } as Activity,
      { delivery: 'response' },
    );
    return outcome.activities.map(({ text = '' }) => text).join('\n\n');
  }
  return {
    say: (text: string) => send({ type: 'message', text }),
    join: (id: string) => send({ type: 'conversationUpdate', membersAdded: [{ id, name: '' }] }),
    async kept() {
      const key = conversationKey('msteams', 'group');
      return JSON.stringify([
        await store.load(key),
        await store.feed(key, 0),
        await store.pendingDeliveries(),
      ]);
    },
  };
}

const PERSONAL = /write to me in a personal chat/;
const ASKS = /May I keep|How old|What brings you|signs of danger\?|Question \d|Which medicines/;

describe('A group chat', () => {
  it('greets when the bot comes, and says what belongs in a personal chat', async () => {
    const { join } = await group();
    expect(await join('bot'))
      .to.match(/general questions/)
      .and.match(PERSONAL);
    expect(await join('someone')).to.equal('');
  });

  it('asks nobody for their health, whatever they say', async () => {
    const { say } = await group();
    for (const said of ['hello', 'yes', 'I agree', '45', 'my neck hurts', 'find me a therapist', 'help']) {
      expect(await say(said), said).not.to.match(ASKS);
    }
  });

  it('invites to a personal chat where someone speaks of their own health', async () => {
    const { say } = await group();
    const reply = await say('my neck hurts since last week and I take warfarin');
    expect(reply).to.match(PERSONAL);
    expect(reply).not.to.match(/neck|warfarin/i);
  });

  it('shows no therapists', async () => {
    const { say } = await group();
    for (const said of ['find me a therapist in Boston', 'my doctor agrees', 'Boston', 'more']) {
      expect(await say(said), said).not.to.match(/These fit best/);
    }
  });

  it('answers general questions from the guide', async () => {
    const { say } = await group();
    expect(await say('What happens in a first session?')).to.match(/Where this comes from/);
  });

  const dangers: [said: string, number: RegExp, sign: RegExp][] = [
    ['I have crushing chest pain down my left arm', /911/, /chest|\barm\b|heart/i],
    ['my face is drooping and my speech is slurred', /911/, /face|droop|slur|speech|stroke/i],
    ['I want to kill myself', /988/, /kill|die|yourself to|hurt yourself/i],
    ['my husband hits me', /1-800-799-7233/, /hit|husband|device|choked/i],
    ['I am numb between my legs and cannot pee', /911/, /\bnumb(?!er)|pee|urin|groin|legs|cauda/i],
  ];
  for (const [said, number, sign] of dangers) {
    it(`gives the number to "${said}" without repeating it`, async () => {
      const { say } = await group();
      const reply = await say(said);
      expect(reply).to.match(number);
      expect(reply).to.match(PERSONAL);
      const repeated = reply.match(sign);
      expect(repeated, String(repeated)).to.equal(null);
    });
  }

  it('keeps nothing of what was said', async () => {
    const { say, kept } = await group();
    await say('my purple elbow hurts and I take zanzibarol');
    await say('I have crushing chest pain down my left arm');
    await say('what does massage of the zebrafish cost?');
    expect(await kept()).not.to.match(/purple|elbow|zanzibarol|crushing|chest|arm\b|zebrafish/i);
  });

  it('begins no personal conversation from what was said in it', async () => {
    const { say } = await group();
    await say('I agree');
    await say('my left knee hurts');
    expect(await say('summary')).not.to.match(/knee|Summary for your visit/);
  });

  it('is known as one by its kind alone, and a channel of Teams is one too', async () => {
    for (const conversationType of ['groupChat', 'channel']) {
      const { say } = await group({ isGroup: false, conversationType });
      expect(await say('my neck hurts'), conversationType).not.to.match(ASKS);
    }
    const { say } = await group({ isGroup: false, conversationType: 'personal' });
    expect(await say('hello')).to.match(ASKS);
  });
});
