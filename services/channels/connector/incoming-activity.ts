import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod';

/** Control characters and lone halves of surrogate pairs, which would make two ids one in a store. */
const unsafeInId = /[\p{Cc}\p{Cs}]/u;
const id = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .refine((text) => !unsafeInId.test(text));

/** Absent and null are the same to channels. */
const maybe = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null ? undefined : value), schema.optional());
const record = z.record(z.string(), z.unknown());

/** A wrong one is left out: it only helps to choose a language or a way of delivery. */
const orNothing = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

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
  localTimezone: orNothing(z.string().regex(/^[A-Za-z0-9_+/-]{1,64}$/)),
  locale: orNothing(z.string().regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}$/)),
  text: maybe(z.string()),
  textFormat: orNothing(z.enum(['plain', 'markdown', 'xml'])),
  attachments: maybe(z.array(record).max(50)),
  entities: maybe(z.array(record).max(500)),
  channelData: maybe(z.unknown()),
  value: maybe(z.unknown()),
  valueType: maybe(z.string().max(256)),
  name: maybe(z.string().max(256)),
  label: maybe(z.string().max(256)),
  code: maybe(z.string().max(256)),
  action: maybe(z.string().max(64)),
  replyToId: maybe(id(256)),
  deliveryMode: orNothing(z.enum(['normal', 'notification', 'expectReplies'])),
  membersAdded: accounts,
  membersRemoved: accounts,
  reactionsAdded: maybe(z.array(record).max(50)),
  reactionsRemoved: maybe(z.array(record).max(50)),
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

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
