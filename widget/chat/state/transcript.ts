import type { ActivitySet } from '../direct-line/activity.js';
import type { ClientEvent } from '../direct-line/client.js';
import type { Entry, OwnEntry } from './entry.js';
import { entryOf } from './entry-of.js';
import { type Verdicts, verdictsAfter, withVerdict } from './verdicts.js';

export interface Transcript {
  conversationId?: string;
  userId?: string;
  /** In the order of the conversation's log. */
  logged: readonly Entry[];
  /** Sent or being sent, and not yet in the log: they stand last. */
  pending: readonly OwnEntry[];
  verdicts: Verdicts;
  watermark?: string;
  /** The conversation before this one could not be taken up again. */
  isAfterLost: boolean;
}

export type TranscriptEvent =
  | ClientEvent
  | { type: 'submitted'; id: string; text: string; value?: unknown }
  | { type: 'retried' | 'discarded'; id: string }
  /** choice undefined: it could not be told. */
  | { type: 'judged'; question: string; choice: string | undefined };

export const emptyTranscript: Transcript = { logged: [], pending: [], verdicts: {}, isAfterLost: false };

/** All that is shown, in order. */
export function entriesOf({ logged, pending }: Transcript): readonly Entry[] {
  return pending.length === 0 ? logged : [...logged, ...pending];
}

/**
 * Socket, polling, a new start and a second sending may all bring the same activity, in any interleaving; each is
 * shown once, in the log's order.
 */
export function reduceTranscript(state: Transcript, event: TranscriptEvent): Transcript {
  switch (event.type) {
    case 'started':
      return start(state, event);
    case 'received':
      return merge(state, event.set, true);
    case 'submitted': {
      if (entriesOf(state).some(({ key }) => key === event.id)) return state;
      const { id, text, value } = event;
      const entry: OwnEntry = { from: 'person', key: id, text, status: 'sending' };
      return { ...state, pending: [...state.pending, value === undefined ? entry : { ...entry, value }] };
    }
    case 'retried': {
      const again = state.pending.find(({ key }) => key === event.id);
      if (again?.status !== 'failed') return state;
      const others = state.pending.filter((entry) => entry !== again);
      return { ...state, pending: [...others, { ...again, status: 'sending' }] };
    }
    case 'discarded':
      return {
        ...state,
        pending: state.pending.filter(({ key, status }) => key !== event.id || status !== 'failed'),
      };
    case 'delivered':
      return withStatus(state, event.id, 'sent');
    case 'failed':
      return withStatus(state, event.id, 'failed');
    case 'judged':
      return { ...state, verdicts: withVerdict(state.verdicts, event.question, event.choice) };
    case 'connection':
      return state;
  }
}

function start(state: Transcript, event: Extract<ClientEvent, { type: 'started' }>): Transcript {
  const { conversationId, userId, resumed, lost, set } = event;
  if (state.conversationId === conversationId) return merge(state, set, true);
  // What could not be sent stays to be sent again; what was said in the other conversation is gone with it.
  const pending = state.pending.filter(({ status }) => status !== 'sent');
  const fresh: Transcript = { conversationId, userId, logged: [], pending, verdicts: {}, isAfterLost: lost };
  return merge(fresh, set, !resumed);
}

function merge(state: Transcript, { activities, watermark }: ActivitySet, isNew: boolean): Transcript {
  if (isKnown(watermark, state.watermark)) return state;
  const keys = new Set(state.logged.map(({ key }) => key));
  let logged = [...state.logged];
  let { pending, verdicts } = state;
  for (const activity of activities) {
    // Everything before it was erased, and must not stay on a screen that others may see.
    if (activity.channelData.forgot === true) {
      logged = [];
      pending = pending.filter(({ status }) => status !== 'failed');
    }
    verdicts = verdictsAfter(verdicts, activity);
    const entry = entryOf(activity, state.userId, isNew);
    if (!entry || keys.has(entry.key)) continue;
    keys.add(entry.key);
    logged.push(entry.from === 'person' ? withOwnWords(entry, pending) : entry);
    pending = pending.filter(({ key }) => key !== entry.key);
  }
  if (watermark !== undefined) return { ...state, logged, pending, verdicts, watermark };
  return logged.length === state.logged.length ? state : { ...state, logged, pending };
}

/** A set that reaches no further than what has been read holds nothing new: sets have no gaps. */
function isKnown(watermark: string | undefined, read: string | undefined): boolean {
  return watermark !== undefined && read !== undefined && Number(watermark) <= Number(read);
}

/** Before agreement the echo carries no words; this page still knows them. */
function withOwnWords(echo: OwnEntry, pending: readonly OwnEntry[]): OwnEntry {
  const sent = pending.find(({ key }) => key === echo.key);
  return sent ? { ...sent, ...echo } : echo;
}

function withStatus(state: Transcript, id: string, status: OwnEntry['status']): Transcript {
  const pending = state.pending.map((entry) => (entry.key === id ? { ...entry, status } : entry));
  return { ...state, pending };
}
