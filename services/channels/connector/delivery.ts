import type { CloudAdapter } from 'botbuilder';
import { type Activity, type ConversationReference, TurnContext } from 'botbuilder-core';
import type { DeliveryResult } from '../../conversations/conversation-store.js';
import type { Log } from '../../telemetry/log.js';
import { type Reach, refusal } from './service-url.js';

/** Answers that will be the same next time: not allowed, conversation gone, too large, not understood. */
const permanent = new Set([400, 403, 404, 413]);

/**
 * Sends committed activities to the `serviceUrl` that each carries, one after the other. It stops at the first
 * that is not delivered and gives its result; give one activity at a time to know which it was.
 */
export async function deliver(
  activities: Partial<Activity>[],
  to: { adapter: CloudAdapter; appId: string; reach: Reach; log: Log },
): Promise<DeliveryResult> {
  for (const activity of activities) {
    const result = await deliverOne(activity, to);
    if (result !== 'delivered') return result;
  }
  return 'delivered';
}

async function deliverOne(
  activity: Partial<Activity>,
  { adapter, appId, reach, log }: Parameters<typeof deliver>[1],
): Promise<DeliveryResult> {
  const channel = activity.channelId ?? '';
  const reason = refusal(activity.serviceUrl ?? '', channel, reach);
  if (reason || !activity.conversation) {
    log.warn('connector.reply.refused', { channel, ...(reason ? { reason } : {}) });
    return 'refused';
  }
  try {
    await adapter.continueConversationAsync(appId, referenceOf(activity), async (context: TurnContext) => {
      // Replies answer the id of the turn's activity, which continuing sets to a random one.
      Object.assign(context.activity, { id: activity.replyToId });
      await context.sendActivity(activity);
    });
    return 'delivered';
  } catch (error) {
    const status = statusOf(error);
    const result = permanent.has(status) ? 'refused' : 'failed';
    log.warn(`connector.reply.${result}`, {
      channel,
      status,
      reason: result === 'refused' ? 'refused-by-channel' : 'unreachable',
      error,
    });
    return result;
  }
}

/** Of an activity on its way out: the bot is who it is from. */
function referenceOf(activity: Partial<Activity>): Partial<ConversationReference> {
  const { from, recipient, ...rest } = activity;
  return TurnContext.getConversationReference({
    ...rest,
    from: recipient,
    recipient: from,
  } as Partial<Activity>);
}

/** Of an HTTP answer; 0 where there was none. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) || 0 : 0;
}
