import type { Activity } from '../direct-line/activity.js';
import { readView } from '../views/read-view.js';
import type { Entry } from './entry.js';

/** What an activity of the log shows, or undefined where it shows nothing. */
export function entryOf(activity: Activity, userId: string | undefined, isNew: boolean): Entry | undefined {
  const { type, id, text, value, channelData, fromId } = activity;
  if (type !== 'message') return undefined;
  const clientId = channelData.clientActivityID;
  if (typeof clientId === 'string' || (fromId !== undefined && fromId === userId)) {
    const key = typeof clientId === 'string' ? clientId : id;
    if (key === undefined) return undefined;
    return {
      from: 'person',
      key,
      status: 'sent',
      ...(text && { text }),
      ...(value !== undefined && { value }),
    };
  }
  // Of a kind this widget is too old for, or without one: its words are shown.
  const view = readView(channelData.view) ?? (text ? { kind: 'message' as const, text } : undefined);
  return view && id !== undefined ? { from: 'guide', key: id, view, isNew } : undefined;
}
