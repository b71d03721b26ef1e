import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { projectPath } from '../knowledge/data-file.js';
import { need } from './support/needs.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { launchBrowser } from './widget/support/browser.js';

const SECRET = 'a secret of the clinic, long enough'.replaceAll(' ', '-');

/** The page of docs/web-chat.md as it is written, with the address of the guide put in. */
describe('Web Chat on our Direct Line, as docs/web-chat.md says', function () {
  this.timeout(120_000);
  let folder: string | undefined;
  let server: ServerProcess | undefined;
  let clinic: Server | undefined;
  let browser: Browser | undefined;

  before(async function () {
    const executablePath = need(this, 'browser');
    need(this, 'webChat');
    folder = mkdtempSync(join(tmpdir(), 'guide-web-chat-'));
    server = await startServerProcess({ DATA_DIR: folder, DIRECT_LINE_SECRET: SECRET });
    clinic = await serveClinic(server.url);
    browser = await launchBrowser(executablePath);
  });
  after(async () => {
    await browser?.close();
    clinic?.close();
    clinic?.closeAllConnections();
    await server?.kill();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('shows Adaptive Cards, whose buttons answer', async function () {
    const page = await browser?.newPage({ viewport: { width: 1000, height: 1000 }, locale: 'en-US' });
    if (!page || !clinic) throw new Error('nothing runs');
    const script = readFileSync(need(this, 'webChat'));
    await page.route('https://cdn.botframework.com/**', (route) =>
      route.fulfill({ body: script, contentType: 'text/javascript' }),
    );
    await page.goto(`http://127.0.0.1:${(clinic.address() as AddressInfo).port}/`);
    await page.getByText('May I keep what you tell me').first().waitFor();
    await page.getByRole('button', { name: 'Yes, I agree' }).click();
    await page.getByRole('button', { name: 'For me' }).click();
    await page.getByText('What brings you here?').first().waitFor();
    const box = page.locator('[data-testid="send box text area"]').or(page.getByRole('textbox')).last();
    await box.fill('my face droops on one side and I cannot speak properly');
    await box.press('Enter');
    await page.getByText('What to do').first().waitFor();
    expect(await page.locator('.ac-adaptiveCard').count()).to.be.above(2);
    expect(await page.getByText('Call 911').count()).to.be.at.least(1);
  });
});

async function serveClinic(guide: string): Promise<Server> {
  const text = readFileSync(projectPath('docs', 'web-chat.md'), 'utf8');
  const html = /```html\n([\s\S]*?)```/.exec(text)?.[1]?.replaceAll('http://localhost:3978', guide);
  if (!html) throw new Error('docs/web-chat.md shows no page');
  const clinic = createServer(async (request, response) => {
    if (request.url === '/token') {
      const answer = await fetch(`${guide}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SECRET}` },
      });
      response.setHeader('content-type', 'application/json');
      response.end(await answer.text());
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(html);
    }
  });
  await new Promise<void>((resolve) => clinic.listen(0, '127.0.0.1', resolve));
  return clinic;
}
