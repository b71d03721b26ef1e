import type { Log } from '../telemetry/log.js';
import type { ConversationStore } from './conversation-store.js';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
const EVERY = HOUR / 4;
/** How long a conversation is kept in which nobody has said anything, in milliseconds. */
const GREETED_KEPT = HOUR;
/** How long an outcome is kept for an activity that is sent again, in milliseconds. */
const OUTCOMES_KEPT = DAY;

/**
 * At once and every quarter of an hour: removes conversations silent for longer than the retention, those in which
 * nobody spoke, and old outcomes.
 */
export function expireRegularly(store: ConversationStore, retentionDays: number, log: Log): { stop(): void } {
  const expire = async () => {
    const now = Date.now();
    try {
      const { conversations } = await store.expire({
        conversationsBefore: new Date(now - retentionDays * DAY),
        greetedBefore: new Date(now - GREETED_KEPT),
        outcomesBefore: new Date(now - OUTCOMES_KEPT),
      });
      if (conversations > 0) log.info('conversations.expired', { count: conversations });
    } catch (error) {
      log.error('conversations.expire.failed', { error });
    }
  };
  void expire();
  const timer = setInterval(expire, EVERY);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
