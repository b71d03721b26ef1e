import type { IncomingMessage } from 'node:http';
import { socketBaseOf } from '../origins.js';
import type { Parts } from '../parts.js';
import { type Grant, lifetimes } from '../tokens.js';
import { BASE } from './request.js';

/** What Direct Line calls a conversation: its token, and where its stream is. */
export interface ConversationObject {
  conversationId: string;
  token: string;
  /** In seconds. */
  expires_in: number;
  /** For one connection, soon. It begins after the watermark. */
  streamUrl: string;
}

export async function conversationObject(
  request: IncomingMessage,
  { tokens }: Pick<Parts, 'tokens'>,
  grant: Grant,
  watermark: number,
): Promise<ConversationObject> {
  const { conversationId } = grant;
  const [token, streamToken] = await Promise.all([
    tokens.sign('access', grant),
    tokens.sign('stream', grant),
  ]);
  const stream = `${socketBaseOf(request, grant)}${BASE}/conversations/${conversationId}/stream`;
  return {
    conversationId,
    token,
    expires_in: lifetimes.access,
    streamUrl: `${stream}?watermark=${watermark}&t=${streamToken}`,
  };
}
