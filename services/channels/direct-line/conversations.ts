import type { Activity } from 'botbuilder-core';
import type { ConversationStore, FeedEntry } from '../../conversations/conversation-store.js';
import { clientOf, storeKeyOf } from './identifiers.js';
import { openingActivity, type Speaker } from './incoming-activity.js';
import type { RunTurn } from './turn.js';

/** Activities and the watermark to ask with next. */
export interface ActivitySet {
  activities: Partial<Activity>[];
  watermark: string;
}

export function activitySet(entries: readonly FeedEntry[], watermark: number): ActivitySet {
  return { activities: entries.map(({ activity }) => activity), watermark: String(watermark) };
}

/** `0`, the beginning, where there is none; undefined where it is no watermark. */
export function parseWatermark(text: string | null): number | undefined {
  if (text === null || text === '' || text === '-') return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The conversations as clients see them: the committed log. */
export interface Conversations {
  exists(conversationId: string): Promise<boolean>;
  /** Has the bot greet, once. @returns false where the conversation was there before */
  open(speaker: Speaker, locale: string | undefined): Promise<boolean>;
  /** One turn to its commit. */
  say(activity: Activity): Promise<void>;
  /** What came after the watermark; undefined where there is no such conversation. */
  since(conversationId: string, watermark: number): Promise<ActivitySet | undefined>;
}

export function createConversations(parts: {
  store: Pick<ConversationStore, 'load' | 'feed'>;
  runTurn: RunTurn;
  /** Takes typing. */
  live: (conversationId: string, activity: Partial<Activity>) => void;
  clock: () => number;
}): Conversations {
  const { store, runTurn, live, clock } = parts;
  const exists = async (conversationId: string) =>
    (await store.load(storeKeyOf(conversationId))) !== undefined;
  const say = async (activity: Activity) => {
    await runTurn(activity, {
      delivery: 'feed',
      live: (typing) => live(activity.conversation.id, typing),
      showsUnfinished: clientOf(activity.conversation.id) === 'widget',
    });
  };
  return {
    exists,
    say,
    async open(speaker, locale) {
      if (await exists(speaker.conversationId)) return false;
      await say(openingActivity(speaker, locale, new Date(clock())));
      return true;
    },
    async since(conversationId, watermark) {
      const { entries, watermark: next } = await store.feed(storeKeyOf(conversationId), watermark);
      if (entries.length === 0 && !(await exists(conversationId))) return undefined;
      return activitySet(entries, next);
    },
  };
}
