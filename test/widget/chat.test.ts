import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { View } from '../../dialogs/views/view.js';
import { views } from '../bots/renderers/views.js';
import { need } from '../support/needs.js';
import { chatUrl, launchBrowser, openPage, phone } from './support/browser.js';
import { FakeServer } from './support/fake-server.js';

const view = (name: string): View => views[name] ?? expect.fail(name);

describe('The chat in a real browser', function () {
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
  });
  afterEach(async () => {
    const found = errors;
    await page?.context().close();
    await server.stop();
    expect(found).to.deep.equal([]);
  });

  const open = async (welcome: object[], options: Parameters<typeof openPage>[2] = {}) => {
    if (!browser) throw new Error('no browser');
    server.welcome = welcome;
    ({ page, errors } = await openPage(browser, chatUrl(server.url), options));
    if (welcome.length > 0) await page.locator('.entry.guide').first().waitFor();
  };
  const log = () => page.getByRole('log');
  const button = (name: string | RegExp) =>
    log().getByRole('button', { name, exact: typeof name === 'string' });
  const write = async (text: string) => {
    await page.getByLabel('Write a message').fill(text);
    await page.keyboard.press('Enter');
  };
  const posted = () =>
    server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities'));
  const sent = () => posted().map(({ body }) => body as { text: string; value?: unknown });

  it('asks, takes one answer however often it is tapped, and marks it', async () => {
    await open([view('question')]);
    expect(await log().getByText('Question 3 of about 7').count()).to.equal(1);
    await button('Left side').dblclick();
    await log().locator('.person').waitFor();
    expect(sent().map(({ value }) => value)).to.deep.equal([{ question: 'calf_side', choice: 'choice_0' }]);
    expect(sent()[0]?.text).to.equal('Left side');
    expect(await button('Left side').getAttribute('aria-pressed')).to.equal('true');
    expect(await button('Right side').isDisabled()).to.equal(true);
    await button('Left side').click({ force: true });
    expect(sent()).to.have.length(1);
    await log().getByText('Why do you ask?').click();
    await log().getByText('one swollen calf').waitFor();
  });

  it('leaves the buttons of an offer to be pressed again', async () => {
    await open([view('message with offers'), view('question')]);
    await button('Right side').click();
    await button('Yes').click();
    await log().locator('.person').nth(1).waitFor();
    expect(sent().at(-1)?.value).to.deep.equal({ question: 'message', choice: 'yes' });
    expect(await button('Yes').isEnabled()).to.equal(true);
  });

  describe('Was this helpful?', () => {
    const group = () => log().getByRole('group', { name: 'Was this helpful?' });
    const pressed = () => group().locator('[aria-pressed="true"]').allInnerTexts();

    it('takes a press beside the talk, another one in its place, and knows it after a reload', async () => {
      await open([view('explanation'), view('question')]);
      await group().getByRole('button', { name: 'No' }).click();
      await group().getByText('Thank you.').waitFor();
      expect(await pressed()).to.deep.equal(['No']);
      await group().getByRole('button', { name: 'Yes' }).click();
      await page.waitForFunction(
        "document.querySelector('.helpful [aria-pressed=true]')?.textContent === 'Yes'",
      );
      for (const [at, choice] of ['no', 'yes'].entries()) {
        expect(posted()[at]?.body).to.deep.include({
          type: 'event',
          name: 'helpful',
          value: { question: 'helpful_a1', choice },
        });
      }
      expect(await log().locator('.person').count()).to.equal(0);
      expect(await button('Left side').isEnabled()).to.equal(true);
      await page.reload();
      await group().getByText('Thank you.').waitFor();
      expect(await pressed()).to.deep.equal(['Yes']);
    });

    it('takes a press back where it could not be told, and says so', async () => {
      await open([view('explanation')]);
      server.fault = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 503 : undefined);
      await group().getByRole('button', { name: 'No' }).click();
      await page.locator('.announcer').getByText('Not sent.').waitFor();
      expect(await pressed()).to.deep.equal([]);
    });
  });

  it('sends ticks, and never “none” by itself', async () => {
    await open([view('checklist')]);
    await button('Send my answer').click();
    await log().getByText('Tick at least one').waitFor();
    expect(sent()).to.deep.equal([]);
    await log().getByLabel('The calf is warm or red').check();
    await log().getByLabel('One calf is thicker').check();
    await button('Send my answer').click();
    await log().locator('.person').waitFor();
    expect(sent()[0]).to.deep.include({
      text: 'The calf is warm or red, One calf is thicker than the other',
      value: { question: 'calf_signs', submit: true, items: ['choice_0', 'choice_1'] },
    });
    expect(await log().getByLabel('The calf is warm or red').isDisabled()).to.equal(true);
    expect(await button('None of these').isDisabled()).to.equal(true);
  });

  it('takes “none of these” as an answer of its own', async () => {
    await open([view('checklist')]);
    await button('None of these').click();
    await log().locator('.person').waitFor();
    expect(sent()[0]?.value).to.deep.equal({ question: 'calf_signs', choice: 'none' });
  });

  it('opens the passage behind a statement, and gives the focus back', async () => {
    await open([view('explanation')]);
    await button(/^Source 2: Neck pain/)
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Few studies looked further').waitFor();
    expect(await dialog.getByText('Evidence: low').count()).to.equal(1);
    expect(await dialog.getByRole('link').getAttribute('href')).to.equal('https://doi.org/10.1002/x');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('2');
  });

  it('shows numbers to tap first in an emergency, and at once', async () => {
    await open([view('endless message')]);
    await page.evaluate("document.querySelector('.log').scrollTo(0, 200)");
    server.say(view('emergency'));
    const call = log().getByRole('link', { name: /Call 911/ });
    await call.waitFor();
    expect(await call.getAttribute('href')).to.equal('tel:911');
    await page.waitForFunction("document.querySelector('.call').getBoundingClientRect().top < 400");
    expect(await log().getByText('Text HOME to 741741').count()).to.be.at.least(1);
    expect(await log().getByRole('link', { name: /HOME/ }).count()).to.equal(0);
  });

  it('shows therapists, with links that may be followed and no others', async () => {
    await open([view('therapists'), view('ten nasty therapists')]);
    await log().getByRole('heading', { name: 'Dana Rivera', exact: true }).waitFor();
    const links = await page.evaluate<string[]>('[...document.links].map(({ protocol }) => protocol)');
    expect(new Set(links)).to.deep.equal(new Set(['https:', 'tel:', 'mailto:']));
    const rels = await page.evaluate<string[]>(
      '[...document.links].filter((a) => a.target).map((a) => a.rel)',
    );
    expect(new Set(rels)).to.deep.equal(new Set(['noopener noreferrer']));
  });

  it('prints the summary alone, and copies it', async () => {
    await open([view('message'), view('summary')], { permissions: ['clipboard-read', 'clipboard-write'] });
    await button('Copy').click();
    await log().getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(
      'For your physician\n\nWhat I told the guide\n- Neck pain, left, for 3 weeks, 6 of 10\n- No numbness\n\nWhat I would like to ask\n- Is medical massage safe for me?',
    );
    await page.evaluate('window.print = () => { window.printed = (window.printed || 0) + 1 }');
    await button('Print').click();
    await page.waitForFunction('window.printed === 1');
    await page.emulateMedia({ media: 'print' });
    const visible = await page.evaluate<string>('document.body.innerText');
    expect(visible).to.match(/^For your physician/);
    expect(visible).to.not.include('I can explain how');
    expect(await page.evaluate('window.printed')).to.equal(1);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.locator('.print-sheet').waitFor({ state: 'detached' });
  });

  it('shows script, mark-up and links in every field as text', async () => {
    const nasty = Object.keys(views).filter((name) => name.includes('nasty'));
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    await open([...nasty.map(view), { text: hostile }]);
    await write(hostile);
    await log().locator('.person').getByText(hostile).waitFor();
    expect(await page.evaluate('window.hacked')).to.equal(undefined);
    expect(await log().locator('img, script, iframe, b, object').count()).to.equal(0);
    expect(await log().getByText('<script>alert(1)</script>').count()).to.be.greaterThan(20);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
  });

  it('keeps the conversation on a reload, with what was chosen, and announces none of it again', async () => {
    await open([view('question')]);
    server.bot = () => [{ kind: 'message', text: 'Thank you.' }];
    await button('Left side').click();
    await log().getByText('Thank you.').waitFor();
    await page.reload();
    await log().getByText('Thank you.').waitFor();
    expect(await log().locator('.entry').count()).to.equal(3);
    expect(await button('Left side').getAttribute('aria-pressed')).to.equal('true');
    expect(await page.locator('.announcer p').count()).to.equal(0);
    server.say(view('message'));
    await page.locator('.announcer p').waitFor();
  });

  it('announces each new message once, and an emergency at once', async () => {
    await open([view('message')]);
    await page.evaluate(`window.said = [];
      for (const region of document.querySelectorAll('.announcer [aria-live]'))
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes) window.said.push([region.ariaLive, node.textContent]);
        }).observe(region, { childList: true, subtree: true });`);
    server.bot = () => [{ kind: 'message', text: 'I see.' }, view('emergency')];
    await write('It hurts');
    await log().getByText('What to do').waitFor();
    server.dropSockets();
    server.onlyFeed.say({ kind: 'message', text: 'Still there?' });
    await log().getByText('Still there?').waitFor();
    const said = await page.evaluate<[string, string][]>('window.said');
    expect(said.map(([how, words]) => `${how}: ${words.slice(0, 36)}`)).to.deep.equal([
      'polite: I see.',
      'assertive: Important: This needs help now. Emer',
      'polite: Still there?',
    ]);
  });

  it('says that it is offline, keeps what is written, and sends it when it is back', async () => {
    await open([view('message')]);
    await page.context().setOffline(true);
    await page.getByRole('status').getByText('You are offline').waitFor();
    await write('My neck hurts');
    await log().getByText('Will be sent when you are online again').waitFor();
    server.bot = () => [{ kind: 'message', text: 'I see.' }];
    await page.context().setOffline(false);
    await log().getByText('I see.').waitFor();
    expect(await log().locator('.person').count()).to.equal(1);
    await page.getByRole('status').getByText('connected again').waitFor();
  });

  it('offers to send again what could not be sent, or to discard it', async () => {
    await open([view('message')]);
    server.fault = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 400 : undefined);
    await write('My neck hurts');
    await button('Try again').waitFor();
    server.fault = () => undefined;
    await button('Try again').click();
    await button('Try again').waitFor({ state: 'detached' });
    const ids = posted().map(({ body }) => (body as { channelData: object }).channelData);
    expect(ids).to.have.length(2);
    expect(ids[0]).to.deep.equal(ids[1]);
  });

  it('says that it is sending only where that takes more than a moment', async () => {
    await open([view('message')]);
    server.fault = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 503 : undefined);
    await page.evaluate(`new MutationObserver((_, observer) => {
      if (!document.querySelector('.person')) return;
      document.title = document.querySelector('.fate') ? 'said at once' : 'not said at once';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true })`);
    await write('My neck hurts');
    await log().getByText('Sending').waitFor();
    expect(await page.title()).to.equal('not said at once');
    server.fault = () => undefined;
    await log().getByText('Sending').waitFor({ state: 'detached' });
  });

  it('says so where the server kept no words', async () => {
    server.keepsWords = false;
    await open([view('message')]);
    await write('My neck hurts');
    await log().getByText('My neck hurts').waitFor();
    await page.reload();
    await log().getByText('It was not kept').waitFor();
  });

  it('starts over by the menu', async () => {
    await open([view('message')]);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await log().locator('.person').getByText('start over').waitFor();
  });

  it('shows words as they come', async () => {
    await open([view('message')]);
    const channelData = { streamType: 'streaming', streamSequence: 1, streamId: 's' };
    server.whisper({ type: 'typing', id: 't', from: { id: 'bot' }, text: 'Massage may', channelData });
    await log().locator('.streaming').getByText('Massage may').waitFor();
    server.say({ kind: 'message', text: 'Massage may ease pain.' });
    await log().locator('.streaming').waitFor({ state: 'detached' });
    await log().getByText('Massage may ease pain.').waitFor();
  });

  it('tells whoever reads further up that there is more, and leaves them there', async () => {
    await open([view('endless message')]);
    await page.evaluate("document.querySelector('.log').scrollTo(0, 200)");
    await page.waitForTimeout(50);
    server.say({ kind: 'message', text: 'Newest.' });
    await page.getByRole('button', { name: 'New messages' }).click();
    await page.waitForFunction(
      "(() => { const l = document.querySelector('.log'); return l.scrollHeight - l.scrollTop - l.clientHeight < 5 })()",
    );
    await page.getByRole('button', { name: 'New messages' }).waitFor({ state: 'detached' });
  });

  it('can be used with the keyboard alone', async () => {
    await open([view('question')]);
    server.bot = ({ value }) =>
      value?.question === 'calf_side'
        ? [view('checklist')]
        : value?.question === 'calf_signs'
          ? [view('explanation')]
          : [];
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<string>(
          "document.activeElement.getAttribute('aria-label') ?? document.activeElement.closest('label')?.textContent ?? document.activeElement.textContent",
        );
        if (focused.startsWith(name)) return;
      }
      throw new Error(`The focus never came to ${name}.`);
    };
    await tabTo('Right side');
    await page.keyboard.press('Enter');
    await log().getByText('Tick all that apply').waitFor();
    await tabTo('The calf is warm');
    await page.keyboard.press('Space');
    await tabTo('Send my answer');
    await page.keyboard.press('Enter');
    await log().getByText('Massage for neck pain').first().waitFor();
    await tabTo('Source 1');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo('Write a message');
    await page.keyboard.type('Thank you');
    await page.keyboard.press('Enter');
    await log().locator('.person').getByText('Thank you').waitFor();
    expect(sent().map(({ text }) => text)).to.deep.equal([
      'Right side',
      'The calf is warm or red',
      'Thank you',
    ]);
  });

  it('fits a window of 320 pixels, and one zoomed to 200 %', async () => {
    const all = [
      'question',
      'pain scale',
      'checklist',
      'explanation',
      'emergency',
      'therapists',
      'summary',
      'nasty question',
    ];
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 640, height: 450 },
      { width: 320, height: 256 },
    ]) {
      await open(all.map(view), { viewport });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
      const wide = await page.evaluate<string[]>(
        "[...document.querySelectorAll('.log, .log *:not(.visually-hidden, .visually-hidden *)')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 90))",
      );
      expect(wide).to.deep.equal([]);
      expect(await page.getByLabel('Write a message').isVisible()).to.equal(true);
      if (viewport.height !== 256) await page.context().close();
    }
  });

  it('moves nothing for those who want no motion', async () => {
    await open([view('message')], { reducedMotion: 'reduce', viewport: phone });
    server.whisper({ type: 'typing', id: 't', from: { id: 'bot' } });
    await page.locator('.dots').waitFor();
    expect(await page.evaluate('document.getAnimations().length')).to.equal(0);
  });
});
