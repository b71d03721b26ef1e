import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../answers.js';
import { isConversationId, userOf } from '../identifiers.js';
import type { Parts } from '../parts.js';
import type { Grant } from '../tokens.js';

/** A caller and the conversation of the path, which is theirs and was begun. */
export interface Admitted {
  conversationId: string;
  /** Of the token; for a caller with the secret, what a token of this conversation would say. */
  grant: Grant;
  bySecret: boolean;
}

/**
 * Who may go on to the conversation that the path names; undefined once the request was refused. The token is
 * looked at first, so that nobody without one learns which conversations there are.
 */
export async function admit(
  request: IncomingMessage,
  response: ServerResponse,
  { readCaller }: Pick<Parts, 'readCaller'>,
): Promise<Admitted | undefined> {
  const caller = await readCaller(request);
  if (caller.kind === 'refused') {
    refuse(request, response, caller.refusal);
    return undefined;
  }
  // As it was sent: an escaped slash is none of the characters of an id, and stays one of nobody's.
  const conversationId = /\/conversations\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
  if (!isConversationId(conversationId)) {
    refuse(request, response, 404);
    return undefined;
  }
  if (caller.kind === 'secret') {
    return { conversationId, grant: { conversationId, userId: userOf(conversationId) }, bySecret: true };
  }
  if (caller.grant.conversationId !== conversationId) {
    refuse(request, response, 403);
    return undefined;
  }
  return { conversationId, grant: caller.grant, bySecret: false };
}
