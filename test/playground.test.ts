import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { need } from './support/needs.js';
import { Playground, type PlaygroundMessage } from './support/playground.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** Words of a message, those inside its card included. */
function wordsOf(messages: PlaygroundMessage[]): string {
  return messages.map(({ text, attachments }) => `${text} ${JSON.stringify(attachments)}`).join('\n');
}

for (const channel of ['emulator', 'msteams'] as const) {
  describe(`The Agents Playground as ${channel}`, function () {
    this.timeout(120_000);
    let folder: string;
    let server: ServerProcess | undefined;
    let running: Playground | undefined;
    const playground = (): Playground => {
      if (!running) throw new Error('the playground does not run');
      return running;
    };

    before(async function () {
      const cli = need(this, 'playground');
      folder = mkdtempSync(join(tmpdir(), 'guide-playground-'));
      server = await startServerProcess({ DATA_DIR: folder });
      running = await Playground.start(
        cli,
        `${server.url.replace('127.0.0.1', 'localhost')}/api/messages`,
        channel,
      );
    });
    after(async () => {
      running?.stop();
      await server?.kill();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it('holds a personal conversation with cards, from the welcome to the emergency', async () => {
      const { personalChat } = playground().config;
      await playground().install(personalChat.id);
      const welcome = await playground().repliesAfter(0, 2);
      expect(wordsOf(welcome))
        .to.match(/Medical Massage Guide/)
        .and.match(/May I keep/);
      expect(wordsOf(await playground().say(personalChat.id, 'yes', 1))).to.match(/Whom is this for/);
      expect(wordsOf(await playground().say(personalChat.id, 'for me', 1))).to.match(/What brings you here/);
      const asked = await playground().say(
        personalChat.id,
        'my right shoulder hurts since 2 months, 4/10, from lifting',
        2,
      );
      expect(wordsOf(asked)).to.match(/right shoulder/);
      const alarm = await playground().say(
        personalChat.id,
        'now I have crushing chest pain and cannot breathe',
        1,
      );
      expect(alarm[0]?.attachments[0]?.contentType).to.equal(CARD);
      expect(wordsOf(alarm)).to.match(/911/);
    });

    it('asks no health question in a group, and answers from the guide', async () => {
      const conversation = playground().config.groupChats[0]?.id ?? '';
      const hello = await playground().say(conversation, 'my neck hurts since last week, 7/10', 1, {
        mention: true,
      });
      expect(wordsOf(hello))
        .to.match(/personal chat/)
        .and.not.match(/How old|How bad|7\/10/);
      const answer = await playground().say(conversation, 'what should I wear to a first session?', 1, {
        mention: true,
      });
      expect(wordsOf(answer)).to.match(/wear/i);
    });

    it('gives the number in a channel without repeating the symptom', async () => {
      const conversation = playground().config.teams[0]?.channels[0]?.id ?? '';
      const alarm = await playground().say(conversation, 'I have crushing chest pain down my left arm', 1, {
        mention: true,
      });
      expect(wordsOf(alarm))
        .to.match(/911/)
        .and.not.match(/crushing|left arm/);
    });
  });
}
