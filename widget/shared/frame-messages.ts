/**
 * What the page and the chat in its frame tell each other. Never a word of the conversation: the clinic's page,
 * and whatever else runs on it, learns how many messages are unread and nothing more.
 */
export type FromChat = { type: 'ready' } | { type: 'close' } | { type: 'unread'; count: number };
export type FromPage = { type: 'shown'; focus: boolean } | { type: 'hidden' };

const sender = 'medical-massage-guide';

export function frameMessage(message: FromChat | FromPage): Record<string, unknown> {
  return { sender, ...message };
}

export function readFromChat(data: unknown): FromChat | undefined {
  const { type, count } = fieldsOf(data);
  if (type === 'ready' || type === 'close') return { type };
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 0;
  return type === 'unread' && isCount ? { type, count } : undefined;
}

export function readFromPage(data: unknown): FromPage | undefined {
  const { type, focus } = fieldsOf(data);
  if (type === 'shown') return { type, focus: focus === true };
  return type === 'hidden' ? { type } : undefined;
}

function fieldsOf(data: unknown): Record<string, unknown> {
  const isOurs = typeof data === 'object' && data !== null && 'sender' in data && data.sender === sender;
  return isOurs ? { ...data } : {};
}
