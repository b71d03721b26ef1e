import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Browser, chromium } from 'playwright-core';
import { need } from './support/needs.js';
import { Playground } from './support/playground.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';

describe('Our cards in a real browser, on the page of the Agents Playground', function () {
  this.timeout(180_000);
  let folder: string | undefined;
  let server: ServerProcess | undefined;
  let playground: Playground | undefined;
  let browser: Browser | undefined;

  before(async function () {
    const executablePath = need(this, 'browser');
    const cli = need(this, 'playground');
    folder = mkdtempSync(join(tmpdir(), 'guide-page-'));
    server = await startServerProcess({ DATA_DIR: folder });
    playground = await Playground.start(cli, `http://localhost:${server.port}/api/messages`, 'msteams');
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
  });
  after(async () => {
    await browser?.close();
    playground?.stop();
    await server?.kill();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('take buttons and ticks as answers, and show the emergency with a call button', async () => {
    const page = await browser?.newPage({ viewport: { width: 1100, height: 1300 } });
    if (!page || !playground) throw new Error('nothing runs');
    await page.goto(playground.url);
    const box = page.locator('[contenteditable=true]').first();
    const type = async (text: string) => {
      await box.click();
      await box.pressSequentially(text);
      await page.keyboard.press('Enter');
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
    const seen = (text: string) => page.getByText(text, { exact: false }).last().waitFor();

    await press('Yes, I agree');
    await seen('Whom is this for?');
    await press('For me');
    await seen('What brings you here?');
    await type('my neck hurts since last week, 5/10');
    await seen('What brings it on');
    await type('sitting at the computer');
    await seen('How old are you?');
    await type('45');
    await seen('Are you pregnant');
    await press('No');
    await seen('health condition');
    await type('none');
    await seen('Which medicines');
    await type('none');
    await seen('check for signs of danger');
    await page.getByText('Trouble speaking or finding words').last().click();
    await press('Send');
    await seen('What to do');
    expect(await page.getByText('Call 911').count()).to.be.at.least(1);
  });
});
