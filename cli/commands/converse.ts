import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ConversationServices } from '../../dialogs/turn/services.js';
import { readConfig } from '../../services/config.js';
import { MemoryStore } from '../../services/conversations/memory/memory-store.js';
import { silentLog } from '../../services/telemetry/log.js';
import { composeServices, composeTurns } from '../compose.js';
import { answerJsonLines } from '../json-lines.js';
import { LocalConversation } from '../local-conversation.js';

const requestSchema = z.object({
  id: z.union([z.string(), z.number()]),
  turns: z.array(z.string()),
  locale: z.string().optional(),
  channel: z.string().optional(),
});

/** Whole conversations with the real bot, each a fresh one, in plain text. */
export async function converse(): Promise<boolean> {
  const services = await composeServices(readConfig(), silentLog);
  return answerJsonLines(requestSchema, (request) => holdConversation(request, services));
}

async function holdConversation(
  { id, turns, locale, channel }: z.infer<typeof requestSchema>,
  services: ConversationServices,
): Promise<object> {
  let disposition = 'routine';
  let therapists = 'never';
  const runTurn = composeTurns(services, new MemoryStore(), {
    plainText: true,
    onOutcome(outcome) {
      disposition = outcome.disposition;
      therapists = outcome.therapists ?? therapists;
    },
  });
  const conversation = new LocalConversation(runTurn, randomUUID(), {
    ...(locale && { locale }),
    ...(channel && { channel }),
  });
  const welcome = await conversation.join();
  const replies: string[][] = [];
  for (const turn of turns) replies.push(await conversation.say(turn));
  replies[0]?.unshift(...welcome);
  return { id, replies, disposition, therapists };
}
