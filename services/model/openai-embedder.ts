import type { Embedder } from '../../knowledge/retrieval/embedder.js';
import { cappedFetch } from './capped-fetch.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { type ModelFailure, modelFailureOf } from './model-failure.js';
import { OPENAI_URL } from './openai-url.js';
import type { VectorCache } from './vector-cache.js';
import { withDeadline } from './with-deadline.js';

export interface EmbedderSettings {
  apiKey: string;
  /** Of an endpoint that speaks OpenAI's protocol; OpenAI itself if left out. */
  baseUrl?: string;
  model: string;
  /** How long a person waits, in milliseconds. */
  deadlineMs: number;
  /** Vectors of the guide's passages; a question's vector is never kept. */
  cache?: VectorCache;
  onFailure?: (code: ModelFailure) => void;
  /** Monotonic milliseconds. */
  now?: () => number;
}

const MOST_BYTES = 32 * 1024 * 1024;
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 30_000;
/** One text is a question, and what somebody asked is not written to a disk. */
const ONE_QUESTION = 1;

/** OpenAI's embeddings, or those of any endpoint that speaks its protocol, behind deadline, cap and breaker. */
export function createOpenAIEmbedder(settings: EmbedderSettings): Embedder {
  const { cache, onFailure } = settings;
  const breaker = new CircuitBreaker({
    failures: FAILURES_BEFORE_PAUSE,
    coolDownMs: PAUSE_MS,
    now: settings.now ?? (() => performance.now()),
  });
  let loading: Promise<Documents> | undefined;

  async function ask(texts: readonly string[]): Promise<Float32Array[] | undefined> {
    if (texts.length === 0) return [];
    if (!breaker.allows()) return fail('MODEL_PAUSED');
    try {
      loading ??= load(settings);
      const embeddings = await withDeadline(settings.deadlineMs, async () => (await loading)?.(texts) ?? []);
      const vectors = embeddings.map((vector) => Float32Array.from(vector));
      if (vectors.length !== texts.length || vectors.some((vector) => !isVector(vector)))
        throw new SyntaxError('not the vectors that were asked for');
      breaker.succeeded();
      return vectors;
    } catch (error) {
      breaker.failed();
      return fail(modelFailureOf(error));
    }
  }

  function fail(code: ModelFailure): undefined {
    onFailure?.(code);
    return undefined;
  }

  return {
    async embed(texts) {
      if (!cache || texts.length === ONE_QUESTION) return ask(texts);
      const known = await Promise.all(texts.map((text) => cache.read(text)));
      const missing = texts.filter((_, at) => known[at] === undefined);
      const made = await ask(missing);
      if (!made) return undefined;
      await Promise.all(made.map((vector, at) => cache.write(missing[at] ?? '', vector)));
      let next = 0;
      return known.map((vector) => vector ?? made[next++] ?? new Float32Array());
    },
  };
}

type Documents = (texts: readonly string[]) => Promise<number[][]>;

/** Loads LangChain's client with the first call only. */
async function load({ apiKey, baseUrl = OPENAI_URL, model }: EmbedderSettings): Promise<Documents> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const client = new OpenAIEmbeddings({
    apiKey,
    model,
    maxRetries: 0,
    batchSize: 128,
    // Not every endpoint knows base64.
    encodingFormat: 'float',
    configuration: { baseURL: baseUrl, fetch: cappedFetch(MOST_BYTES), logLevel: 'off' },
  });
  return (texts) => client.embedDocuments([...texts]);
}

function isVector(vector: Float32Array): boolean {
  return vector.length > 0 && vector.every(Number.isFinite);
}
