import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const POSTGRES = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Whether somebody listens at the address; a database of another machine is only used where it is named. */
async function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port || 5432) });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** What some tests need of the machine; undefined where it is not there. */
export const found = {
  browser: BROWSERS.find((path) => path && existsSync(path)),
  /** cli.js of the Microsoft 365 Agents Playground, which is not a dependency: see CONTRIBUTING.md. */
  playground: process.env.AGENTS_PLAYGROUND,
  /** webchat.js of botframework-webchat, likewise no dependency. */
  webChat: process.env.WEB_CHAT,
  /** A PostgreSQL in which the tests make schemas of their own, and remove them. */
  postgres: (await listens(POSTGRES)) ? POSTGRES : undefined,
};

/**
 * What the test needs, or the test is skipped and says so. With FORBID_SKIPS=1 (as in CI) a missing need fails.
 */
export function need(test: Mocha.Context, what: keyof typeof found): string {
  const value = found[what];
  if (value) return value;
  if (process.env.FORBID_SKIPS === '1') throw new Error(`${what} is not there, and FORBID_SKIPS=1`);
  console.log(`    skipped: no ${what} on this machine`);
  return test.skip();
}
