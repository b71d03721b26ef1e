import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { views } from '../bots/renderers/views.js';
import { need } from '../support/needs.js';
import { chatUrl, desktop, launchBrowser, openPage, phone } from './support/browser.js';
import { FakeServer } from './support/fake-server.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface State {
  says: string[];
  act?: (page: Page, server: FakeServer) => Promise<unknown>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const write = async (page: Page) => {
  await page.getByLabel('Write a message').fill('My neck hurts');
  await page.keyboard.press('Enter');
};

const states: Record<string, State> = {
  'messages and offers': { says: ['message', 'message with offers', 'warning message', 'nasty message'] },
  'a question': { says: ['question'] },
  'an answered question': { says: ['question'], act: press('Left side') },
  'a scale': { says: ['pain scale', 'durations'] },
  'a checklist': { says: ['checklist'] },
  'a checklist without a tick': { says: ['checklist'], act: press('Send my answer') },
  'an answered checklist': { says: ['checklist'], act: press('None of these') },
  'an explanation': { says: ['explanation', 'nasty explanation'] },
  'an answer that helped': {
    says: ['explanation'],
    act: async (page) => {
      await page
        .getByRole('group', { name: 'Was this helpful?' })
        .getByRole('button', { name: 'Yes' })
        .click();
      await page.locator('.helpful').getByText('Thank you.').waitFor();
    },
  },
  'a passage': { says: ['explanation'], act: press(/^Source 1/) },
  'an emergency': { says: ['emergency', 'nasty emergency'] },
  'an urgent notice': { says: ['urgent notice'] },
  therapists: {
    says: ['therapists', 'no therapists'],
    act: (page) => page.getByText('More about Dana Rivera').click(),
  },
  'a summary': { says: ['summary'] },
  'the menu': { says: ['message'], act: press('Menu') },
  offline: {
    says: ['message'],
    act: async (page) => {
      await page.context().setOffline(true);
      await write(page);
      await page.getByText('Will be sent when').waitFor();
    },
  },
  'not sent': {
    says: ['message'],
    act: async (page, server) => {
      server.fault = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 400 : undefined);
      await write(page);
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  'no server': {
    says: [],
    act: async (page, server) => {
      server.fault = (method) => (method === 'POST' ? 503 : undefined);
      await page.evaluate('localStorage.clear()');
      await page.reload();
      await page.getByText('cannot be reached').waitFor();
    },
  },
  writing: { says: ['message'], act: write },
  'words as they come': {
    says: ['message'],
    act: async (page, server) => {
      const channelData = {
        streamType: 'streaming',
        streamSequence: 1,
        streamId: 's',
        view: views.explanation,
      };
      server.whisper({ type: 'typing', id: 't', from: { id: 'bot' }, text: 'Massage', channelData });
      await page.locator('.streaming .explanation').waitFor();
    },
  },
  'words that were not kept': {
    says: ['message'],
    act: async (page, server) => {
      server.keepsWords = false;
      await write(page);
      await page.getByText('My neck hurts').waitFor();
      await page.reload();
      await page.getByText('It was not kept').waitFor();
    },
  },
};

describe('axe finds nothing', function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let server: FakeServer;

  before(async function () {
    browser = await launchBrowser(need(this, 'browser'));
  });
  after(() => browser?.close());
  beforeEach(async () => {
    server = await FakeServer.start();
  });
  afterEach(() => server.stop());

  const violations = async (page: Page) => {
    // As an expression, which the page's Content-Security-Policy does not hold up.
    await page.evaluate(axe);
    const found = await page.evaluate<{ id: string; nodes: { html: string; failureSummary: string }[] }[]>(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.failureSummary}`);
  };

  const looks = {
    light: { colorScheme: 'light', viewport: phone },
    dark: { colorScheme: 'dark', viewport: desktop },
  } as const;
  const check = async ({ says, act }: State, look: (typeof looks)[keyof typeof looks], accent?: string) => {
    if (!browser) throw new Error('no browser');
    server.welcome = says.map((view) => views[view] ?? expect.fail(view));
    const url = chatUrl(server.url, { accent, greeting: 'Welcome.' });
    const { page } = await openPage(browser, url, look);
    if (says.length > 0) await page.locator('.entry.guide').first().waitFor();
    await act?.(page, server);
    expect(await violations(page)).to.deep.equal([]);
    await page.context().close();
  };

  for (const [name, state] of Object.entries(states)) {
    for (const [look, options] of Object.entries(looks))
      it(`in ${name}, ${look}`, () => check(state, options));
  }

  it('whatever colour the clinic gives', async () => {
    const says = ['message with offers', 'checklist', 'explanation', 'therapists', 'question'];
    for (const accent of ['#ffe14d', '#1a0033', '#808080', '#ffffff', '#000000'])
      for (const look of Object.values(looks)) await check({ says, act: press('Left side') }, look, accent);
  });

  it('on the clinic’s page, the chat closed and open', async () => {
    if (!browser) throw new Error('no browser');
    server.welcome = [views.message ?? {}];
    const { page } = await openPage(browser, server.url);
    expect(await violations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: /Open chat/ }).click();
    await page.frameLocator('iframe').locator('.entry').first().waitFor();
    expect(await violations(page)).to.deep.equal([]);
    await page.context().close();
  });
});
