import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

/** A process that holds one stop open until it is told on stdin, or does what `mode` says. */
function start(mode: string): {
  child: ChildProcess;
  said: (text: string) => Promise<void>;
  ended: Promise<number | null>;
  all: () => string;
} {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./signalled-process.ts', import.meta.url)), mode],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  const watchers: (() => void)[] = [];
  const take = (chunk: Buffer) => {
    output += chunk.toString();
    for (const look of watchers) look();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return {
    child,
    all: () => output,
    ended: new Promise((resolve) => child.once('close', (code) => resolve(code))),
    said: (text) =>
      new Promise((resolve) => {
        const look = () => output.includes(text) && resolve();
        watchers.push(look);
        look();
      }),
  };
}

describe('a signalled process', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`stops gracefully on ${signal}`, async () => {
      const { child, said, ended, all } = start('hold');
      await said('ready');
      child.kill(signal);
      await said('stopping');
      child.stdin?.write('finish\n');
      expect(await ended).to.equal(0);
      expect(all()).to.include('stopped');
    });
  }

  it('ends at once on a second signal', async () => {
    const { child, said, ended, all } = start('hold');
    await said('ready');
    child.kill('SIGTERM');
    await said('stopping');
    child.kill('SIGINT');
    expect(await ended).to.equal(1);
    expect(all()).to.not.include('stopped');
  });

  it('ends with a failure where the stop fails, without repeating why', async () => {
    const { child, said, ended, all } = start('fail');
    await said('ready');
    child.kill('SIGTERM');
    expect(await ended).to.equal(1);
    expect(all()).to.include('process.stop.failed').and.not.include('swollen');
  });

  it('lives on after a forgotten promise, without repeating its words', async () => {
    const { child, said, ended, all } = start('reject');
    await said('process.rejection.unhandled');
    await said('still here');
    child.kill('SIGTERM');
    await said('stopping');
    child.stdin?.write('finish\n');
    expect(await ended).to.equal(0);
    expect(all()).to.not.include('swollen');
  });

  it('ends after an error nobody caught, without repeating its words', async () => {
    const { ended, all } = start('throw');
    expect(await ended).to.equal(1);
    expect(all()).to.include('process.exception.uncaught').and.not.include('swollen');
  });
});
