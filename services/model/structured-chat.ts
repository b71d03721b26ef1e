import { z } from 'zod';
import { isRefusedForm } from './model-failure.js';
import type { PromptMessage } from './prompt.js';
import { FORM_NAME, formOptions, type Method, readReply } from './streamed-reply.js';

interface ChatSettings {
  apiKey: string;
  baseUrl: string;
  /** A model's name, or "provider:name" for another provider that LangChain knows. */
  model: string;
  fetch: typeof fetch;
}

interface AskOptions {
  signal: AbortSignal;
  /** Takes the JSON of the answer piece by piece while it comes; from another provider than OpenAI's it comes whole. */
  onPiece?: ((piece: string) => void) | undefined;
}

/**
 * Asks the model once for an answer of a form.
 * @throws whatever LangChain, the provider's client, the network or zod throws.
 */
export type StructuredChat = <Form extends z.ZodType>(
  messages: readonly PromptMessage[],
  form: Form,
  options: AskOptions,
) => Promise<z.infer<Form>>;

/**
 * The ways to ask for an answer of a given form, best first. OpenAI and most compatible servers know a JSON schema as
 * `response_format`; some know only tools; the oldest only "any JSON". Who refuses one is asked the next way from then on.
 */
const METHODS: readonly Method[] = ['jsonSchema', 'functionCalling', 'jsonMode'];

/** Loads LangChain, which takes half a second and 40 MB: only once a model is to be asked. */
export async function loadStructuredChat(settings: ChatSettings): Promise<StructuredChat> {
  const [{ initChatModel, MODEL_PROVIDER_CONFIG }, { HumanMessage, SystemMessage }, { QuietCallbacks }] =
    await Promise.all([
      import('langchain/chat_models/universal'),
      import('@langchain/core/messages'),
      import('./quiet-callbacks.js'),
    ]);
  const { provider, name } = providerOf(settings.model, Object.keys(MODEL_PROVIDER_CONFIG));
  const model = await initChatModel(name, {
    modelProvider: provider,
    apiKey: settings.apiKey,
    maxRetries: 0,
    ...(provider === 'openai' ? openAIOptions(settings) : {}),
  });
  const callbacks = new QuietCallbacks();
  const waysByForm = new Map<z.ZodType, ReturnType<typeof waysFor>>();
  let way = 0;
  let streams = provider === 'openai';

  /**
   * LangChain is given JSON Schema and not zod's: for zod it parses in a step of its own that takes no callbacks, and
   * so would trace what a model answered (see QuietCallbacks).
   */
  function waysFor(form: z.ZodType) {
    const { $schema: _, ...schema } = z.toJSONSchema(form);
    const methods = provider === 'openai' ? METHODS : [undefined];
    return methods.map((method) => ({
      whole: model.withStructuredOutput(schema, { name: FORM_NAME, ...(method && { method }) }),
      streamed: method && formOptions(method, schema),
    }));
  }

  return async (messages, form, { signal, onPiece }) => {
    let ways = waysByForm.get(form);
    if (!ways) {
      ways = waysFor(form);
      waysByForm.set(form, ways);
    }
    const sent = messages.map(({ role, content }) =>
      role === 'system' ? new SystemMessage(content) : new HumanMessage(content),
    );
    for (;;) {
      const asked = ways[way];
      const isStreamed = onPiece !== undefined && streams;
      try {
        if (!isStreamed) return form.parse(await asked?.whole.invoke(sent, { signal, callbacks }));
        const chunks = await model.stream(sent, { ...asked?.streamed, signal, callbacks });
        const answer = await readReply(chunks, onPiece);
        if (answer !== undefined) return form.parse(answer);
        streams = false;
      } catch (error) {
        if (!isRefusedForm(error)) throw error;
        if (way + 1 < ways.length) way++;
        else if (isStreamed) [streams, way] = [false, 0];
        else throw error;
      }
    }
  };
}

/** "openai:gpt-4o-mini" names a provider; "llama3.1:8b" is a whole name, for an endpoint that speaks OpenAI's protocol. */
function providerOf(model: string, providers: readonly string[]): { provider: string; name: string } {
  const [prefix = '', ...rest] = model.split(':');
  if (rest.length > 0 && providers.includes(prefix)) return { provider: prefix, name: rest.join(':') };
  return { provider: 'openai', name: model };
}

/**
 * The client's own log, which OPENAI_LOG would turn on, prints bodies: it stays off. Tokens are not asked for, as some
 * endpoints refuse a request that asks.
 */
function openAIOptions({ baseUrl, fetch: limitedFetch }: ChatSettings) {
  return {
    streamUsage: false,
    configuration: { baseURL: baseUrl, fetch: limitedFetch, logLevel: 'off' as const },
  };
}
