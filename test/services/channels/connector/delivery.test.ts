import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { createConnector } from '../../../../services/channels/connector/connector.js';
import { silentLog } from '../../../../services/telemetry/log.js';
import { startFakeChannel } from './fake-channel.js';

const connector = createConnector({
  config: { bot: { appType: 'MultiTenant' } },
  log: silentLog,
  runTurn: () => Promise.reject(new Error('no turn is run here')),
});

function reply(serviceUrl: string, text: string, changes: Partial<Activity> = {}): Partial<Activity> {
  return {
    type: 'message',
    text,
    serviceUrl,
    channelId: 'emulator',
    conversation: { id: 'conversation-1' } as Activity['conversation'],
    from: { id: 'bot-1', name: 'Bot' },
    recipient: { id: 'user-1', name: 'User' },
    replyToId: 'activity-1',
    ...changes,
  };
}

describe('deliver', () => {
  it('sends committed replies in order, as answers to the activity that asked', async () => {
    const channel = await startFakeChannel();
    const texts = ['one', 'two', 'three', 'four'];
    const result = await connector.deliver(texts.map((text) => reply(channel.url, text)));
    await channel.close();
    expect(result).to.equal('delivered');
    expect(channel.received.map(({ activity }) => activity.text)).to.deep.equal(texts);
    for (const { path, activity } of channel.received) {
      expect(path).to.equal('/v3/conversations/conversation-1/activities/activity-1');
      expect(activity).to.deep.include({
        replyToId: 'activity-1',
        from: { id: 'bot-1', name: 'Bot' },
        recipient: { id: 'user-1', name: 'User' },
        conversation: { id: 'conversation-1' },
      });
    }
  });

  it('sends what answers nothing to the conversation itself', async () => {
    const channel = await startFakeChannel();
    const { replyToId: _, ...unasked } = reply(channel.url, 'welcome');
    const result = await connector.deliver([unasked]);
    await channel.close();
    expect(result).to.equal('delivered');
    expect(channel.received.map(({ path }) => path)).to.deep.equal([
      '/v3/conversations/conversation-1/activities',
    ]);
    expect(channel.received[0]?.activity).to.not.have.property('replyToId');
  });

  it('leaves the activities it was given as they are', async () => {
    const channel = await startFakeChannel();
    const activity = reply(channel.url, 'one', { id: 'own' });
    await connector.deliver([activity]);
    await channel.close();
    expect(activity).to.deep.equal(reply(channel.url, 'one', { id: 'own' }));
  });

  const statuses: [number, string][] = [
    [200, 'delivered'],
    [201, 'delivered'],
    [202, 'delivered'],
    [307, 'failed'],
    [400, 'refused'],
    [401, 'failed'],
    [403, 'refused'],
    [404, 'refused'],
    [408, 'failed'],
    [413, 'refused'],
    [429, 'failed'],
    [500, 'failed'],
    [502, 'failed'],
    [503, 'failed'],
  ];
  for (const [status, expected] of statuses) {
    it(`takes ${status} for ${expected}, after one try`, async () => {
      const channel = await startFakeChannel(() => ({ status }));
      const result = await connector.deliver([reply(channel.url, 'one')]);
      await channel.close();
      expect(result).to.equal(expected);
      expect(channel.received).to.have.length(1);
    });
  }

  it('stops at the first that is not delivered, so that order holds', async () => {
    const channel = await startFakeChannel(({ activity }) => ({
      status: activity.text === 'two' ? 500 : 201,
    }));
    const result = await connector.deliver(['one', 'two', 'three'].map((text) => reply(channel.url, text)));
    await channel.close();
    expect(result).to.equal('failed');
    expect(channel.received.map(({ activity }) => activity.text)).to.deep.equal(['one', 'two']);
  });

  it('fails where no one listens, without long retries', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await connector.deliver([reply(`http://127.0.0.1:${port}/`, 'one')])).to.equal('failed');
  });

  it('follows no redirect, to another address or its own', async () => {
    const elsewhere = await startFakeChannel();
    for (const status of [301, 302, 303, 307, 308]) {
      for (const location of [elsewhere.url, '/another/path']) {
        const channel = await startFakeChannel(() => ({ status, headers: { location } }));
        expect(await connector.deliver([reply(channel.url, 'one')]), `${status}`).to.equal('failed');
        await channel.close();
        expect(channel.received, `${status} to ${location}`).to.have.length(1);
      }
    }
    await elsewhere.close();
    expect(elsewhere.received).to.deep.equal([]);
  });

  it('looks at the address once more, and refuses what is not allowed', async () => {
    for (const serviceUrl of ['http://169.254.169.254/', 'https://smba.trafficmanager.net/emea/', '']) {
      expect(await connector.deliver([reply(serviceUrl, 'one')]), serviceUrl).to.equal('refused');
    }
    expect(await connector.deliver([{ type: 'message' }])).to.equal('refused');
    const channel = await startFakeChannel();
    expect(await connector.deliver([reply(channel.url, 'one', { channelId: 'slack' })])).to.equal('refused');
    await channel.close();
    expect(channel.received).to.deep.equal([]);
  });
});
