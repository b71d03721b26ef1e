import { type Activity, ActivityTypes, DeliveryModes, TurnContext } from 'botbuilder-core';
import { giveShowUnfinished } from '../../dialogs/turn/unfinished-view.js';
import { CollectingAdapter } from './collecting-adapter.js';
import { FORGOT } from './echo.js';
import type { Incoming } from './incoming.js';
import { activityIds, type Recorded, record, type ViewRenderer } from './record.js';
import { TurnConversationState } from './turn-conversation-state.js';
import type { TurnHandler } from './turn-handler.js';
import { TurnStorage } from './turn-storage.js';
import { unfinishedViews } from './unfinished-views.js';

/** What a turn would commit. */
export interface Attempt extends Recorded {
  state: Record<string, unknown>;
  forget: boolean;
  counts: Readonly<Record<string, number>>;
  onlyGreeting: boolean;
  /** Nothing was said and nothing changed, as after most events: a re-sent one may as well run again. */
  idle: boolean;
}

export interface Bot {
  handle: TurnHandler;
  /** How the client that sent this is shown views. */
  render: (incoming: Activity) => ViewRenderer;
  /** Said where the bot failed: calm, and without promising anything. */
  apology: string;
  now?: () => Date;
}

/**
 * Runs the bot once, on a context of its own.
 * @param state of the snapshot; it is changed
 */
export async function attemptTurn(
  bot: Bot,
  incoming: Incoming,
  state: Record<string, unknown>,
): Promise<Attempt> {
  const { activity, live, showsUnfinished, asked } = incoming;
  const isMessage = activity.type === ActivityTypes.Message;
  const stateBefore = isMessage ? '' : JSON.stringify(state);
  const adapter = new CollectingAdapter(activityIds(incoming), live);
  const conversationState = new TurnConversationState(new TurnStorage(state));

  const context = new TurnContext(adapter, activityForBot(activity));
  asked.giveTo(context);
  if (live && showsUnfinished) {
    giveShowUnfinished(context, unfinishedViews(activity, bot.render(activity), live));
  }
  const result = await bot.handle(context, conversationState);
  await conversationState.saveChanges();

  const { forget = false, keepIncoming = false, counts = {} } = result ?? {};
  // Where messages come by the outbox, the person's app keeps the greeting: they may answer it days later.
  const onlyGreeting = incoming.delivery === 'feed' && !isMessage;
  const idle =
    !isMessage && !forget && adapter.collected.length === 0 && JSON.stringify(state) === stateBefore;
  const recorded = record(bot, incoming, adapter.collected, keepIncoming);
  if (forget) markForgotten(recorded.feed);
  return { ...recorded, state, forget, counts, onlyGreeting, idle };
}

function markForgotten([first]: Partial<Activity>[]): void {
  if (first) first.channelData = { ...first.channelData, ...FORGOT };
}

/**
 * One calm sentence on the state as it was, with nothing of the message that led to it.
 * @param state of the snapshot, unchanged
 */
export function apologise(bot: Bot, incoming: Incoming, state: Record<string, unknown>): Attempt {
  const { activity } = incoming;
  const said = TurnContext.applyConversationReference(
    { type: ActivityTypes.Message, id: activityIds(incoming)(0), text: bot.apology },
    TurnContext.getConversationReference(activity),
  );
  const recorded = record(bot, incoming, [said], false);
  if (activity.type === ActivityTypes.Invoke) recorded.outcome.invokeResponse = { status: 200 };
  return { ...recorded, state, forget: false, counts: {}, onlyGreeting: false, idle: false };
}

/**
 * A copy, as bots change the text (they strip mentions) and a turn may run again. With expectReplies,
 * botbuilder would keep what is sent to itself; how answers travel is not the bot's business.
 */
function activityForBot(activity: Activity): Activity {
  return { ...activity, deliveryMode: DeliveryModes.Normal };
}
