import { createHash, randomBytes } from 'node:crypto';
import { conversationKey } from '../../conversations/conversation-store.js';

export const CHANNEL = 'directline';

/** Our widget, which draws views itself, or any other client, which shows Adaptive Cards. */
export type ClientKind = 'widget' | 'client';

/** Bytes that nobody can guess. */
export type Random = (bytes: number) => Buffer;
export const cryptoRandom: Random = randomBytes;

/** 128 bits as 22 characters of base64url. */
const unguessable = '[A-Za-z0-9_-]{22}';
const conversationId = new RegExp(`^(widget|client)-${unguessable}$`);

export function mintConversationId(client: ClientKind, random: Random): string {
  return `${client}-${random(16).toString('base64url')}`;
}

/** Only ids that this server can have minted pass: no slash, no escape, no control character. */
export function isConversationId(text: string): boolean {
  return conversationId.test(text);
}

/** The id says which kind of client it is for. */
export function clientOf(conversation: string): ClientKind {
  return conversation.startsWith('widget-') ? 'widget' : 'client';
}

/**
 * Whom a conversation is with, where its opener named nobody: always the same, so that nothing of it need be
 * kept. Clients accept the prefix `dl_` from inside a token only.
 */
export function userOf(conversation: string): string {
  return `dl_${createHash('sha256').update(`user of ${conversation}`).digest('base64url').slice(0, 22)}`;
}

/** As the store names it. */
export function storeKeyOf(conversation: string): string {
  return conversationKey(CHANNEL, conversation);
}
