import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { found } from '../test/support/needs.js';
import { startServerProcess } from '../test/support/server-process.js';

/**
 * How long a patient on a slow phone waits, from the tap on the button of the clinic's page: until they can write,
 * and until the greeting stands there. Chromium's profile "Fast 3G": 562.5 ms latency, 1.44 Mbit/s down, 0.675 up.
 * Each round is a visit with an empty cache.
 *
 *   npm run bench:widget [-- --rounds 5]
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const KILOBIT = 1000 / 8;
const FAST_3G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1440 * KILOBIT,
  uploadThroughput: 675 * KILOBIT,
};
if (!found.browser) throw new Error('no Chromium on this machine; set CHROMIUM to its path');

const folder = mkdtempSync(join(tmpdir(), 'bench-widget-'));
const server = await startServerProcess({ DATA_DIR: folder });
const browser = await chromium.launch({
  executablePath: found.browser,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const visits: { usable: number; greeting: number }[] = [];
for (let round = 0; round < Number(values.rounds); round++) visits.push(await visit());
await browser.close();
await server.kill();
rmSync(folder, { recursive: true, force: true });

for (const { usable, greeting } of visits)
  console.log(`usable after ${usable.toFixed(0)} ms, greeting after ${greeting.toFixed(0)} ms`);
const median = (of: (visit: (typeof visits)[number]) => number) =>
  [...visits]
    .map(of)
    .sort((a, b) => a - b)
    [Math.floor(visits.length / 2)]?.toFixed(0);
console.log(
  `median: usable after ${median(({ usable }) => usable)} ms, greeting after ${median(({ greeting }) => greeting)} ms`,
);

async function visit(): Promise<{ usable: number; greeting: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(server.url);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', FAST_3G);
  const button = page.getByRole('button', { name: /^Open chat/ });
  await button.waitFor();
  await page.evaluate(() => {
    addEventListener(
      'pointerdown',
      ({ timeStamp }) =>
        document.documentElement.setAttribute('data-tapped', `${performance.timeOrigin + timeStamp}`),
      { capture: true, once: true },
    );
  });
  await button.click();
  const chat = page.frameLocator('iframe');
  await chat.getByRole('log').getByText('May I keep').waitFor();
  const tapped = Number(await page.locator('html').getAttribute('data-tapped'));
  const frame = page.frames().find((each) => each.url().includes('/widget/chat'));
  if (!frame) throw new Error('the chat has no frame');
  const { usable, greeting } = await frame.evaluate(timesInFrame);
  await context.close();
  return { usable: usable - tapped, greeting: greeting - tapped };
}

/**
 * By the browser's own clock, milliseconds since 1970. Nothing is painted in the frame before the chat has drawn its
 * text box; the greeting is drawn in the task after its answer has come.
 */
function timesInFrame(): { usable: number; greeting: number } {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const answer = performance
    .getEntriesByType('resource')
    .find(({ name }) => name.endsWith('/widget/conversation')) as PerformanceResourceTiming | undefined;
  if (!paint || !answer) throw new Error('the browser noted no times');
  return {
    usable: performance.timeOrigin + paint.startTime,
    greeting: performance.timeOrigin + answer.responseEnd,
  };
}
