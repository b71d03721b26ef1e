import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { composeServices, composeTurns } from '../../../../cli/compose.js';
import { readConfig } from '../../../../services/config.js';
import { MemoryStore } from '../../../../services/conversations/memory/memory-store.js';
import { silentLog } from '../../../../services/telemetry/log.js';
import { endRealClients, likeABrowser, RealClient } from './directlinejs.js';
import { Listener, type Opened, type Running, SECRET, startDirectLine } from './running.js';

describe('the real bot on Direct Line', () => {
  let folder: string;
  let running: Running;
  let restore: () => void;
  before(async () => {
    restore = likeABrowser();
    folder = await mkdtemp(join(tmpdir(), 'real-bot-'));
    const services = await composeServices(readConfig({ DATA_DIR: folder }), silentLog);
    const store = new MemoryStore();
    const runTurn = composeTurns(services, store, { onCommit: (key) => running.directLine.wake(key) });
    running = await startDirectLine({ store, runTurn });
  });
  afterEach(endRealClients);
  after(async () => {
    restore();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the widget views, and keeps words from the feed until the person agreed', async () => {
    const opened = await running.openWidget({ locale: 'en-US' });
    expect(opened.activities.length).to.be.greaterThan(0);
    for (const { channelData } of opened.activities) expect(channelData).to.have.property('view');
    const listener = new Listener(opened.streamUrl);
    await listener.opened();
    await running.say(opened, 'my neck hurts', { channelData: { clientActivityID: 'c1' } });
    await running.say(opened, 'yes I agree', { channelData: { clientActivityID: 'c2' } });
    await listener.until(({ activities }) =>
      activities.some(
        ({ channelData }) => (channelData as { clientActivityID?: string })?.clientActivityID === 'c2',
      ),
    );
    const own = listener.activities.filter(({ from }) => from?.id === opened.userId);
    expect(own.map(({ text }) => text)).to.deep.equal([undefined, 'yes I agree']);
    listener.socket.close();

    const again = await running.openWidget({ resume: opened.resume });
    expect(again.activities).to.deep.equal([...opened.activities, ...listener.activities]);
  });

  it('shows other clients cards', async () => {
    const generated = await running.call('POST', '/tokens/generate', SECRET);
    const { token } = (await generated.json()) as Opened;
    const client = new RealClient({ token, domain: running.base });
    await client.until(({ received }) => received.length > 0);
    await client.say('yes I agree');
    await client.until(({ received }) => received.length > 3);
    const { activities } = await running.read({ ...(await reopened(token)), token });
    expect(JSON.stringify(activities)).to.include('application/vnd.microsoft.card.adaptive');
    for (const activity of activities) expect(activity.channelData ?? {}).to.not.have.property('view');
  });

  const reopened = async (token: string) =>
    (await (await running.call('POST', '/conversations', token)).json()) as Opened;
});
