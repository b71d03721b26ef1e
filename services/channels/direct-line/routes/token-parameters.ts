import { z } from 'zod';
import { id, locale, maybe } from '../../activity-fields.js';
import { mintConversationId, type Random, userOf } from '../identifiers.js';
import type { Grant } from '../tokens.js';

const webOrigin = z
  .string()
  .max(300)
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text);

/** What a server with the secret may ask for; other fields of Direct Line's are ignored. */
const schema = z.object({
  user: maybe(z.object({ id: maybe(id(256)) })),
  trustedOrigins: maybe(z.array(webOrigin).max(20)),
  locale,
});

export type TokenParameters = z.infer<typeof schema>;

export function parseTokenParameters(body: unknown): TokenParameters | undefined {
  return schema.safeParse(body).data;
}

/** For a conversation that is new, with the user that was named or one of its own. */
export function newGrant({ user, trustedOrigins }: TokenParameters, random: Random): Grant {
  const conversationId = mintConversationId('client', random);
  return {
    conversationId,
    userId: user?.id ?? userOf(conversationId),
    ...(trustedOrigins && { origins: trustedOrigins }),
  };
}
