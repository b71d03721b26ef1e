import type { AnswerModel } from '../../knowledge/answers/answer.js';
import { answerPrompt } from './answer-prompt.js';
import { cappedFetch } from './capped-fetch.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { ModelError, type ModelFailure, modelFailureOf } from './model-failure.js';
import { loadStructuredChat, type StructuredChat } from './structured-chat.js';

export interface AnswerModelSettings {
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

const OPENAI = 'https://api.openai.com/v1';
const MOST_BYTES = 256 * 1024;
const MOST_CALLS_AT_ONCE = 8;
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;

/**
 * A chat model that never makes anybody wait beyond the deadline and never throws. Nothing is sent, and LangChain is
 * not loaded, before the first `word`; `warmUp` loads it ahead of that.
 */
export function createAnswerModel(settings: AnswerModelSettings): AnswerModel & { warmUp(): Promise<void> } {
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
      baseUrl: settings.baseUrl ?? OPENAI,
      model: settings.model,
      fetch: cappedFetch(MOST_BYTES),
    });
    return chat;
  };

  return {
    async warmUp() {
      await loaded().catch(() => undefined);
    },

    async word({ question, passages }) {
      if (callsUnderWay >= MOST_CALLS_AT_ONCE) return fail('MODEL_BUSY');
      if (!breaker.allows()) return fail('MODEL_PAUSED');
      callsUnderWay++;
      try {
        const answer = await withDeadline(settings.deadlineMs, async (signal) =>
          (await loaded())(answerPrompt(question, passages), signal),
        );
        breaker.succeeded();
        return answer.sentences;
      } catch (error) {
        breaker.failed();
        return fail(modelFailureOf(error));
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

/** Aborts the work at the deadline, and does not wait for it to notice. */
async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const late = new ModelError('MODEL_DEADLINE');
      reject(late);
      controller.abort(late);
    }, ms);
  });
  const working = work(controller.signal);
  // What it still says after the deadline is nobody's error.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
