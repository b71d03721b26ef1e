import { ActivityTypes, type ConversationState, type TurnContext } from 'botbuilder-core';
import type { Conversation, ConversationOutcome } from '../dialogs/conversation.js';
import type { GroupConversation } from '../dialogs/group/group-conversation.js';
import { HELPFUL_EVENT } from '../dialogs/helpful/helpful.js';
import { isGroup } from './inbound/is-group.js';
import { readUtterance } from './inbound/read-utterance.js';

/** One activity in, views out: a person's own conversation, or general answers in a group. */
export class GuideBot {
  constructor(
    private readonly conversation: Conversation,
    private readonly group: GroupConversation,
  ) {}

  async handle(context: TurnContext, state: ConversationState): Promise<ConversationOutcome | undefined> {
    const { activity } = context;
    switch (activity.type) {
      case ActivityTypes.Message:
        if (!isGroup(activity)) return this.conversation.hear(context, state, readUtterance(activity));
        await this.group.answer(context, readUtterance(activity));
        return undefined;
      case ActivityTypes.Event:
        if (activity.name !== HELPFUL_EVENT || isGroup(activity)) return undefined;
        return this.conversation.judge(context, state, readUtterance(activity));
      case ActivityTypes.ConversationUpdate:
        if (!someoneJoined(context)) return undefined;
        if (!isGroup(activity)) return this.conversation.welcome(context, state);
        await this.group.greet(context);
        return undefined;
      default:
        return undefined;
    }
  }
}

/** A person came to a personal chat, or the bot to a group. */
function someoneJoined({ activity }: TurnContext): boolean {
  const added = activity.membersAdded ?? [];
  const botCame = added.some(({ id }) => id === activity.recipient?.id);
  return isGroup(activity) ? botCame : added.length > 0;
}
