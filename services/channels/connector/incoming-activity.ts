import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { contentFields, id, maybe, orNothing, records, withoutUndefined } from '../activity-fields.js';

const account = z.object({
  id: id(512),
  name: maybe(z.string().max(512)),
  aadObjectId: maybe(z.string().max(64)),
  role: maybe(z.string().max(32)),
});

/** Some channels list members without id when they do not know it. */
const accounts = maybe(z.array(account).max(500));

const schema = z.object({
  type: z.string().regex(/^[A-Za-z]{1,40}$/),
  id: maybe(id(256)),
  channelId: id(64),
  serviceUrl: z.string().min(1).max(2048),
  from: account,
  // `/` would let one conversation's id reach into the keys of another's state.
  conversation: z.object({
    id: id(256).refine((text) => !text.includes('/')),
    name: maybe(z.string().max(512)),
    isGroup: maybe(z.boolean()),
    conversationType: maybe(z.string().max(64)),
    tenantId: maybe(z.string().max(64)),
  }),
  recipient: maybe(account),
  ...contentFields,
  channelData: maybe(z.unknown()),
  label: maybe(z.string().max(256)),
  code: maybe(z.string().max(256)),
  action: maybe(z.string().max(64)),
  replyToId: maybe(id(256)),
  deliveryMode: orNothing(z.enum(['normal', 'notification', 'expectReplies'])),
  membersAdded: accounts,
  membersRemoved: accounts,
  reactionsAdded: records(50),
  reactionsRemoved: records(50),
});

/**
 * An activity as the bot may see it, or undefined where it is none. Only the fields named here pass; the time
 * is the server's, since a sender's clock may be wrong or a lie.
 */
export function parseIncomingActivity(body: unknown, now = new Date()): Activity | undefined {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return undefined;
  const activity = parsed.data;
  if (activity.id === undefined && takesEffect(activity.type)) return undefined;
  return {
    ...withoutUndefined(activity),
    id: activity.id ?? randomUUID(),
    recipient: activity.recipient ?? { id: 'bot' },
    timestamp: now,
    // The Bot Framework's own type asks for fields that no channel sends.
  } as unknown as Activity;
}

/** Only with its id can a message be told from itself sent twice. */
function takesEffect(type: string): boolean {
  return type === 'message' || type === 'invoke';
}
