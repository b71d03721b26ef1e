import type { Activity } from 'botbuilder-core';

let sent = 0;

/** A message as Emulator sends it, answered in the response (expectReplies). */
export function messageActivity(
  conversation: string,
  text: string,
  id = `${conversation}-${++sent}`,
): object {
  return {
    type: 'message',
    id,
    channelId: 'emulator',
    serviceUrl: 'http://localhost:56150/',
    from: { id: 'person', role: 'user' },
    recipient: { id: 'bot' },
    conversation: { id: conversation },
    deliveryMode: 'expectReplies',
    locale: 'en-US',
    text,
  };
}

export async function post(
  url: string,
  activity: object,
): Promise<{ status: number; activities: Partial<Activity>[] }> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const body = response.ok ? ((await response.json()) as { activities?: Partial<Activity>[] }) : {};
  return { status: response.status, activities: body.activities ?? [] };
}

/** The words of what was answered, cards included. */
export function wordsOf(activities: Partial<Activity>[]): string {
  return activities.map(({ text, summary }) => text || summary || '').join('\n');
}
