import { type ActivitySet, fields, readActivitySet } from './activity.js';

/** What POST /widget/conversation answers. */
export interface Conversation {
  conversationId: string;
  userId: string;
  token: string;
  /** Seconds. */
  expiresIn: number;
  streamUrl: string;
  /** Opens the same conversation again within 24 hours. */
  resume?: string;
  /** False: it is a new one, whether or not another was asked for. */
  resumed: boolean;
  set: ActivitySet;
}

export function readConversation(body: unknown): Conversation | undefined {
  const { conversationId, userId, streamUrl, resume, resumed } = fields(body);
  const token = readToken(body);
  const isWhole = isText(conversationId) && isText(userId) && isText(streamUrl);
  if (!isWhole || !token) return undefined;
  return {
    ...token,
    conversationId,
    userId,
    streamUrl,
    resumed: resumed === true,
    set: readActivitySet(body) ?? { activities: [] },
    ...(isText(resume) && { resume }),
  };
}

export function readToken(body: unknown): { token: string; expiresIn: number } | undefined {
  const { token, expires_in } = fields(body);
  const expiresIn = typeof expires_in === 'number' && expires_in > 0 ? expires_in : 1800;
  return isText(token) ? { token, expiresIn } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
