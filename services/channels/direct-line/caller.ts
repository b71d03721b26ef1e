import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Refusal } from './answers.js';
import { isFromTrustedPage } from './origins.js';
import type { Grant, Tokens } from './tokens.js';

/** Who asks: a server that holds the secret and may act for anyone, or a client with a token. */
type Caller = { kind: 'secret' } | { kind: 'token'; grant: Grant };

export type CallerReading = Caller | { kind: 'refused'; refusal: Refusal };

/** Reads the Authorization header of requests. */
export function createCallerReader(
  secret: string,
  tokens: Tokens,
): (request: IncomingMessage) => Promise<CallerReading> {
  const secretHash = hash(secret);
  return async (request) => {
    const bearer = /^Bearer +([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!bearer) return { kind: 'refused', refusal: 401 };
    // Of the hashes, so that neither the time nor the length tells how near a guess came.
    if (timingSafeEqual(hash(bearer), secretHash)) return { kind: 'secret' };
    const reading = await tokens.read('access', bearer);
    if (reading.kind === 'expired') return { kind: 'refused', refusal: 'token-expired' };
    if (reading.kind === 'invalid') return { kind: 'refused', refusal: 401 };
    if (!isFromTrustedPage(request, reading.grant)) return { kind: 'refused', refusal: 403 };
    return { kind: 'token', grant: reading.grant };
  };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
