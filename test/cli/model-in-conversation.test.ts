import { expect } from 'chai';
import { composeServices, composeTurns } from '../../cli/compose.js';
import { LocalConversation } from '../../cli/local-conversation.js';
import { readConfig } from '../../services/config.js';
import { MemoryStore } from '../../services/conversations/memory/memory-store.js';
import { silentLog } from '../../services/telemetry/log.js';
import { answers, type Behaviour, says, startFakeOpenAI, status } from '../support/fake-openai.js';

const QUESTION = 'will it hurt?';
const WORDED = 'Massage should not hurt much.';

describe('A chat model in the conversation', () => {
  async function replyWith(behaviour: Behaviour): Promise<string> {
    const endpoint = await startFakeOpenAI();
    endpoint.behave(behaviour);
    try {
      const config = readConfig({
        OPENAI_API_KEY: 'key',
        OPENAI_BASE_URL: endpoint.baseUrl,
        CHAT_MODEL: 'gpt-4o-mini',
      });
      const services = await composeServices(config, silentLog);
      const conversation = new LocalConversation(
        composeTurns(services, new MemoryStore(), { plainText: true }),
        'model',
      );
      await conversation.join();
      return (await conversation.say(QUESTION)).join('\n\n');
    } finally {
      await endpoint.close();
    }
  }

  it('words the answer to a question to the guide, which is marked as such', async () => {
    const reply = await replyWith(answers([{ text: WORDED, passages: [1] }]));
    expect(reply)
      .to.contain(WORDED)
      .and.match(/May I keep/);
  });

  const faults: [string, Behaviour][] = [
    ['fails', status(500)],
    ['answers nonsense', says('Hurt? Never!')],
    ['lies', answers([{ text: 'Massage will cure 95% of all pain.', passages: [1] }])],
  ];
  for (const [name, behaviour] of faults) {
    it(`changes nothing else where it ${name}: the guide's own sentences answer`, async () => {
      const reply = await replyWith(behaviour);
      expect(reply)
        .to.match(/It should not hurt much/)
        .and.match(/May I keep/)
        .and.not.match(/cure|Never!/);
    });
  }
});
