import type { ConversationState, TurnContext } from 'botbuilder-core';
import {
  DialogSet,
  type DialogState,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
} from 'botbuilder-dialogs';
import { expect } from 'chai';
import type { ConversationStore } from '../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';
import { incoming, runnerOver } from './fixtures.js';

/** Asks for a name, refuses short ones, greets. `interrupt` says something before the dialog goes on. */
async function askingForAName(context: TurnContext, state: ConversationState) {
  const dialogs = new DialogSet(state.createProperty<DialogState>('dialogs'));
  dialogs.add(new TextPrompt('name', async ({ recognized }) => (recognized.value?.length ?? 0) > 2));
  dialogs.add(
    new WaterfallDialog('greet', [
      (step) => step.prompt('name', { prompt: 'What is your name?', retryPrompt: 'Your full name, please.' }),
      async (step) => {
        await step.context.sendActivity(`Hello ${step.result}.`);
        return step.endDialog();
      },
    ]),
  );
  const dialog = await dialogs.createContext(context);
  if (context.activity.text === 'interrupt') await context.sendActivity('One moment.');
  const { status } = await dialog.continueDialog();
  if (status === DialogTurnStatus.empty) await dialog.beginDialog('greet');
}

async function converse(store: ConversationStore, texts: string[]): Promise<(string | undefined)[][]> {
  const replies: (string | undefined)[][] = [];
  for (const text of texts) {
    // A runner a turn: nothing may live on outside the store.
    const run = runnerOver(store, { handle: askingForAName });
    const { outcome } = await run(incoming(`${replies.length}`, { text }), { delivery: 'feed' });
    replies.push(outcome.activities.map((activity) => activity.text));
  }
  return replies;
}

describe('botbuilder’s dialogs in a turn', () => {
  it('go on from turn to turn, ask again, and end', async () => {
    expect(await converse(new MemoryStore(), ['hi', 'Al', 'Alma', 'hi'])).to.deep.equal([
      ['What is your name?'],
      ['Your full name, please.'],
      ['Hello Alma.'],
      ['What is your name?'],
    ]);
  });

  it('see what was sent in the turn: a prompt does not ask again over an interruption', async () => {
    const store = new MemoryStore();
    await converse(store, ['hi']);
    let responded: [before: boolean, after: boolean] | undefined;
    const run = runnerOver(store, {
      handle: async (context, state) => {
        const before = context.responded;
        context.activity.text = 'interrupt';
        await askingForAName(context, state);
        responded = [before, context.responded];
      },
    });
    await run(incoming('x'), { delivery: 'feed' });
    expect(responded).to.deep.equal([false, true]);
  });

  it('can change and take back what they said in the same turn, and nothing older', async () => {
    const store = new MemoryStore();
    const codes: unknown[] = [];
    const run = runnerOver(store, {
      handle: async (context) => {
        const first = await context.sendActivity('searching');
        const second = await context.sendActivity('to be taken back');
        await context.updateActivity({ type: 'message', id: first?.id ?? '', text: 'found' });
        await context.deleteActivity(second?.id ?? '');
        await context
          .updateActivity({ type: 'message', id: 'older', text: 'x' })
          .catch((e) => codes.push(e.code));
        await context.deleteActivity('older').catch((e) => codes.push(e.code));
      },
    });
    const { outcome } = await run(incoming('x'), { delivery: 'feed' });
    expect(outcome.activities.map(({ text }) => text)).to.deep.equal(['found']);
    expect(codes).to.deep.equal(['UNSUPPORTED_IN_A_TURN', 'UNSUPPORTED_IN_A_TURN']);
  });

  it('can clear the conversation’s state, and delete it', async () => {
    for (const clear of ['clear', 'delete'] as const) {
      const store = new MemoryStore();
      await converse(store, ['hi']);
      const run = runnerOver(store, { handle: (context, state) => state[clear](context) });
      await run(incoming('x'), { delivery: 'feed' });
      expect((await store.load('directline/conversation'))?.state).to.deep.equal({});
    }
  });
});
