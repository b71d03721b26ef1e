import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { projectPath } from '../../knowledge/data-file.js';

export interface ServerProcess {
  url: string;
  port: number;
  process: ChildProcess;
  /** Everything the server wrote. */
  output(): string;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The built server, as `npm start` runs it. Resolves once it is ready. */
export async function startServerProcess(settings: Record<string, string>): Promise<ServerProcess> {
  const port = Number(settings.PORT ?? (await freePort()));
  const child = spawn(process.execPath, [projectPath('dist', 'index.js')], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...settings, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([
    untilReady(url),
    ended.then((code) => {
      throw new Error(`the server ended with ${code}: ${output}`);
    }),
  ]);
  return {
    url,
    port,
    process: child,
    output: () => output,
    kill(signal = 'SIGKILL') {
      child.kill(signal);
      return ended;
    },
  };
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
