import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { encodeOptions, readOptions } from '../../../widget/shared/options.js';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** A page of its own storage, which fails the test where it logs an error that it was not asked for. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    const text = message.text();
    // What the tests break on purpose is reported by the browser itself.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket|ERR_/.test(text)) errors.push(text);
  });
  await page.goto(url);
  return { page, errors };
}

/** The chat in a tab of its own. */
export function chatUrl(server: string, options: Record<string, unknown> = {}): string {
  return `${server}/widget/chat#${encodeOptions(readOptions(options, server, 'Medical Massage Guide'))}`;
}

/** The chat in the frame of a clinic's page. */
export function chatIn(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}
