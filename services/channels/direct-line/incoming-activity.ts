import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { contentFields, id, maybe, orNothing, withoutUndefined } from '../activity-fields.js';
import { CHANNEL, type Random } from './identifiers.js';

/**
 * What a client may send. `channelData` is cut down to what says which activity this is and whether it is shown;
 * who sent it, where and when is not the client's to say.
 */
const schema = z.object({
  ...contentFields,
  type: z.enum(['message', 'event', 'typing']),
  from: orNothing(z.object({ id: id(256) })),
  channelData: maybe(
    z
      .object({ clientActivityID: maybe(id(256)), postBack: orNothing(z.boolean()) })
      .transform(withoutUndefined),
  ),
});

export type PostedActivity = z.infer<typeof schema>;

export function parsePostedActivity(body: unknown): PostedActivity | undefined {
  return schema.safeParse(body).data;
}

export interface Speaker {
  conversationId: string;
  userId: string;
}

/**
 * The activity as the bot may see it. Its id follows from the id that the client gave it, so that one sent twice
 * gets the same answer.
 */
export function incomingActivity(
  posted: PostedActivity,
  { conversationId, userId }: Speaker,
  { now, random }: { now: Date; random: Random },
): Activity & { id: string } {
  const clientId: unknown = (posted.channelData as { clientActivityID?: unknown } | undefined)
    ?.clientActivityID;
  const activityId =
    typeof clientId === 'string'
      ? createHash('sha256').update(`${conversationId}\n${posted.type}\n${clientId}`).digest()
      : random(16);
  return {
    ...withoutUndefined(posted),
    ...addressed(conversationId, userId, now),
    id: activityId.toString('base64url').slice(0, 22),
    // The Bot Framework's own type asks for fields that no client sends.
  } as unknown as Activity & { id: string };
}

/** Someone opened the conversation, upon which the bot greets; the same id each time, hence once. */
export function openingActivity(
  { conversationId, userId }: Speaker,
  locale: string | undefined,
  now: Date,
): Activity {
  return {
    type: 'conversationUpdate',
    id: 'opened',
    ...addressed(conversationId, userId, now),
    membersAdded: [{ id: userId }],
    ...(locale && { locale }),
  } as unknown as Activity;
}

function addressed(conversationId: string, userId: string, now: Date): object {
  return {
    channelId: CHANNEL,
    serviceUrl: '',
    conversation: { id: conversationId },
    from: { id: userId, role: 'user' },
    recipient: { id: 'bot', role: 'bot' },
    timestamp: now,
  };
}
