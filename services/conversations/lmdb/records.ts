import type { Activity } from 'botbuilder-core';
import type { Outcome, TurnCommit } from '../conversation-store.js';
import { turnJson } from '../turn-json.js';

/** What is known of a conversation besides its log: when it was last committed to, and its state as JSON. */
export interface Head {
  committedAt: number;
  lastSequence: number;
  /** Nobody has said anything in it yet. */
  onlyGreeted: boolean;
  state: string;
}

/** What expiry asks for stands before the JSON, so that it is read without parsing the state. */
export function writeHead({ committedAt, lastSequence, onlyGreeted, state }: Head): string {
  return `${committedAt} ${lastSequence} ${onlyGreeted ? 'greeted' : 'talking'} ${state}`;
}

export function readHead(text: string): Head {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  const third = text.indexOf(' ', second + 1);
  return {
    committedAt: Number(text.slice(0, first)),
    lastSequence: Number(text.slice(first + 1, second)),
    onlyGreeted: text.slice(second + 1, third) === 'greeted',
    state: text.slice(third + 1),
  };
}

/** Where an outcome's activities are a piece of the turn's feed, which most are, they are not written twice. */
type OutcomeRecord =
  | Outcome
  | (Omit<Outcome, 'activities'> & { feed: { lastSequence: number; from: number } });

export function writeOutcome({ outcome, feed }: TurnCommit, lastSequence: number): string {
  const { activities, ...rest } = outcome;
  const from = feed.length - activities.length;
  const shared =
    activities.length > 0 && activities.every((activity, index) => activity === feed[from + index]);
  const record: OutcomeRecord = shared ? { ...rest, feed: { lastSequence, from } } : outcome;
  return turnJson(record);
}

/** @param feedOf the activities of the turn whose last sequence number this is */
export function readOutcome(text: string, feedOf: (lastSequence: number) => string): Outcome {
  const record = JSON.parse(text) as OutcomeRecord;
  if (!('feed' in record)) return record;
  const { feed, ...rest } = record;
  const activities = JSON.parse(feedOf(feed.lastSequence)) as Partial<Activity>[];
  return { activities: feed.from > 0 ? activities.slice(feed.from) : activities, ...rest };
}
