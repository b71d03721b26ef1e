import type { Log } from '../telemetry/log.js';
import type { ConversationStore } from './conversation-store.js';

const DAY = 24 * 60 * 60 * 1000;
const EVERY = 60 * 60 * 1000;
/** How long an outcome is kept for an activity that is sent again, in milliseconds. */
const OUTCOMES_KEPT = DAY;

/** Every hour, and at once: removes conversations silent for longer than the retention, and old outcomes. */
export function expireRegularly(store: ConversationStore, retentionDays: number, log: Log): { stop(): void } {
  const expire = async () => {
    const now = Date.now();
    try {
      const { conversations } = await store.expire({
        conversationsBefore: new Date(now - retentionDays * DAY),
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
