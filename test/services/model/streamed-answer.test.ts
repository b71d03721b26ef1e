import { expect } from 'chai';
import type { Answer } from '../../../knowledge/answers/answer.js';
import { buildAnswerer } from '../../../knowledge/answers/answerer.js';
import { createAnswerModel } from '../../../services/model/answer-model.js';
import { createModelCalls } from '../../../services/model/model-calls.js';
import {
  answers,
  type Behaviour,
  beginStream,
  type FakeOpenAI,
  html,
  type StreamedAnswer,
  startFakeOpenAI,
  status,
} from '../../support/fake-openai.js';
import { costPassage, neckPassage } from '../../support/passages.js';

const QUESTION = 'Does massage help neck pain?';
const FIRST = { text: 'Massage may help tight muscles in a sore neck relax for a while.', passages: [1] };
const SECOND = { text: 'It cannot mend a damaged disc.', passages: [1] };
const LIE = { text: 'Massage will cure your neck in 3 days.', passages: [1] };

describe('a chat model whose words are shown as they come', () => {
  let endpoint: FakeOpenAI;
  beforeEach(async () => {
    endpoint = await startFakeOpenAI();
  });
  afterEach(() => endpoint.close());

  /** Asks with a model that says what the test tells it to, when the test does. */
  async function ask(
    behaviour?: Behaviour,
    { deadlineMs = 5000, passages = [neckPassage, costPassage] } = {},
  ) {
    let begin: (answer: StreamedAnswer) => void;
    const begun = new Promise<StreamedAnswer>((resolve) => {
      begin = resolve;
    });
    endpoint.behave(behaviour ?? ((response, request) => begin(beginStream(response, request))));
    const failures: string[] = [];
    const refused: string[] = [];
    const calls = createModelCalls({
      apiKey: 'key',
      baseUrl: endpoint.baseUrl,
      model: 'gpt-4o-mini',
      deadlineMs,
      onFailure: (code) => failures.push(code),
    });
    await calls.warmUp();
    const answerer = buildAnswerer({
      passages,
      model: createAnswerModel(calls),
      onRefused: (rule) => refused.push(rule),
    });
    const shown: string[][] = [];
    const numbers: number[][][] = [];
    let wake = () => {};
    const onWords = (soFar: Answer) => {
      shown.push(textsOf(soFar));
      numbers.push(numbersOf(soFar));
      wake();
    };
    return {
      begun,
      failures,
      refused,
      shown,
      numbers,
      /** Resolves once so many showings were. */
      untilShown: (count: number) =>
        new Promise<void>((resolve) => {
          wake = () => shown.length >= count && resolve();
          wake();
        }),
      answer: answerer.answer(QUESTION, { onWords }),
      again: () => answerer.answer(QUESTION, { onWords }),
    };
  }

  const textsOf = (answer: Answer) =>
    answer.kind === 'answered' ? answer.statements.map(({ text }) => text) : [];
  const numbersOf = (answer: Answer) =>
    answer.kind === 'answered' ? answer.statements.map(({ passages }) => passages) : [];
  const wordedBy = (answer: Answer) => answer.kind === 'answered' && answer.wordedBy;
  const json = (value: unknown) => JSON.stringify(value);

  it('shows a sentence while the model is still at the next', async () => {
    const { begun, untilShown, shown, answer } = await ask();
    const model = await begun;
    model.say(`{"sentences": [${json(FIRST)}`);
    await untilShown(1);
    model.say(`, ${json(SECOND)}]}`);
    await untilShown(2);
    model.finish();
    expect(textsOf(await answer)).to.deep.equal([FIRST.text, SECOND.text]);
    expect(wordedBy(await answer)).to.equal('model');
    expect(shown).to.deep.equal([[FIRST.text], [FIRST.text, SECOND.text]]);
  });

  it('numbers what is cited as it will stay', async () => {
    const twice = [neckPassage, { ...neckPassage, id: 'stiff-neck#massage', page: 'stiff-neck' }];
    const { answer, numbers } = await ask(
      answers([
        { ...FIRST, passages: [2] },
        { ...SECOND, passages: [1, 2] },
      ]),
      { passages: twice },
    );
    expect(wordedBy(await answer)).to.equal('model');
    expect(numbers).to.deep.equal([[[0]], [[0], [1, 0]]]);
    expect(numbersOf(await answer)).to.deep.equal(numbers.at(-1));
  });

  it('shows words of a model that answers by a tool', async () => {
    const { shown, answer } = await ask((response, request) =>
      (request.tools ? answers([FIRST, SECOND]) : status(400))(response, request),
    );
    expect(wordedBy(await answer)).to.equal('model');
    expect(shown).to.deep.equal([[FIRST.text], [FIRST.text, SECOND.text]]);
  });

  it('never shows a lie, nor what comes after it, and the template answers', async () => {
    const { shown, refused, answer } = await ask(answers([FIRST, LIE, SECOND]));
    expect(wordedBy(await answer)).to.equal('template');
    expect(shown).to.deep.equal([[FIRST.text]]);
    expect(refused).to.have.length(1);
  });

  it('shows no more than an answer may have', async () => {
    const { shown, refused, answer } = await ask(answers(Array.from({ length: 8 }, () => SECOND)));
    expect(wordedBy(await answer)).to.equal('template');
    expect(shown).to.have.length(6);
    expect(refused).to.deep.equal(['too-long']);
  });

  it('leaves the answer to the template where the model stalls, and shows nothing that comes too late', async () => {
    const { begun, shown, failures, answer } = await ask(undefined, { deadlineMs: 300 });
    const model = await begun;
    model.say(`{"sentences": [${json(FIRST)}`);
    expect(wordedBy(await answer)).to.equal('template');
    model.say(`, ${json(SECOND)}]}`);
    model.finish();
    expect(failures).to.deep.equal(['MODEL_DEADLINE']);
    expect(shown).to.deep.equal([[FIRST.text]]);
  });

  const broken: [name: string, end: (model: StreamedAnswer) => void, code: string][] = [
    ['is cut off', (model) => model.cut(), 'MODEL_UNAVAILABLE'],
    ['ends in the middle of its JSON', (model) => model.finish(), 'MODEL_UNREADABLE'],
    [
      'goes on with something else',
      (model) => {
        model.say(', "and now a poem');
        model.finish();
      },
      'MODEL_UNREADABLE',
    ],
  ];
  for (const [name, end, code] of broken) {
    it(`leaves the answer to the template where the model ${name}`, async () => {
      const { begun, untilShown, failures, shown, answer } = await ask();
      const model = await begun;
      model.say(`{"sentences": [${json(FIRST)}, {"text": "It can`);
      await untilShown(1);
      end(model);
      expect(wordedBy(await answer)).to.equal('template');
      expect(failures).to.deep.equal([code]);
      expect(shown).to.deep.equal([[FIRST.text]]);
    });
  }

  it('asks an endpoint that does not stream for the whole answer, and remembers it', async () => {
    const { shown, failures, answer, again } = await ask((response, { stream: _, ...request }) =>
      answers([FIRST])(response, request),
    );
    expect(wordedBy(await answer)).to.equal('model');
    expect(wordedBy(await again())).to.equal('model');
    expect(endpoint.requests.map(({ body }) => body.stream === true)).to.deep.equal([true, false, false]);
    expect(shown).to.deep.equal([]);
    expect(failures).to.deep.equal([]);
  });

  it('asks an endpoint that refuses to stream for the whole answer', async () => {
    const { answer } = await ask((response, request) =>
      (request.stream ? status(400) : answers([FIRST]))(response, request),
    );
    expect(wordedBy(await answer)).to.equal('model');
  });

  it('leaves the answer to the template where the endpoint answers a web page', async () => {
    const { failures, answer } = await ask(html);
    expect(wordedBy(await answer)).to.equal('template');
    expect(failures).to.deep.equal(['MODEL_UNREADABLE']);
  });
});
