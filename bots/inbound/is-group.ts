import type { Activity } from 'botbuilder-core';
import { own, token } from './hostile.js';

/** Whether several people read along: a group chat or a channel. Never throws, whatever was sent. */
export function isGroup(activity: Partial<Activity>): boolean {
  const conversation: unknown = activity.conversation;
  const type = token(conversation, 'conversationType');
  return own(conversation, 'isGroup') === true || type === 'groupChat' || type === 'channel';
}
