import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { messageActivity, post, wordsOf } from './support/http-conversation.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';

describe('The whole server', function () {
  this.timeout(120_000);
  let folder: string;
  let server: ServerProcess;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'guide-server-'));
    server = await startServerProcess({ DATA_DIR: folder });
  });
  after(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const say = async (conversation: string, text: string) =>
    wordsOf((await post(server.url, messageActivity(conversation, text))).activities);

  it('goes on in the middle of a conversation after kill -9 and a restart', async () => {
    expect(await say('survivor', 'hello')).to.match(/May I keep/);
    expect(await say('survivor', 'yes')).to.match(/Whom is this for/);
    expect(await say('survivor', 'me')).to.match(/What brings you here/);
    expect(await say('survivor', 'my neck hurts since last week')).to.match(/how bad/i);
    await server.kill('SIGKILL');
    server = await startServerProcess({ DATA_DIR: folder });
    expect(await say('survivor', '5')).to.match(/What brings it on/);
  });

  it('gives an activity that is posted again, before and after a restart, the same answer once', async () => {
    const hello = messageActivity('repeater', 'hello');
    const first = await post(server.url, hello);
    const again = await Promise.all(Array.from({ length: 10 }, () => post(server.url, hello)));
    for (const answer of again) expect(answer).to.deep.equal(first);
    await server.kill('SIGKILL');
    server = await startServerProcess({ DATA_DIR: folder });
    expect(await post(server.url, hello)).to.deep.equal(first);
    expect(await say('repeater', 'yes')).to.match(/Whom is this for/);
  });

  it('handles messages that come at once one after the other', async () => {
    await say('crowd', 'hello');
    const answers = await Promise.all(
      ['yes', 'for me', 'my left knee hurts for 3 weeks'].map((text) => say('crowd', text)),
    );
    expect(answers.filter((answer) => /Whom is this for/.test(answer))).to.have.length.at.least(1);
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) => (await post(server.url, messageActivity('crowd', `${index}`))).status,
      ),
    );
    expect(new Set(statuses)).to.deep.equal(new Set([200]));
  });

  it('logs nothing of what a person says', async () => {
    const secret = 'my wobbly elbow called Bartholomew';
    await say('quiet', 'hello');
    await say('quiet', 'yes');
    await say('quiet', secret);
    await post(server.url, { ...messageActivity('quiet', secret), type: 7 });
    expect(server.output()).not.to.match(/wobbly|Bartholomew/);
  });
});
