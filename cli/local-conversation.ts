import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { ActivityTypes } from 'botbuilder-core';
import type { RunTurn } from '../bots/turn/run-turn.js';

/** A conversation with the bot in this process: text in, plain text out. */
export class LocalConversation {
  constructor(
    private readonly runTurn: RunTurn,
    private readonly id: string,
    private readonly options: { channel?: string; locale?: string } = {},
  ) {}

  /** The person joins: what the bot says before anything is asked. */
  async join(): Promise<string[]> {
    return this.send({ type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'person', name: '' }] });
  }

  async say(text: string): Promise<string[]> {
    return this.send({ type: ActivityTypes.Message, text });
  }

  private async send(activity: Partial<Activity>): Promise<string[]> {
    const { channel = 'terminal', locale = 'en-US' } = this.options;
    const { outcome } = await this.runTurn(
      {
        id: randomUUID(),
        channelId: channel,
        serviceUrl: 'urn:local',
        conversation: { id: this.id, isGroup: false, conversationType: 'personal', name: '' },
        from: { id: 'person', name: '', role: 'user' },
        recipient: { id: 'bot', name: '', role: 'bot' },
        locale,
        ...activity,
      } as Activity,
      { delivery: 'response' },
    );
    return outcome.activities
      .filter(({ type }) => type === ActivityTypes.Message)
      .map(({ text = '' }) => text);
  }
}
