import { expect } from 'chai';
import { composeServices, composeTurns } from '../../../../cli/compose.js';
import { readConfig } from '../../../../services/config.js';
import type { TurnCommit } from '../../../../services/conversations/conversation-store.js';
import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { silentLog } from '../../../../services/telemetry/log.js';
import { answers, type FakeOpenAI, startFakeOpenAI } from '../../../support/fake-openai.js';
import { FIRST, LIE, QUESTION, SECOND, sentence, speakFor } from '../../../support/slow-model.js';
import { type Set as ActivitySet, Listener, type Opened, type Running, startDirectLine } from './running.js';

/** Loses the first commit of each message, as if another process had been faster. */
class LosingStore extends MemoryStore {
  losses = 0;
  override async commit(turn: TurnCommit) {
    if (turn.feed.length > 1 && this.losses++ === 0) return { kind: 'conflict' as const };
    return super.commit(turn);
  }
}

describe('the words of an answer as they come', () => {
  let endpoint: FakeOpenAI;
  let running: Running;
  afterEach(async () => {
    await running.stop();
    await endpoint.close();
  });

  async function start(store = new MemoryStore(), settings: Record<string, string> = {}): Promise<void> {
    endpoint = await startFakeOpenAI();
    const config = readConfig({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: endpoint.baseUrl, ...settings });
    const services = await composeServices(config, silentLog);
    const runTurn = composeTurns(services, store, { onCommit: (key) => running.directLine.wake(key) });
    running = await startDirectLine({ store, runTurn });
  }

  /** Asks the guide in the widget; the answer to the request comes with the commit. */
  async function askInWidget() {
    const opened = await running.openWidget({ locale: 'en-US' });
    const listener = new Listener(opened.streamUrl);
    await listener.opened();
    const said = running.say(opened, QUESTION, { channelData: { clientActivityID: 'c1' } });
    return { opened, listener, said };
  }

  const streamed = ({ activities }: Pick<ActivitySet, 'activities'>) =>
    activities.filter(({ type, channelData }) => type === 'typing' && isStreamed(channelData));
  const isStreamed = (data: unknown) =>
    (data as { streamType?: string } | undefined)?.streamType === 'streaming';
  const wordsOf = (set: Pick<ActivitySet, 'activities'>) => JSON.stringify(set);

  it('reach the widget a sentence at a time, and are not in the feed', async () => {
    await start();
    const model = speakFor(endpoint);
    const { opened, listener, said } = await askInWidget();
    const answer = await model.next();
    answer.say(`{"sentences": [${sentence(FIRST)}`);
    await listener.until((each) => streamed(each).length === 1);
    expect(wordsOf(listener)).to.include(FIRST);
    expect(await running.read(opened, opened.watermark)).to.deep.equal({
      activities: [],
      watermark: opened.watermark,
    });
    answer.say(`, ${sentence(SECOND)}]}`);
    await listener.until((each) => streamed(each).length === 2);
    answer.finish();
    await said;
    await listener.until(({ texts }) => texts.some((text) => text?.includes(SECOND)));

    const [one, two] = streamed(listener);
    expect(one?.channelData).to.deep.include({ streamType: 'streaming', streamSequence: 1 });
    expect(two?.channelData).to.deep.include({ streamType: 'streaming', streamSequence: 2 });
    for (const frame of listener.frames) {
      expect(streamed(frame).length === 0 || frame.watermark === undefined).to.equal(true);
    }
    const read = await running.read(opened);
    expect(streamed(read)).to.deep.equal([]);
    expect(read.activities.filter(({ text }) => text?.includes(FIRST))).to.have.length(1);
    listener.socket.close();
  });

  it('are given up once the person writes again, so that danger is heard at once', async () => {
    await start(new MemoryStore(), { MODEL_DEADLINE_MS: '60000' });
    const model = speakFor(endpoint);
    const { opened, listener, said } = await askInWidget();
    const answer = await model.next();
    answer.say(`{"sentences": [${sentence(FIRST)}`);
    await listener.until((each) => streamed(each).length === 1);
    await running.say(opened, 'crushing chest pain and I cannot breathe', {
      channelData: { clientActivityID: 'c2' },
    });
    await said;
    const { activities } = await running.read(opened);
    const texts = activities.map(({ text }) => text ?? '');
    const answered = texts.findIndex((text) => text.includes('It should not hurt much'));
    const alarmed = texts.findLastIndex((text) => text.includes('911'));
    expect(answered).to.be.above(-1);
    expect(alarmed).to.be.above(answered);
    listener.socket.close();
  });

  it('are shown as the view that is committed', async () => {
    await start();
    const model = speakFor(endpoint);
    const { listener, said } = await askInWidget();
    const answer = await model.next();
    answer.say(`{"sentences": [${sentence(FIRST)}, ${sentence(SECOND)}]}`);
    answer.finish();
    await said;
    await listener.until(({ texts }) => texts.some((text) => text?.includes(SECOND)));
    const committed = listener.activities.find(
      ({ type, text }) => type === 'message' && text?.includes(SECOND),
    );
    const last = streamed(listener).at(-1);
    const viewOf = (activity: ActivitySet['activities'][number] | undefined) =>
      (activity?.channelData as { view: object } | undefined)?.view;
    expect(viewOf(committed)).to.be.an('object');
    expect(viewOf(committed)).to.deep.include(viewOf(last));
    listener.socket.close();
  });

  it('hold no lie, and give way to the guide’s own sentences', async () => {
    await start();
    const model = speakFor(endpoint);
    const { opened, listener, said } = await askInWidget();
    const answer = await model.next();
    answer.say(`{"sentences": [${sentence(FIRST)}, ${sentence(LIE)}, ${sentence(SECOND)}]}`);
    answer.finish();
    await said;
    await listener.until(({ texts }) => texts.some((text) => text?.includes('It should not hurt much')));
    expect(streamed(listener)).to.have.length(1);
    expect(wordsOf(listener)).to.not.include('95%');
    expect(wordsOf(await running.read(opened))).to.not.include(FIRST);
    listener.socket.close();
  });

  it('come once, though the turn runs again', async () => {
    const store = new LosingStore();
    await start(store);
    const model = speakFor(endpoint);
    const { listener, said } = await askInWidget();
    const answer = await model.next();
    answer.say(`{"sentences": [${sentence(FIRST)}]}`);
    answer.finish();
    await said;
    await listener.until(({ texts }) => texts.some((text) => text?.includes(FIRST)));
    expect(store.losses).to.be.greaterThan(1);
    expect(model.streams()).to.equal(1);
    expect(streamed(listener)).to.have.length(1);
    listener.socket.close();
  });

  it('are for our widget only: another client gets the committed answer, and the model is asked for it whole', async () => {
    await start();
    endpoint.behave(answers([{ text: FIRST, passages: [1] }]));
    const opened: Opened = await running.open();
    const listener = new Listener(opened.streamUrl);
    await listener.opened();
    await running.say(opened, QUESTION);
    await listener.until((each) => wordsOf(each).includes(FIRST));
    expect(listener.activities.filter(({ type }) => type === 'typing')).to.deep.equal([]);
    expect(endpoint.requests.map(({ body }) => body.stream)).to.not.include(true);
    listener.socket.close();
  });
});
