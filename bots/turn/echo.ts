import type { Activity } from 'botbuilder-core';
import type { Incoming } from './incoming.js';

/** Told to clients: what they show of the conversation from before this message was erased. */
export const FORGOT = { forgot: true };

/**
 * A message as it stands in the feed, by which a client knows that it was taken. Without agreement to keep
 * what the person said, only that there was one: who, when, and the id that the client gave it.
 */
export function echoOf(
  { activity, dedupeKey }: Incoming,
  keepWords: boolean,
  timestamp: Date,
): Partial<Activity> {
  if (keepWords) return { ...activity, id: activity.id ?? dedupeKey, timestamp };
  const { type, channelId, conversation, from, recipient, channelData } = activity;
  const clientActivityID: unknown = channelData?.clientActivityID;
  return {
    type,
    id: activity.id ?? dedupeKey,
    timestamp,
    channelId,
    conversation,
    from,
    recipient,
    ...(typeof clientActivityID === 'string' && { channelData: { clientActivityID } }),
  };
}
