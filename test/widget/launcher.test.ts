import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { views } from '../bots/renderers/views.js';
import { need } from '../support/needs.js';
import { chatIn, launchBrowser, openPage, phone } from './support/browser.js';
import { FakeServer } from './support/fake-server.js';

describe('The launcher on a clinic’s page', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let server: FakeServer;
  let page: Page;
  let errors: string[];

  before(async function () {
    browser = await launchBrowser(need(this, 'browser'));
  });
  after(() => browser?.close());
  beforeEach(async () => {
    server = await FakeServer.start();
    server.welcome = [views.message ?? {}, views.question ?? {}];
  });
  afterEach(async () => {
    await page?.context().close();
    await server.stop();
    expect(errors).to.deep.equal([]);
  });

  const open = async (options: Parameters<typeof openPage>[2] = {}) => {
    if (!browser) throw new Error('no browser');
    ({ page, errors } = await openPage(browser, server.url, options));
  };
  const launcher = () => page.getByRole('button', { name: /chat: Ask the clinic/ });
  const focused = () =>
    page.evaluate("document.querySelector('html > div').shadowRoot.activeElement?.tagName ?? null");

  it('draws a button and nothing else, whatever the page’s styles, though it is included twice', async () => {
    await open();
    await launcher().waitFor();
    expect(await page.locator('html > div').count()).to.equal(1);
    expect(await page.locator('iframe').count()).to.equal(0);
    expect(server.requests.map(({ path }) => path)).to.not.include('/widget/chat');
    expect(await launcher().boundingBox()).to.deep.include({ width: 60, height: 60 });
  });

  it('moves nothing on the page', async () => {
    await open();
    await page.evaluate(
      'window.shift = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shift += value }).observe({ type: "layout-shift", buffered: true })',
    );
    await launcher().click();
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    await chatIn(page).getByRole('button', { name: 'Close chat' }).click();
    expect(await page.evaluate('window.shift')).to.equal(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
  });

  it('begins to load while the finger is down', async () => {
    await open();
    await launcher().dispatchEvent('pointerdown');
    await page.waitForFunction("document.querySelector('html > div').shadowRoot.querySelector('iframe')");
    expect(await launcher().getAttribute('aria-expanded')).to.equal('false');
  });

  it('gives the focus to the chat, and takes it back', async () => {
    await open();
    await launcher().focus();
    await page.keyboard.press('Enter');
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    expect(await focused()).to.equal('IFRAME');
    await page.keyboard.type('hello');
    expect(await chatIn(page).getByLabel('Write a message').inputValue()).to.equal('hello');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      "document.querySelector('html > div').shadowRoot.activeElement?.tagName === 'BUTTON'",
    );
    expect(await page.locator('iframe').isVisible()).to.equal(false);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      "document.querySelector('html > div').shadowRoot.activeElement?.tagName === 'IFRAME'",
    );
  });

  it('tells the chat how the clinic wants it', async () => {
    await open();
    await launcher().click();
    await chatIn(page).getByRole('heading', { name: 'Ask the clinic' }).waitFor();
    await chatIn(page).getByText('Welcome to the clinic.').waitFor();
    const colour = "getComputedStyle(document.querySelector('header')).backgroundColor";
    expect(await page.frames()[1]?.evaluate(colour)).to.equal('rgb(32, 84, 147)');
  });

  it('shows how many messages came while it was closed', async () => {
    await open();
    await launcher().click();
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    await launcher().click();
    server.say(views.message ?? {});
    server.say(views.message ?? {});
    await page.getByRole('button', { name: 'Open chat: Ask the clinic, 2 new messages' }).click();
    await page.getByRole('button', { name: 'Close chat: Ask the clinic', exact: true }).first().waitFor();
    await launcher().click();
    await page.getByRole('button', { name: 'Open chat: Ask the clinic', exact: true }).waitFor();
  });

  it('is open on the next page where it was open on this one, and leaves the focus alone', async () => {
    await open();
    await launcher().click();
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    await page.goto(`${server.url}/?next`);
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    expect(await focused()).to.equal(null);
    expect(server.feeds.size).to.equal(1);
    await launcher().click();
    await page.goto(server.url);
    await launcher().waitFor();
    expect(await page.locator('iframe').count()).to.equal(0);
  });

  it('stands on the left where the clinic wants it there', async () => {
    await open();
    await page.goto(`${server.url}/?position=left`);
    expect(await launcher().boundingBox()).to.deep.include({ x: 20 });
    await launcher().click();
    expect(await page.locator('iframe').boundingBox()).to.deep.include({ x: 20, width: 412 });
  });

  it('takes the whole of a phone, out of whose page nothing is reached meanwhile', async () => {
    await open({ viewport: phone, hasTouch: true });
    await page.goto(`${server.url}/?position=left`);
    await launcher().tap();
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    expect(await page.locator('iframe').boundingBox()).to.deep.equal({ x: 0, y: 0, ...phone });
    expect(await page.evaluate('document.body.inert')).to.equal(true);
    await chatIn(page).getByRole('button', { name: 'Close chat' }).tap();
    await launcher().waitFor();
    expect(await page.evaluate('document.body.inert')).to.equal(false);
  });

  it('listens to nobody but its own frame', async () => {
    await open();
    await launcher().click();
    await chatIn(page).getByText('Which side is it?').first().waitFor();
    await page.evaluate("postMessage({ sender: 'medical-massage-guide', type: 'close' }, '*')");
    await page.evaluate("postMessage({ sender: 'medical-massage-guide', type: 'unread', count: 9 }, '*')");
    await page.evaluate('new Promise(requestAnimationFrame)');
    expect(await launcher().getAttribute('aria-expanded')).to.equal('true');
  });
});
