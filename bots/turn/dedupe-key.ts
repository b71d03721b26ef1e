import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder-core';

const DIRECT_LINE = new Set(['directline', 'webchat']);

/**
 * What tells a re-sent activity from a new one, within its conversation: Slack's event id, the id that a
 * Direct Line client gave it, else the activity's own. The type is part of it, as Teams gives an edit the id of
 * the message it edits.
 *
 * An activity without any id is always new. Its content is no key: a person who answers two questions with
 * "yes" would lose the second answer, and a sender that numbers nothing cannot expect to be recognised.
 */
export function dedupeKey(activity: Partial<Activity>): string {
  const key = `${activity.type}:${senderKey(activity) ?? `new:${randomUUID()}`}`;
  return /^[\x21-\x7e]{1,150}$/.test(key) ? key : createHash('sha256').update(key).digest('base64url');
}

function senderKey({ channelId = '', channelData, id }: Partial<Activity>): string | undefined {
  const data: unknown = channelData;
  if (channelId === 'slack') {
    const eventId = text(data, 'event_id') ?? text(own(data, 'SlackMessage'), 'event_id');
    if (eventId) return `event:${eventId}`;
  }
  if (DIRECT_LINE.has(channelId)) {
    const clientId = text(data, 'clientActivityID');
    if (clientId) return `client:${clientId}`;
  }
  return typeof id === 'string' && id ? `id:${id}` : undefined;
}

function own(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, field)
    ? (data as Record<string, unknown>)[field]
    : undefined;
}

function text(data: unknown, field: string): string | undefined {
  const value = own(data, field);
  return typeof value === 'string' && value ? value : undefined;
}
