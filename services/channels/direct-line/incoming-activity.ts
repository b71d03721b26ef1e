import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { contentFields, id, maybe, orNothing, withoutUndefined } from '../activity-fields.js';
import { CHANNEL, type Random } from './identifiers.js';

/** In UTF-16 units: the bot reads no more. */
const LONGEST_TEXT = 8000;
const MOST_ATTACHMENTS = 20;

/** What a button or a list sends. All of it is kept and shown to the client again. */
function isShort(value: unknown): boolean {
  return JSON.stringify(value ?? null).length <= LONGEST_TEXT;
}

/** Nothing here reads what a client has to say about its words. */
const { entities: _, ...content } = contentFields;

/**
 * What a client may send. `channelData` is cut down to what says which activity this is and whether it is shown;
 * who sent it, where and when is not the client's to say.
 */
const schema = z.object({
  ...content,
  text: maybe(z.string().max(LONGEST_TEXT)),
  value: maybe(z.unknown().refine(isShort)),
  // That there was a file, and of what kind; what is in it is neither read nor kept.
  attachments: maybe(z.array(z.object({ contentType: z.string().max(256) })).max(MOST_ATTACHMENTS)),
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
