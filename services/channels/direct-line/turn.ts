import type { Activity } from 'botbuilder-core';
import type { Outcome } from '../../conversations/conversation-store.js';

/**
 * Runs one turn to its commit; what was committed stands in the feed, where clients find it. An activity that
 * took effect before takes none again. Exceptions of the bot are answered inside: it rejects only where nothing
 * could be committed, and then the activity may be sent again.
 */
export type RunTurn = (
  activity: Activity,
  options: {
    delivery: 'feed';
    /** Takes typing while the turn runs. */
    live: (activity: Partial<Activity>) => void;
    /** Of these, also the words of an answer as they come: other clients would show each as a message. */
    showsUnfinished: boolean;
  },
) => Promise<{ outcome: Outcome }>;
