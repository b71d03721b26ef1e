import { z } from 'zod';
import { isRefusedForm } from './model-failure.js';
import type { PromptMessage } from './prompt.js';

interface ChatSettings {
  apiKey: string;
  baseUrl: string;
  /** A model's name, or "provider:name" for another provider that LangChain knows. */
  model: string;
  fetch: typeof fetch;
}

/**
 * Asks the model once for an answer of a form.
 * @throws whatever LangChain, the provider's client, the network or zod throws.
 */
export type StructuredChat = <Form extends z.ZodType>(
  messages: readonly PromptMessage[],
  form: Form,
  signal: AbortSignal,
) => Promise<z.infer<Form>>;

/**
 * The ways to ask for an answer of a given form, best first. OpenAI and most compatible servers know a JSON schema as
 * `response_format`; some know only tools; the oldest only "any JSON". Who refuses one is asked the next way from then on.
 */
const METHODS = ['jsonSchema', 'functionCalling', 'jsonMode'] as const;

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

  /**
   * LangChain is given JSON Schema and not zod's: for zod it parses in a step of its own that takes no callbacks, and
   * so would trace what a model answered (see QuietCallbacks).
   */
  function waysFor(form: z.ZodType) {
    const { $schema: _, ...schema } = z.toJSONSchema(form);
    return provider === 'openai'
      ? METHODS.map((method) => model.withStructuredOutput(schema, { name: 'answer', method }))
      : [model.withStructuredOutput(schema, { name: 'answer' })];
  }

  return async (messages, form, signal) => {
    let ways = waysByForm.get(form);
    if (!ways) {
      ways = waysFor(form);
      waysByForm.set(form, ways);
    }
    const sent = messages.map(({ role, content }) =>
      role === 'system' ? new SystemMessage(content) : new HumanMessage(content),
    );
    for (;;) {
      try {
        return form.parse(await ways[way]?.invoke(sent, { signal, callbacks }));
      } catch (error) {
        if (!isRefusedForm(error) || way + 1 >= ways.length) throw error;
        way++;
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

/** The client's own log, which OPENAI_LOG would turn on, prints bodies: it stays off. */
function openAIOptions({ baseUrl, fetch: limitedFetch }: ChatSettings) {
  return { configuration: { baseURL: baseUrl, fetch: limitedFetch, logLevel: 'off' as const } };
}
