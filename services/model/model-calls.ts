import type { z } from 'zod';
import type { ModelBudget } from '../../knowledge/model-budget.js';
import { cappedFetch } from './capped-fetch.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { type ModelFailure, modelFailureOf } from './model-failure.js';
import { OPENAI_URL } from './openai-url.js';
import type { PromptMessage } from './prompt.js';
import { loadStructuredChat, type StructuredChat } from './structured-chat.js';
import { withDeadline } from './with-deadline.js';

export interface ModelSettings {
  apiKey: string;
  /** Of an endpoint that speaks OpenAI's protocol; OpenAI itself if left out. */
  baseUrl?: string;
  /** "gpt-4o-mini", or "provider:name" with that provider's LangChain package installed. */
  model: string;
  /** How long a person waits for the model, in milliseconds. */
  deadlineMs: number;
  /** Told why a call failed; for logs and metrics. */
  onFailure?: (code: ModelFailure) => void;
  /** Monotonic milliseconds. */
  now?: () => number;
}

interface CallOptions {
  budget?: ModelBudget | undefined;
  /** Once aborted the answer is given up, which is no fault of the model's. */
  until?: AbortSignal | undefined;
  /** Takes the JSON of the answer piece by piece while it comes, and nothing after the deadline. */
  onPiece?: ((piece: string) => void) | undefined;
}

/** Calls to one chat model, whatever they are for: they share its breaker and its limit. */
export interface ModelCalls {
  /** An answer of the form asked for; undefined where the model failed. Never makes anybody wait beyond the deadline. */
  ask<Form extends z.ZodType>(
    messages: readonly PromptMessage[],
    form: Form,
    options?: CallOptions,
  ): Promise<z.infer<Form> | undefined>;
  /** Loads LangChain ahead of the first call. */
  warmUp(): Promise<void>;
}

const MOST_BYTES = 256 * 1024;
const MOST_CALLS_AT_ONCE = 8;
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;
const CHARACTERS_A_TOKEN = 4;

/** Nothing is sent, and LangChain is not loaded, before the first call. */
export function createModelCalls(settings: ModelSettings): ModelCalls {
  const breaker = new CircuitBreaker({
    failures: FAILURES_BEFORE_PAUSE,
    coolDownMs: PAUSE_MS,
    now: settings.now ?? (() => performance.now()),
  });
  let chat: Promise<StructuredChat> | undefined;
  let callsUnderWay = 0;

  const loaded = () => {
    chat ??= loadStructuredChat({
      apiKey: settings.apiKey,
      baseUrl: settings.baseUrl ?? OPENAI_URL,
      model: settings.model,
      fetch: cappedFetch(MOST_BYTES),
    });
    return chat;
  };

  return {
    async warmUp() {
      await loaded().catch(() => undefined);
    },

    async ask(messages, form, { budget, until, onPiece } = {}) {
      if (until?.aborted) return fail('MODEL_GIVEN_UP');
      if (budget && !budget.isLeft()) return fail('MODEL_SPENT');
      if (callsUnderWay >= MOST_CALLS_AT_ONCE) return fail('MODEL_BUSY');
      if (!breaker.allows()) return fail('MODEL_PAUSED');
      callsUnderWay++;
      budget?.spend(messages.reduce((sum, { content }) => sum + tokensOf(content), 0));
      try {
        const answer = await withDeadline(
          settings.deadlineMs,
          async (signal) =>
            (await loaded())(messages, form, {
              signal,
              onPiece: onPiece && ((piece) => signal.aborted || onPiece(piece)),
            }),
          until,
        );
        breaker.succeeded();
        budget?.spend(tokensOf(JSON.stringify(answer)));
        return answer;
      } catch (error) {
        const failure = modelFailureOf(error);
        if (failure === 'MODEL_GIVEN_UP') breaker.gaveUp();
        else breaker.failed();
        return fail(failure);
      } finally {
        callsUnderWay--;
      }
    },
  };

  function fail(code: ModelFailure): undefined {
    settings.onFailure?.(code);
    return undefined;
  }
}

/** About as many as models count for English; they do not say how many before they have answered. */
function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}
