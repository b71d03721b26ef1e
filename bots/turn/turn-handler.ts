import type { ConversationState, TurnContext } from 'botbuilder-core';

/** What comes of a turn besides what was sent and what is in the state. */
interface TurnResult {
  /** All that is recorded of this conversation goes, in the same write; the turn's own state and answers stay. */
  forget?: boolean;
  /**
   * The person agreed that what they say is kept: their message stands in the feed with its words, so that it
   * is there again after a page reload. Otherwise the feed only says that there was one.
   */
  keepIncoming?: boolean;
  /** By how much counters of the store move, in the same write. */
  counts?: Readonly<Record<string, number>>;
}

/**
 * The bot. It may run more than once for one activity, each time on a fresh context and the newest state, as
 * nothing it does has an effect before the commit: what it calls outside must bear that.
 */
export type TurnHandler = (
  context: TurnContext,
  state: ConversationState,
) => Promise<TurnResult | undefined> | Promise<void>;
