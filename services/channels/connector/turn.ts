import type { Activity } from 'botbuilder-core';
import type { Outcome } from '../../conversations/conversation-store.js';

/**
 * Runs one turn to its commit and gives what was committed. An activity that took effect before gives the
 * recorded outcome again. Exceptions of the bot are answered inside: it rejects only where nothing could be
 * committed (CodedError STORE_UNAVAILABLE, STORE_BUSY: the sender is asked to try again).
 *
 * `outbox`: the activities were queued and are sent by `deliver`. `response`: the caller sends them itself.
 */
export type RunTurn = (
  activity: Activity,
  options: { delivery: 'outbox' | 'response' },
) => Promise<{ outcome: Outcome }>;
