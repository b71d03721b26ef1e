import { type Activity, ActivityTypes } from 'botbuilder-core';
import { AskedOnce } from '../../dialogs/turn/asked-once.js';
import { CodedError } from '../../knowledge/coded-error.js';
import {
  type ConversationStore,
  conversationKey,
  type DeliveryMode,
  type Outcome,
} from '../../services/conversations/conversation-store.js';
import { apologise, attemptTurn, type Bot } from './attempt-turn.js';
import { dedupeKey } from './dedupe-key.js';
import type { Incoming } from './incoming.js';
import { KeyedQueue } from './keyed-queue.js';
import { Latest } from './latest.js';

/**
 * A turn that lost to others for so long, in milliseconds, asks the sender to come back: channels wait 15 s. Not
 * a number of tries: another process with a queue for the same conversation wins many times in a row, for moments.
 */
const PATIENCE = 5000;

export interface TurnDependencies extends Bot {
  store: ConversationStore;
  /** Takes what the bot threw. It may quote what a person typed: show its code, never its message. */
  onError?: (error: unknown) => void;
  /** Wakes whoever delivers: the outbox, the readers of the feed. */
  onCommit?: (conversationId: string, delivery: DeliveryMode) => void;
}

interface TurnOptions {
  delivery: DeliveryMode;
  /** Takes typing activities while the turn runs. */
  live?: (activity: Partial<Activity>) => void;
  /** Of these, also the words of an answer as they come, for a client that knows what to do with them. */
  showsUnfinished?: boolean;
}

interface TurnOutcome {
  /** duplicate: the activity took effect before, and this is what came of it then. */
  kind: 'committed' | 'duplicate';
  outcome: Outcome;
  /** As the store names it (`conversationKey`). */
  conversationId: string;
}

/**
 * Runs one turn to its commit; rejects only where nothing could be committed.
 * @throws CodedError STORE_UNAVAILABLE or STORE_BUSY: send the activity again later, it had no effect
 * @throws CodedError CONVERSATION_ID_REFUSED: it can never be taken
 */
export type RunTurn = (activity: Activity, options: TurnOptions) => Promise<TurnOutcome>;

export function createTurnRunner(dependencies: TurnDependencies): RunTurn {
  const queue = new KeyedQueue();
  const latest = new Latest();
  return async (activity, { delivery, live, showsUnfinished = false }) => {
    const conversationId = conversationKey(activity.channelId, activity.conversation.id);
    const key = dedupeKey(activity);
    const isMessage = activity.type === ActivityTypes.Message;
    const overtaken = isMessage ? latest.begin(conversationId, key) : undefined;
    const incoming: Incoming = {
      activity,
      conversationId,
      dedupeKey: key,
      delivery,
      live,
      showsUnfinished,
      asked: new AskedOnce(overtaken),
    };
    return queue
      .run(conversationId, () => takeTurn(dependencies, incoming))
      .finally(() => latest.end(conversationId, overtaken));
  };
}

async function takeTurn(dependencies: TurnDependencies, incoming: Incoming): Promise<TurnOutcome> {
  const { store, onError, onCommit } = dependencies;
  const { conversationId, dedupeKey, delivery } = incoming;
  const recorded = await store.accept(conversationId, dedupeKey);
  if (recorded) return { kind: 'duplicate', outcome: recorded, conversationId };

  let failed = false;
  // The bot may have changed the state that was loaded: the apology is committed on a fresh one.
  const fail = (error: unknown): undefined => {
    failed = true;
    onError?.(error);
  };
  const clock = () => (dependencies.now?.() ?? new Date()).getTime();
  let losingSince: number | undefined;
  for (;;) {
    const snapshot = (await store.load(conversationId)) ?? { version: 0, state: {} };
    const attempt = failed
      ? apologise(dependencies, incoming, snapshot.state)
      : await attemptTurn(dependencies, incoming, snapshot.state).catch(fail);
    if (!attempt) continue;
    const { idle, ...turn } = attempt;
    if (idle) return { kind: 'committed', outcome: turn.outcome, conversationId };

    const expectedVersion = snapshot.version;
    const result = await store
      .commit({ conversationId, dedupeKey, expectedVersion, delivery, ...turn })
      .catch((error: unknown) => {
        if (failed || !isNotStorable(error)) throw error;
        return fail(error);
      });
    if (!result) continue;
    if (result.kind === 'conflict') {
      losingSince ??= clock();
      if (clock() - losingSince >= PATIENCE) throw busy();
      continue;
    }
    if (result.kind === 'duplicate') return { ...result, conversationId };
    onCommit?.(conversationId, delivery);
    return { kind: 'committed', outcome: turn.outcome, conversationId };
  }
}

function busy(): CodedError {
  return new CodedError(
    'STORE_BUSY',
    `Others went on committing to the same conversation for ${PATIENCE / 1000} seconds while one turn of it ran.`,
  );
}

/** The bot is at fault: a function or a cycle in its state or answer. */
function isNotStorable(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'TURN_NOT_STORABLE';
}
