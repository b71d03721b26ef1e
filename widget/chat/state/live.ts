import type { View } from '../../../dialogs/views/view.js';
import type { Activity } from '../direct-line/activity.js';
import type { ClientEvent } from '../direct-line/client.js';
import { readView } from '../views/read-view.js';

/** What is there now or never, and is no part of the log: that the guide is writing, and words as they come. */
export interface Live {
  isTyping: boolean;
  stream?: { id: string; sequence: number; view: View };
}

export type LiveEvent = ClientEvent | { type: 'typing-over' };

export const quiet: Live = { isTyping: false };

export function reduceLive(state: Live, event: LiveEvent, userId: string | undefined): Live {
  if (event.type === 'typing-over') return quiet;
  // What was being written may never be committed: nothing of it stays on the screen.
  if (event.type === 'connection') return event.connection === 'online' ? state : quiet;
  if (event.type !== 'received' && event.type !== 'started') return state;
  let live = state;
  for (const activity of event.set.activities) live = after(live, activity, userId);
  return live;
}

function after(live: Live, { type, fromId, text, channelData }: Activity, userId: string | undefined): Live {
  if (typeof channelData.clientActivityID === 'string' || fromId === userId) return live;
  // The message takes the place of the words that led to it.
  if (type === 'message') return quiet;
  if (type !== 'typing') return live;
  if (channelData.streamType !== 'streaming' || !text) return { ...live, isTyping: true };
  const id = String(channelData.streamId);
  const sequence = Number(channelData.streamSequence) || 0;
  const isOlder = live.stream?.id === id && live.stream.sequence >= sequence;
  if (isOlder) return live;
  const view = readView(channelData.view) ?? { kind: 'message' as const, text };
  return { isTyping: true, stream: { id, sequence, view } };
}
