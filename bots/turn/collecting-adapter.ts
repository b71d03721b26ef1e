import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  Channels,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder-core';
import { CodedError } from '../../knowledge/coded-error.js';

/**
 * Takes what a bot sends in one turn and sends nothing. (Collecting in an `onSendActivities` handler instead
 * would leave `context.responded` false, by which prompts decide.)
 */
export class CollectingAdapter extends BotAdapter {
  /** In the order they were sent; trace activities only for the Emulator, which alone shows them. */
  readonly collected: Partial<Activity>[] = [];
  private sent = 0;

  /**
   * @param idOf the id of the turn's nth activity
   * @param live takes typing, which is worth something now or never and is not part of what is committed
   */
  constructor(
    private readonly idOf: (index: number) => string,
    private readonly live?: (activity: Partial<Activity>) => void,
  ) {
    super();
  }

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      const id = this.idOf(this.sent++);
      activity.id = id;
      if (activity.type === ActivityTypes.Typing) this.live?.(activity);
      else if (isForTheRecord(activity)) this.collected.push(activity);
      return { id };
    });
  }

  /** Only what was sent in the same turn can be changed: the rest has been committed and may be delivered. */
  override async updateActivity(
    _context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    const index = this.indexOf(activity.id);
    this.collected[index] = activity;
    return { id: activity.id ?? '' };
  }

  override async deleteActivity(
    _context: TurnContext,
    reference: Partial<ConversationReference>,
  ): Promise<void> {
    this.collected.splice(this.indexOf(reference.activityId), 1);
  }

  override async continueConversation(): Promise<void> {
    throw notInATurn('continue a conversation', 'give an activity of that conversation to runTurn');
  }

  private indexOf(id: string | undefined): number {
    const index = this.collected.findIndex((activity) => activity.id === id);
    if (index < 0) throw notInATurn('change an activity of an earlier turn', 'send a new one');
    return index;
  }
}

function isForTheRecord({ type, channelId }: Partial<Activity>): boolean {
  // 'delay' is botbuilder's wish that an adapter wait, and no activity type of the protocol.
  return type === ActivityTypes.Trace ? channelId === Channels.Emulator : type !== 'delay';
}

function notInATurn(what: string, instead: string): CodedError {
  return new CodedError('UNSUPPORTED_IN_A_TURN', `A turn cannot ${what}: ${instead}.`);
}
