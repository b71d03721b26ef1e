import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { buildAnswerer } from '../../../knowledge/answers/answerer.js';
import { createAnswerModel } from '../../../services/model/answer-model.js';
import { createModelCalls, type ModelSettings } from '../../../services/model/model-calls.js';
import {
  answers,
  type Behaviour,
  type FakeOpenAI,
  flood,
  html,
  says,
  silence,
  stall,
  startFakeOpenAI,
  status,
} from '../../support/fake-openai.js';
import { costPassage, neckPassage } from '../../support/passages.js';

const QUESTION = 'Does massage help neck pain?';
const TRUE_SENTENCE = {
  text: 'Massage may help tight muscles in a sore neck relax for a while.',
  passages: [1],
};
const FAULTY_DEADLINE_MS = 250;

describe('a chat model that words answers', () => {
  let endpoint: FakeOpenAI;
  const passages = [neckPassage, costPassage];

  beforeEach(async () => {
    endpoint = await startFakeOpenAI();
  });
  afterEach(() => endpoint.close());

  function modelWith(settings: Partial<ModelSettings> = {}) {
    const failures: string[] = [];
    const calls = createModelCalls({
      apiKey: 'key-1',
      baseUrl: endpoint.baseUrl,
      model: 'gpt-4o-mini',
      deadlineMs: 5000,
      onFailure: (code) => failures.push(code),
      ...settings,
    });
    return { calls, model: createAnswerModel(calls), failures };
  }

  async function ask(settings: Partial<ModelSettings> = {}) {
    const { calls, model, failures } = modelWith(settings);
    await calls.warmUp();
    const refused: string[] = [];
    const answer = await buildAnswerer({ passages, model, onRefused: (rule) => refused.push(rule) }).answer(
      QUESTION,
    );
    if (answer.kind !== 'answered') throw new Error('the guide answers this question');
    return { answer, failures, refused };
  }

  it('words the answer, with the passages each sentence rests on', async () => {
    endpoint.behave(answers([TRUE_SENTENCE]));
    const { answer, failures } = await ask();
    expect(answer).to.deep.include({
      wordedBy: 'model',
      statements: [{ text: TRUE_SENTENCE.text, passages: [0] }],
      passages: [neckPassage],
    });
    expect(failures).to.deep.equal([]);
  });

  it('sends the key, the model and the question as the content of a message of its own', async () => {
    endpoint.behave(answers([TRUE_SENTENCE]));
    await modelWith().model.word({ question: 'Will {passages} {{help}}?', passages: [neckPassage] });
    const [request] = endpoint.requests;
    expect(request?.authorization).to.equal('Bearer key-1');
    expect(request?.body.model).to.equal('gpt-4o-mini');
    expect(request?.body.messages.map(({ role }) => role)).to.deep.equal(['system', 'user', 'user']);
    expect(request?.body.messages[2]?.content).to.equal('Question:\nWill {passages} {{help}}?');
    expect(request?.body.response_format?.type).to.equal('json_schema');
  });

  it('takes the whole of a name with a colon for a model of the endpoint, unless it names a provider', async () => {
    endpoint.behave(answers([TRUE_SENTENCE]));
    for (const model of ['llama3.1:8b', 'openai:gpt-4o']) {
      await modelWith({ model }).model.word({ question: QUESTION, passages: [neckPassage] });
    }
    expect(endpoint.requests.map(({ body }) => body.model)).to.deep.equal(['llama3.1:8b', 'gpt-4o']);
  });

  it('asks by a tool where the endpoint does not know JSON schemas, and remembers it', async () => {
    endpoint.behave((response, request) =>
      (request.tools ? answers([TRUE_SENTENCE]) : status(400))(response, request),
    );
    const { model } = modelWith();
    const request = { question: QUESTION, passages: [neckPassage] };
    expect(await model.word(request)).to.deep.equal([TRUE_SENTENCE]);
    expect(await model.word(request)).to.deep.equal([TRUE_SENTENCE]);
    expect(endpoint.requests.map(({ body }) => body.tools !== undefined)).to.deep.equal([false, true, true]);
  });

  const faults: [name: string, behaviour: Behaviour, code: string][] = [
    ['answers 500', status(500), 'MODEL_UNAVAILABLE'],
    ['answers 429 and asks for 30 seconds', status(429, { 'retry-after': '30' }), 'MODEL_RATE_LIMITED'],
    ['answers 401', status(401), 'MODEL_REFUSED'],
    ['answers 400 to every form of request', status(400), 'MODEL_REFUSED'],
    ['answers a web page', html, 'MODEL_UNREADABLE'],
    ['never answers', silence, 'MODEL_DEADLINE'],
    ['stalls half-way', stall, 'MODEL_DEADLINE'],
    ['answers 50 MB and says so', flood(true), 'MODEL_TOO_LARGE'],
    ['answers 50 MB without saying so', flood(false), 'MODEL_TOO_LARGE'],
    ['says what is not JSON', says('Massage is great!'), 'MODEL_UNREADABLE'],
    ['says JSON of another form', says('{"answer": "Massage helps"}'), 'MODEL_UNREADABLE'],
    ['hangs up', (response: ServerResponse) => response.destroy(), 'MODEL_UNAVAILABLE'],
  ];
  for (const [name, behaviour, code] of faults) {
    it(`leaves the answer to the template where the endpoint ${name}`, async () => {
      endpoint.behave(behaviour);
      const waits = code === 'MODEL_DEADLINE';
      const { answer, failures } = await ask(waits ? { deadlineMs: FAULTY_DEADLINE_MS } : {});
      expect(answer.wordedBy).to.equal('template');
      expect(failures).to.deep.equal([code]);
    });
  }

  it('leaves the answer to the template where nobody listens', async () => {
    await endpoint.close();
    const { answer, failures } = await ask();
    expect(answer.wordedBy).to.equal('template');
    expect(failures).to.deep.equal(['MODEL_UNAVAILABLE']);
  });

  it('follows no redirect, so that the key stays with its address', async () => {
    endpoint.behave((response) => {
      response.writeHead(302, { location: `${endpoint.baseUrl}/elsewhere` });
      response.end();
    });
    const { failures } = await ask();
    expect(failures).to.have.length(1);
    expect(endpoint.requests).to.have.length(1);
  });

  const lies: [name: string, sentences: { text: string; passages: number[] }[], rule: string][] = [
    [
      'invents a number',
      [{ text: 'Massage helps tight neck muscles relax for 48 hours.', passages: [1] }],
      'number',
    ],
    ['cites nothing', [{ text: TRUE_SENTENCE.text, passages: [] }], 'uncited'],
    ['cites a passage it was not given', [{ text: TRUE_SENTENCE.text, passages: [7] }], 'uncited'],
    [
      'promises',
      [TRUE_SENTENCE, { text: 'Massage will relax tight neck muscles forever.', passages: [1] }],
      'promise',
    ],
    ['says nothing', [], 'empty'],
  ];
  for (const [name, sentences, rule] of lies) {
    it(`is not believed where it ${name}: the template answers`, async () => {
      endpoint.behave(answers(sentences));
      const { answer, failures, refused } = await ask();
      expect(answer.wordedBy).to.equal('template');
      expect(answer.statements).to.not.be.empty;
      expect(refused).to.deep.equal([rule]);
      expect(failures).to.deep.equal([]);
    });
  }

  it('is left alone for a while after three failures in a row, and then tried once', async () => {
    let now = 0;
    const { model, failures } = modelWith({ now: () => now });
    const word = () => model.word({ question: QUESTION, passages: [neckPassage] });
    endpoint.behave(status(500));
    for (let call = 0; call < 5; call++) await word();
    expect(failures).to.deep.equal([
      'MODEL_UNAVAILABLE',
      'MODEL_UNAVAILABLE',
      'MODEL_UNAVAILABLE',
      'MODEL_PAUSED',
      'MODEL_PAUSED',
    ]);
    expect(endpoint.requests).to.have.length(3);
    now += 30_000;
    endpoint.behave(answers([TRUE_SENTENCE]));
    expect(await word()).to.deep.equal([TRUE_SENTENCE]);
    expect(await word()).to.deep.equal([TRUE_SENTENCE]);
  });

  it('is not asked where the conversation has spent what it may, and counts what it is sent and answers', async () => {
    endpoint.behave(answers([TRUE_SENTENCE]));
    const { model, failures } = modelWith();
    let spent = 0;
    const budget = {
      isLeft: () => spent === 0,
      spend: (tokens: number) => {
        spent += tokens;
      },
    };
    const answerer = buildAnswerer({ passages, model });
    expect(await answerer.answer(QUESTION, { budget })).to.deep.include({ wordedBy: 'model' });
    expect(spent).to.be.within(300, 2000);
    expect(await answerer.answer(QUESTION, { budget })).to.deep.include({ wordedBy: 'template' });
    expect(endpoint.requests).to.have.length(1);
    expect(failures).to.deep.equal(['MODEL_SPENT']);
  });

  it('takes eight questions at once and no more', async () => {
    const held: (() => void)[] = [];
    endpoint.behave((response, request) => {
      held.push(() => answers([TRUE_SENTENCE])(response, request));
      if (held.length === 8) for (const release of held) release();
    });
    const { model, failures } = modelWith();
    const worded = await Promise.all(
      Array.from({ length: 9 }, () => model.word({ question: QUESTION, passages: [neckPassage] })),
    );
    expect(worded.filter((answer) => answer === undefined)).to.have.length(1);
    expect(failures).to.deep.equal(['MODEL_BUSY']);
  });
});
