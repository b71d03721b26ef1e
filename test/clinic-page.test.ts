import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { need } from './support/needs.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { chatIn, launchBrowser, openPage, phone } from './widget/support/browser.js';

/** What a patient does on the clinic's page, with the real bot behind it. */
describe('The page of the imaginary clinic', function () {
  this.timeout(120_000);
  let folder: string | undefined;
  let server: ServerProcess;
  let browser: Browser | undefined;
  let page: Page;
  let chat: FrameLocator;
  let errors: string[];

  before(async function () {
    const executablePath = need(this, 'browser');
    folder = mkdtempSync(join(tmpdir(), 'guide-clinic-'));
    server = await startServerProcess({ DATA_DIR: folder });
    browser = await launchBrowser(executablePath);
  });
  after(async () => {
    await browser?.close();
    await server?.kill();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    if (!browser) return;
    ({ page, errors } = await openPage(browser, server.url, { viewport: phone, locale: 'en-US' }));
    chat = chatIn(page);
  });
  afterEach(async () => {
    await page?.context().close();
    expect(errors ?? []).to.deep.equal([]);
  });

  const open = () => page.getByRole('button', { name: /^Open chat/ }).click();
  const log = () => chat.getByRole('log');
  const seen = (text: string | RegExp) => log().getByText(text).last().waitFor();
  const press = (name: string | RegExp) => chat.getByRole('button', { name }).last().click();
  const say = async (text: string) => {
    await chat.getByRole('textbox').fill(text);
    await chat.getByRole('textbox').press('Enter');
  };
  const toRedFlags = async () => {
    await open();
    await press('Yes, I agree');
    await press('For me');
    await seen('What brings you here?');
    await say('my neck hurts on the left for three weeks, 5 out of 10');
    await seen(/What brings it on/);
    await say('sitting at the computer');
    await seen(/How old are you/);
    await say('45');
    await seen(/Are you pregnant/);
    await press('No');
    await seen(/health condition/);
    await say('none');
    await seen(/Which medicines/);
    await say('none');
    await seen(/signs of danger/);
  };

  it('leads from the greeting to therapists who fit', async () => {
    await toRedFlags();
    await press(/none of these/i);
    await seen('How medical massage could help');
    await chat
      .getByRole('button', { name: /^Source 1:/ })
      .first()
      .click();
    await chat.getByRole('dialog').getByText('From the guide').waitFor();
    await page.keyboard.press('Escape');
    await say('not yet');
    await seen(/Where shall I look/);
    await say('Boston');
    await seen(/These fit best near Boston/);
    expect(await log().getByRole('link', { name: /^Call/ }).count()).to.be.above(0);
  });

  it('gives an emergency its number to tap, and no therapist afterwards', async () => {
    await open();
    await seen(/May I keep/);
    await say('my face droops on one side and I cannot speak properly');
    const call = chat.getByRole('link', { name: /Call 911/ });
    await call.waitFor();
    expect(await call.getAttribute('href')).to.equal('tel:911');
    await say('find me a therapist in Boston');
    await say('Boston');
    await page.waitForTimeout(500);
    expect(
      await log()
        .getByText(/These fit best/)
        .count(),
    ).to.equal(0);
  });

  it('keeps the conversation over a reload, a killed server and a lost network, each message once', async () => {
    await open();
    await press('Yes, I agree');
    await press('For me');
    await seen('What brings you here?');
    await page.reload();
    await seen('What brings you here?');
    await server.kill('SIGKILL');
    server = await startServerProcess({ DATA_DIR: folder as string, PORT: String(server.port) });
    await page.context().setOffline(true);
    await say('my left knee hurts for two months');
    await page.context().setOffline(false);
    await seen(/how bad/i);
    expect(await log().getByText('my left knee hurts for two months').count()).to.equal(1);
    expect(await log().getByText('What brings you here?').count()).to.equal(1);
    expect(
      await log()
        .getByText(/how bad/i)
        .count(),
    ).to.equal(1);
  });

  it('is used with the keyboard alone', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.tagName ?? '');
    for (let tabs = 0; tabs < 20 && !(await launcherHasFocus(page)); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await seen(/May I keep/);
    expect(await focused()).to.not.equal('BODY');
    const frame = page.frames().find((each) => each.url().includes('/widget/chat')) as Frame;
    await tabTo(page, frame, 'Yes, I agree');
    await page.keyboard.press('Enter');
    await seen('Whom is this for?');
    await tabTo(page, frame, 'For me');
    await page.keyboard.press('Enter');
    await seen('What brings you here?');
    await tabTo(page, frame, 'Write a message');
    await page.keyboard.type('my back hurts since yesterday');
    await page.keyboard.press('Enter');
    await seen(/how bad/i);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Open chat/ }).waitFor();
    expect(await launcherHasFocus(page)).to.equal(true);
  });

  it('frames the chat for the origins of WIDGET_ORIGINS only', async () => {
    const answer = await fetch(`${server.url}/widget/chat`);
    expect(answer.headers.get('content-security-policy')).to.include("frame-ancestors 'self'");
    const mint = (origin: string) =>
      fetch(`${server.url}/widget/conversation`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: '{}',
      });
    expect((await mint('https://elsewhere.example')).status).to.equal(403);
    expect((await mint(server.url)).status).to.equal(200);
  });
});

function launcherHasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return /^(Open|Close) chat/.test(active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '');
  });
}

/** Presses Tab, backwards from where the chat puts the focus, until what is named has it. */
async function tabTo(page: Page, frame: Frame, name: string): Promise<void> {
  for (let tabs = 0; tabs < 30; tabs++) {
    const here = await frame.evaluate(() => {
      const active = document.activeElement;
      const label = active?.id ? document.querySelector(`label[for="${active.id}"]`) : null;
      const names = [active?.ariaLabel, label?.textContent, active?.getAttribute('placeholder')];
      return [...names, active?.matches('button') ? active.textContent : ''].join('|');
    });
    if (here.includes(name)) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`the keyboard does not reach ${name}`);
}
