import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import { expect } from 'chai';
import { createAnswerModel } from '../../../services/model/answer-model.js';
import { createModelCalls } from '../../../services/model/model-calls.js';
import { answers, type FakeOpenAI, startFakeOpenAI, status } from '../../support/fake-openai.js';
import { neckPassage } from '../../support/passages.js';

/** Variables by which LangChain and OpenAI's client would write down or send on every question. */
const TELLTALES = {
  LANGCHAIN_VERBOSE: 'true',
  LANGSMITH_TRACING: 'true',
  LANGCHAIN_TRACING_V2: 'true',
  LANGSMITH_API_KEY: 'key-2',
  LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
  OPENAI_LOG: 'debug',
};

describe('what a patient asks a model', () => {
  let endpoint: FakeOpenAI;
  let tracer: FakeOpenAI;
  const before = { ...process.env };

  beforeEach(async () => {
    endpoint = await startFakeOpenAI();
    tracer = await startFakeOpenAI();
    Object.assign(process.env, TELLTALES, { LANGSMITH_ENDPOINT: tracer.baseUrl });
  });
  afterEach(async () => {
    for (const name of [...Object.keys(TELLTALES), 'LANGSMITH_ENDPOINT']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await Promise.all([endpoint.close(), tracer.close()]);
  });

  it('is neither logged nor traced, whatever variables say, in success and in failure', async () => {
    const logged: unknown[][] = [];
    const methods = ['log', 'info', 'debug', 'warn', 'error'] as const;
    const originals = methods.map((method) => console[method]);
    for (const method of methods) console[method] = (...values: unknown[]) => void logged.push(values);
    try {
      const model = createAnswerModel(
        createModelCalls({
          apiKey: 'key-1',
          baseUrl: endpoint.baseUrl,
          model: 'gpt-4o-mini',
          deadlineMs: 5000,
        }),
      );
      endpoint.behave(answers([{ text: 'It may help.', passages: [1] }]));
      await model.word({ question: 'Is my secret rash safe?', passages: [neckPassage] });
      endpoint.behave(status(500));
      await model.word({ question: 'Is my secret rash safe?', passages: [neckPassage] });
      await awaitAllCallbacks();
    } finally {
      methods.forEach((method, at) => {
        console[method] = originals[at] ?? console[method];
      });
    }
    expect(endpoint.requests).to.have.length(2);
    expect(JSON.stringify(logged)).to.not.include('secret');
    expect(tracer.requests).to.deep.equal([]);
  });
});
