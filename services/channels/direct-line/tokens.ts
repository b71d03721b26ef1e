import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { id } from '../activity-fields.js';
import { clientOf, isConversationId } from './identifiers.js';

/**
 * access: a bearer token. stream: for the address of one WebSocket, which proxies write into their logs.
 * resume: kept by the widget, to come back to a conversation. None can be used as another.
 */
export type Purpose = 'access' | 'stream' | 'resume';

/** In seconds. */
export const lifetimes: Record<Purpose, number> = { access: 1800, stream: 60, resume: 24 * 60 * 60 };

/** What a token allows: to be this user in this conversation, from pages of these origins (all, where unset). */
export interface Grant {
  conversationId: string;
  userId: string;
  origins?: string[];
}

type TokenReading = { kind: 'valid'; grant: Grant } | { kind: 'expired' } | { kind: 'invalid' };

export interface Tokens {
  sign(purpose: Purpose, grant: Grant): Promise<string>;
  /** Never rejects, whatever the text is. */
  read(purpose: Purpose, token: string): Promise<TokenReading>;
}

/** `user` stands where Direct Line clients look for it. */
const claims = z
  .object({
    conv: z.string().refine(isConversationId),
    user: id(256),
    client: z.enum(['widget', 'client']),
    origins: z.array(z.string()).optional(),
  })
  .refine(({ conv, client }) => clientOf(conv) === client);

const longestToken = 8 * 1024;

/**
 * Signed with keys derived from the secret, one a purpose.
 * @param clock milliseconds since 1970
 */
export function createTokens(secret: string, clock: () => number): Tokens {
  const keys: Record<Purpose, KeyObject> = {
    access: derivedKey(secret, 'access'),
    stream: derivedKey(secret, 'stream'),
    resume: derivedKey(secret, 'resume'),
  };
  return {
    async sign(purpose, { conversationId, userId, origins }) {
      const now = Math.floor(clock() / 1000);
      return new SignJWT({
        conv: conversationId,
        user: userId,
        client: clientOf(conversationId),
        ...(origins && { origins }),
      })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimes[purpose])
        .sign(keys[purpose]);
    },
    async read(purpose, token) {
      if (token.length > longestToken) return { kind: 'invalid' };
      try {
        const { payload } = await jwtVerify(token, keys[purpose], {
          algorithms: ['HS256'],
          currentDate: new Date(clock()),
          requiredClaims: ['exp', 'iat'],
        });
        const { conv, user, origins } = claims.parse(payload);
        return {
          kind: 'valid',
          grant: { conversationId: conv, userId: user, ...(origins && { origins }) },
        };
      } catch (error) {
        return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}

function derivedKey(secret: string, purpose: Purpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `direct line ${purpose} token`, 32)));
}
