import { join } from 'node:path';
import { GuideBot } from '../bots/guide-bot.js';
import { rendererFor } from '../bots/renderers/renderer-for.js';
import { createTurnRunner, type RunTurn, type TurnDependencies } from '../bots/turn/run-turn.js';
import { Conversation, type ConversationOutcome } from '../dialogs/conversation.js';
import { GroupConversation } from '../dialogs/group/group-conversation.js';
import { say } from '../dialogs/phrases/phrases.js';
import type { ConversationServices } from '../dialogs/turn/services.js';
import { buildAnswerer } from '../knowledge/answers/answerer.js';
import { CodedError } from '../knowledge/coded-error.js';
import { loadGuide } from '../knowledge/guide/load-guide.js';
import type { Embedder } from '../knowledge/retrieval/embedder.js';
import { guideIndexOf } from '../knowledge/retrieval/guide-index.js';
import { conceptsThatDecide } from '../knowledge/safety/concepts-that-decide.js';
import { loadRules } from '../knowledge/safety/load-rules.js';
import { loadLexicon } from '../knowledge/symptoms/lexicon/lexicon.js';
import { readSymptoms } from '../knowledge/symptoms/read-symptoms.js';
import { CHANNEL, clientOf, isConversationId } from '../services/channels/direct-line/identifiers.js';
import type { Config } from '../services/config.js';
import type { ConversationStore } from '../services/conversations/conversation-store.js';
import { createAnswerModel } from '../services/model/answer-model.js';
import { createFindingModel } from '../services/model/finding-model.js';
import { createModelCalls } from '../services/model/model-calls.js';
import { createOpenAIEmbedder } from '../services/model/openai-embedder.js';
import { openVectorCache } from '../services/model/vector-cache.js';
import { createPlaces } from '../services/places/create-places.js';
import type { Log } from '../services/telemetry/log.js';
import { openDirectory } from './open-directory.js';

const DEFAULT_CHAT_MODEL = 'gpt-4o-mini';

/** Knowledge and services as the settings say. What is heavy (places, directory, model) loads on first use. */
export async function composeServices(config: Config, log: Log): Promise<ConversationServices> {
  const guide = loadGuide();
  const { apiKey, baseUrl, chatModel = DEFAULT_CHAT_MODEL, deadlineMs } = config.model;
  const calls = apiKey
    ? createModelCalls({
        apiKey,
        ...(baseUrl && { baseUrl }),
        model: chatModel,
        deadlineMs,
        onFailure: (code) => log.warn('model.failed', { code }),
      })
    : undefined;
  return {
    guide,
    answerer: buildAnswerer({
      passages: guide.passages,
      ...embedderOf(config, log),
      ...(calls && { model: createAnswerModel(calls) }),
      onRefused: (rule) => log.warn('model.answer.refused', { code: rule }),
    }),
    directory: await openDirectory(config, {
      onRefused: (error) => log.error('directory.refused', { error }),
    }),
    places: createPlaces(),
    ...(calls && { proposer: createFindingModel(calls, conceptsThatDecide(loadRules(), loadLexicon())) }),
    clock: () => new Date(),
    ...(config.emergencyRegion && { emergencyRegion: config.emergencyRegion }),
    retentionDays: config.retentionDays,
  };
}

/** Embeddings where the settings name a model for them. */
function embedderOf(config: Config, log: Log): { embedder?: Embedder } {
  const { apiKey, baseUrl, embeddingModel, deadlineMs } = config.model;
  if (!apiKey || !embeddingModel) return {};
  return {
    embedder: createOpenAIEmbedder({
      apiKey,
      ...(baseUrl && { baseUrl }),
      model: embeddingModel,
      deadlineMs,
      cache: openVectorCache(join(config.dataDir, 'embeddings'), embeddingModel),
      onFailure: (code) => log.warn('embedding.failed', { code }),
    }),
  };
}

export interface TurnHooks extends Pick<TurnDependencies, 'onCommit' | 'onError'> {
  /** Told where a conversation stands after each turn. */
  onOutcome?: (outcome: ConversationOutcome) => void;
  /** Plain text, whatever the channel. */
  plainText?: boolean;
}

/** The bot on a store: what takes an activity and commits its outcome. */
export function composeTurns(
  services: ConversationServices,
  store: ConversationStore,
  hooks: TurnHooks = {},
): RunTurn {
  const { onOutcome, plainText, ...dependencies } = hooks;
  const bot = new GuideBot(new Conversation(services), new GroupConversation(services));
  return createTurnRunner({
    store,
    async handle(context, state) {
      const outcome = await bot.handle(context, state);
      if (outcome) onOutcome?.(outcome);
      return outcome;
    },
    render: ({ channelId, conversation: { id: conversationId, conversationType } }) =>
      rendererFor({
        channelId: plainText ? PLAIN : channelId,
        isOurWidget:
          channelId === CHANNEL && isConversationId(conversationId) && clientOf(conversationId) === 'widget',
        ...(conversationType && { conversationType }),
      }),
    apology: say('anytime.apology'),
    ...dependencies,
  });
}

/** No channel of this name has a renderer of its own. */
const PLAIN = 'plain-text';

/**
 * What is heavy and was not needed to listen, so that the first patient does not wait for it.
 * @throws CodedError for a broken rule, lexicon or directory file
 */
export async function warmUp({ guide, directory, places }: ConversationServices): Promise<void> {
  const knowledge = async () => {
    loadRules();
    readSymptoms('');
    guideIndexOf(guide.passages);
    await places.find('');
  };
  // The directory first: a large file is read in a thread, and a database elsewhere, beside the rest.
  await Promise.all([directory.size().catch(unlessItComesBack), knowledge()]);
}

/** A database that is down is asked again by whoever needs it; a broken file has to be mended first. */
function unlessItComesBack(error: unknown): void {
  if (!(error instanceof CodedError && error.code === 'DIRECTORY_UNAVAILABLE')) throw error;
}
