import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type FakeOpenAI, startFakeOpenAI } from '../support/fake-openai.js';
import { need } from '../support/needs.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { FIRST, LIE, QUESTION, SECOND, sentence, speakFor } from '../support/slow-model.js';
import { chatUrl, launchBrowser, openPage, phone } from './support/browser.js';

describe('Words of an answer in the widget of the real server', function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let endpoint: FakeOpenAI;
  let model: ReturnType<typeof speakFor>;
  let folder: string;
  let server: ServerProcess;
  let page: Page;

  before(async function () {
    browser = await launchBrowser(need(this, 'browser'));
  });
  after(() => browser?.close());
  beforeEach(async () => {
    endpoint = await startFakeOpenAI();
    model = speakFor(endpoint);
    folder = mkdtempSync(join(tmpdir(), 'words-'));
    server = await startServerProcess(settings());
  });
  afterEach(async () => {
    await page?.context().close();
    await server.kill();
    await endpoint.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = () => ({
    DATA_DIR: folder,
    OPENAI_API_KEY: 'key',
    OPENAI_BASE_URL: endpoint.baseUrl,
    MODEL_DEADLINE_MS: '60000',
  });
  const log = () => page.getByRole('log');
  const unfinished = () => log().locator('.streaming');
  const committed = () => log().locator('.entry.guide:not(.streaming):not(.writing)');

  async function ask() {
    if (!browser) throw new Error('no browser');
    ({ page } = await openPage(browser, chatUrl(server.url), { viewport: phone }));
    await log().getByText('May I keep').first().waitFor();
    await page.getByLabel('Write a message').fill(QUESTION);
    await page.keyboard.press('Enter');
    return model.next();
  }

  /** Where each piece of the answer stands in its card. */
  const places = (entry: string) =>
    page.evaluate(
      `(() => {
        const range = document.createRange();
        const card = document.querySelector('${entry} .explanation');
        const corner = card.getBoundingClientRect();
        return [card, ...card.querySelectorAll('h2, section p > *, sup, summary, .hint')].map((part) => {
          range.selectNodeContents(part);
          const { left, top, width, height } = range.getBoundingClientRect();
          return [left - corner.left, top - corner.top, width, height].map(Math.round).join(' ');
        });
      })()`,
    );

  it('shows sentence one before the model is done, then the committed message, in which nothing has moved', async () => {
    const answer = await ask();
    answer.say(`{"sentences": [${sentence(FIRST)}, {"text": "You do`);
    await unfinished().getByText('Massage should not hurt').waitFor();
    expect(await unfinished().getAttribute('aria-hidden')).to.equal('true');
    expect(await unfinished().getAttribute('inert')).to.not.equal(null);
    expect(await page.locator('.announcer').getByText('Massage should not hurt').count()).to.equal(0);
    expect(await committed().getByText('Massage should not hurt').count()).to.equal(0);

    answer.say(` not have to put up with pain for massage to work.", "passages": [1]}]}`);
    await unfinished().getByText('You do not have to put up').waitFor();
    const before = await places('.streaming');
    expect(before).to.have.length.greaterThan(6);
    answer.finish();
    await committed().getByText('You do not have to put up').waitFor();
    await unfinished().waitFor({ state: 'detached' });
    expect(await places('.entry:not(.streaming)')).to.deep.equal(before);
    expect(await page.locator('.announcer').getByText(SECOND).count()).to.equal(1);
  });

  it('puts the guide’s own sentences in the place of an answer that goes on to lie', async () => {
    const answer = await ask();
    answer.say(`{"sentences": [${sentence(FIRST)}`);
    await unfinished().getByText('Massage should not hurt').waitFor();
    answer.say(`, ${sentence(LIE)}, ${sentence(SECOND)}]}`);
    answer.finish();
    await committed().getByText('It should not hurt much').waitFor();
    await unfinished().waitFor({ state: 'detached' });
    expect(await log().innerText())
      .to.not.include('Massage should not hurt')
      .and.not.include('95');
  });

  it('keeps nothing of the words where the server is killed, and answers after its restart', async () => {
    const answer = await ask();
    answer.say(`{"sentences": [${sentence(FIRST)}`);
    await unfinished().getByText('Massage should not hurt').waitFor();
    await server.kill();
    await unfinished().waitFor({ state: 'detached' });
    server = await startServerProcess({ ...settings(), PORT: String(server.port) });
    const again = await model.next();
    again.say(`{"sentences": [${sentence(SECOND)}]}`);
    again.finish();
    await committed().getByText('You do not have to put up').waitFor();
    expect(await log().innerText()).to.not.include('Massage should not hurt');
    expect(await log().locator('.person').count()).to.equal(1);
  });
});
