import { expect } from 'chai';
import { createFindingModel } from '../../../services/model/finding-model.js';
import { createModelCalls } from '../../../services/model/model-calls.js';
import { type FakeOpenAI, says, startFakeOpenAI, status } from '../../support/fake-openai.js';

describe('a chat model that points at findings', () => {
  let endpoint: FakeOpenAI;
  beforeEach(async () => {
    endpoint = await startFakeOpenAI();
  });
  afterEach(() => endpoint.close());

  const proposer = () =>
    createFindingModel(
      createModelCalls({
        apiKey: 'key-1',
        baseUrl: endpoint.baseUrl,
        model: 'gpt-4o-mini',
        deadlineMs: 5000,
      }),
      [{ id: 'arm_weakness', label: 'a weak arm' }],
    );

  it('is given the signs and the message apart, and its proposals come back as they are', async () => {
    const finding = { concept: 'arm_weakness', quote: 'floppy wing' };
    endpoint.behave(says(JSON.stringify({ findings: [finding] })));
    expect(await proposer().propose('{signs} my floppy wing')).to.deep.equal([finding]);
    const messages = endpoint.requests[0]?.body.messages ?? [];
    expect(messages.map(({ role }) => role)).to.deep.equal(['system', 'user', 'user']);
    expect(messages[1]?.content).to.include('arm_weakness: a weak arm');
    expect(messages[2]?.content).to.equal('Message:\n{signs} my floppy wing');
  });

  it('proposes nothing where the endpoint fails or answers in another form', async () => {
    for (const behaviour of [status(500), says('not JSON'), says('{"findings": "all"}')]) {
      endpoint.behave(behaviour);
      expect(await proposer().propose('my floppy wing')).to.deep.equal([]);
    }
  });
});
