import type { Activity, ConversationState, TurnContext } from 'botbuilder-core';
import { createTurnRunner, type TurnDependencies } from '../../../bots/turn/run-turn.js';
import type { ConversationStore } from '../../../services/conversations/conversation-store.js';

export const APOLOGY = 'Something went wrong on our side.';

/** What a person sent. */
export function incoming(id: string | undefined, parts: Partial<Activity> = {}): Activity {
  return {
    type: 'message',
    ...(id !== undefined && { id }),
    channelId: 'directline',
    serviceUrl: 'https://service.example/',
    conversation: { id: 'conversation' },
    from: { id: 'person', name: 'A person' },
    recipient: { id: 'bot', name: 'The bot' },
    locale: 'en-GB',
    text: `said ${id}`,
    ...parts,
  } as Activity;
}

/** Counts messages in the conversation's state and says the number and what it answers. */
export async function counting(context: TurnContext, state: ConversationState) {
  const property = state.createProperty<number>('count');
  const count = (await property.get(context, 0)) + 1;
  await property.set(context, count);
  await context.sendActivity(`${count}: ${context.activity.text}`);
}

export function countOf(state: Record<string, unknown> | undefined): number {
  return (state?.conversation as { count?: number } | undefined)?.count ?? 0;
}

/** A runner over the store; the bot counts unless another is given. */
export function runnerOver(store: ConversationStore, parts: Partial<TurnDependencies> = {}) {
  return createTurnRunner({
    store,
    handle: counting,
    render: () => ({ render: (view) => ({ type: 'message', text: `shown: ${view.kind}` }) }),
    apology: APOLOGY,
    ...parts,
  });
}
