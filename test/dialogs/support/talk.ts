import { expect } from 'chai';
import { composeServices, composeTurns } from '../../../cli/compose.js';
import { LocalConversation } from '../../../cli/local-conversation.js';
import type { ConversationOutcome } from '../../../dialogs/conversation.js';
import type { ConversationServices } from '../../../dialogs/turn/services.js';
import type { FindingProposer } from '../../../knowledge/symptoms/proposals/proposal.js';
import { readConfig } from '../../../services/config.js';
import type { ConversationStore } from '../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../services/conversations/memory/memory-store.js';
import { silentLog } from '../../../services/telemetry/log.js';

/** What is said, and what every expectation must find in the replies; `not` must be nowhere in them. */
export type Line = [said: string, ...expected: (RegExp | { not: RegExp })[]];

/** Licences of the demo directory are valid on this day. */
export const TODAY = new Date('2026-11-23T10:00:00Z');

export interface Talk {
  replies: string[];
  /** Where the conversation stands at the end. */
  last: ConversationOutcome;
  therapists: 'shown' | 'after_clearance' | 'never';
  store: ConversationStore;
}

let composed: Promise<ConversationServices> | undefined;

/** The real bot with the demo directory and a clock that stands still unless it is moved. */
export async function talkServices(clock: () => Date = () => TODAY): Promise<ConversationServices> {
  composed ??= composeServices(readConfig({}), silentLog);
  return { ...(await composed), clock };
}

/** Holds a conversation from a table and checks each answer. */
export async function talk(
  lines: Line[],
  options: {
    locale?: string;
    clock?: () => Date;
    before?: (index: number) => void;
    proposer?: FindingProposer;
    store?: ConversationStore;
  } = {},
): Promise<Talk> {
  const store = options.store ?? new MemoryStore();
  const outcomes: ConversationOutcome[] = [];
  const services = {
    ...(await talkServices(options.clock)),
    ...(options.proposer && { proposer: options.proposer }),
  };
  const runTurn = composeTurns(services, store, {
    plainText: true,
    onOutcome: (outcome) => outcomes.push(outcome),
    onError: (error) => {
      throw error;
    },
  });
  const conversation = new LocalConversation(runTurn, 'talk', { locale: options.locale ?? 'en-US' });
  const replies: string[] = [];
  await conversation.join();
  for (const [index, [said, ...expected]] of lines.entries()) {
    options.before?.(index);
    const reply = (await conversation.say(said)).join('\n\n');
    replies.push(reply);
    for (const pattern of expected) {
      if (pattern instanceof RegExp) expect(reply, `in answer to "${said}"`).to.match(pattern);
      else expect(reply, `in answer to "${said}"`).not.to.match(pattern.not);
    }
  }
  const last = outcomes.at(-1);
  if (!last) throw new Error('nothing was said');
  const therapists = outcomes.map((outcome) => outcome.therapists).findLast(Boolean) ?? 'never';
  return { replies, last, therapists, store };
}

/** Agreement given, for oneself. */
export const AGREED: Line[] = [
  ['hello', /May I keep/],
  ['yes', /Whom is this for/],
  ['for me', /What brings you here/],
];
