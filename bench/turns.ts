import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ORDINARY_CONVERSATION } from './ordinary-conversation.js';

/**
 * Turns a second over HTTP with expectReplies: our server (durable, on LMDB) beside two bots on the same SDK,
 * in turn, round by round. Each server has one core to itself where the system has `taskset`.
 *
 *   npm run bench:turns [-- --seconds 8 --rounds 3 --connections 16 --warm-up 10]
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    'warm-up': { type: 'string', default: '10' },
  },
});
const SECONDS = Number(values.seconds);
const ROUNDS = Number(values.rounds);
const CONNECTIONS = Number(values.connections);
/** Until the compiler is done with what a turn runs; it shares the server's core. */
const WARM_UP_SECONDS = Number(values['warm-up']);

const PEERS = [
  { name: 'medical-massage-guide', command: ['dist/index.js'] },
  { name: 'echo bot', command: ['--import', 'tsx', 'bench/peers/echo-bot.ts'] },
  { name: 'waterfall bot', command: ['--import', 'tsx', 'bench/peers/waterfall-bot.ts'] },
];

interface Figures {
  turnsPerSecond: number;
  medianMs: number;
  p99Ms: number;
}

const rounds = new Map<string, Figures[]>(PEERS.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, command } of PEERS) rounds.get(name)?.push(await measure(command));
}
report();

async function measure(command: string[]): Promise<Figures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-turns-'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = start(command, {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
  });
  try {
    await untilListening(port);
    await load(port, WARM_UP_SECONDS);
    return figuresOf(await load(port, SECONDS));
  } finally {
    server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function start(command: string[], settings: Record<string, string>): ChildProcess {
  const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  const [program = '', ...rest] = [...(pinned ? ['taskset', '-c', '0'] : []), process.execPath, ...command];
  return spawn(program, rest, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await takesConnections(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens on port ${port}`);
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

/** Each connection holds one conversation after the other. @returns milliseconds of each turn. */
async function load(port: number, seconds: number): Promise<number[]> {
  const until = performance.now() + seconds * 1000;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const talk = async () => {
    while (performance.now() < until) {
      const conversation = crypto.randomUUID();
      for (const [index, text] of ORDINARY_CONVERSATION.entries()) {
        if (performance.now() >= until) break;
        const before = performance.now();
        await post(port, agent, message(conversation, index, text));
        times.push(performance.now() - before);
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, talk));
  agent.destroy();
  return times;
}

function message(conversation: string, index: number, text: string): object {
  return {
    type: 'message',
    id: `${conversation}-${index}`,
    channelId: 'emulator',
    serviceUrl: 'http://localhost:9999/',
    from: { id: 'user', role: 'user' },
    recipient: { id: 'bot' },
    conversation: { id: conversation },
    deliveryMode: 'expectReplies',
    locale: 'en-US',
    text,
  };
}

function post(port: number, agent: Agent, body: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const payload = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
    const sent = request(
      { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', agent, headers },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`status ${response.statusCode}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

function figuresOf(times: number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { turnsPerSecond: times.length / SECONDS, medianMs: at(0.5), p99Ms: at(0.99) };
}

function report(): void {
  const median = (numbers: number[]) =>
    [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  const rows = [...rounds].map(([name, figures]) => ({
    bot: name,
    'turns/s': Math.round(median(figures.map(({ turnsPerSecond }) => turnsPerSecond))),
    'median ms': median(figures.map(({ medianMs }) => medianMs)).toFixed(1),
    'p99 ms': median(figures.map(({ p99Ms }) => p99Ms)).toFixed(1),
  }));
  console.table(rows);
  const of = (name: string) => rows.find(({ bot }) => bot === name)?.['turns/s'] ?? Number.NaN;
  console.log(
    `share of the waterfall bot: ${(of('medical-massage-guide') / of('waterfall bot')).toFixed(2)}`,
  );
}
