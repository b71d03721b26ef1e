import type { Activity } from 'botbuilder-core';
import type { AskedOnce } from '../../dialogs/turn/asked-once.js';
import type { DeliveryMode } from '../../services/conversations/conversation-store.js';

/** An activity that is to be answered, and how. */
export interface Incoming {
  activity: Activity;
  /** As the store names it. */
  conversationId: string;
  dedupeKey: string;
  delivery: DeliveryMode;
  /** Takes typing activities while the turn runs. */
  live: ((activity: Partial<Activity>) => void) | undefined;
  /** The client shows words as they come (`live`), and puts what is committed in their place. */
  showsUnfinished: boolean;
  /** Kept over all attempts at the turn. */
  asked: AskedOnce;
}
