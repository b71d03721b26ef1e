import { createHash } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder-core';
import { viewOf } from '../../dialogs/views/show.js';
import type { View } from '../../dialogs/views/view.js';
import type { Outcome } from '../../services/conversations/conversation-store.js';
import { echoOf } from './echo.js';
import type { Incoming } from './incoming.js';

/** The renderers of bots/renderers are such. */
export interface ViewRenderer {
  render(view: View): Partial<Activity>;
}

/** What is to be recorded of a turn's activities. */
export interface Recorded {
  outcome: Outcome;
  feed: Partial<Activity>[];
}

/** Ids by the turn's activity and their place in the answer: a turn that runs again gives the same. */
export function activityIds({ conversationId, dedupeKey }: Incoming): (index: number) => string {
  const hash = createHash('sha256').update(`${conversationId}\n${dedupeKey}`).digest('base64url');
  return (index) => `${hash.slice(0, 22)}-${index}`;
}

/**
 * @param collected what the bot sent, in order; the activities are completed in place
 * @param keepIncoming whether the person's own words are recorded
 */
export function record(
  { render, now }: { render: (incoming: Activity) => ViewRenderer; now?: () => Date },
  incoming: Incoming,
  collected: Partial<Activity>[],
  keepIncoming: boolean,
): Recorded {
  // A text, as it is once it was stored: the first answer and that to a duplicate are alike.
  const timestamp = (now?.() ?? new Date()).toISOString() as unknown as Date;
  const outcome: Outcome = { activities: [] };
  let renderer: ViewRenderer | undefined;
  for (const activity of collected) {
    if (activity.type === ActivityTypes.InvokeResponse) {
      outcome.invokeResponse = activity.value as NonNullable<Outcome['invokeResponse']>;
      continue;
    }
    const view = viewOf(activity);
    if (view) {
      renderer ??= render(incoming.activity);
      const { view: _, ...channelData } = activity.channelData as { view: View };
      const rendered = renderer.render(view);
      Object.assign(activity, rendered, { channelData: { ...channelData, ...rendered.channelData } });
    }
    activity.timestamp = timestamp;
    outcome.activities.push(activity);
  }
  return { outcome, feed: feedOf(incoming, outcome.activities, keepIncoming, timestamp) };
}

/** What the person sent is shown to them from the feed; who pushes or responds does not need it again. */
function feedOf(
  incoming: Incoming,
  answers: Partial<Activity>[],
  keepIncoming: boolean,
  timestamp: Date,
): Partial<Activity>[] {
  if (incoming.delivery === 'response') return [];
  if (incoming.delivery === 'outbox' || incoming.activity.type !== ActivityTypes.Message) return answers;
  return [echoOf(incoming, keepIncoming, timestamp), ...answers];
}
