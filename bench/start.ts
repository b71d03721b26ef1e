import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * How long the server takes from its start until it says that it listens, on an empty data folder and without
 * a model: the median of some starts, after one that warms the disk cache. Processor time counts all threads;
 * it is known on Linux only, and is the steadier figure where the machine does other things too.
 *
 *   npm run bench:start [-- --starts 5]
 */
const { values } = parseArgs({ options: { starts: { type: 'string', default: '5' } } });
const STARTS = Number(values.starts);
const CLOCK_TICK_MS = 10;

interface Start {
  wallMs: number;
  cpuMs: number;
}

await start();
const starts: Start[] = [];
for (let count = 0; count < STARTS; count++) starts.push(await start());
for (const { wallMs, cpuMs } of starts) {
  console.log(`${wallMs.toFixed(0)} ms, processor ${cpuMs.toFixed(0)} ms`);
}
const wall = median(starts.map(({ wallMs }) => wallMs));
const cpu = median(starts.map(({ cpuMs }) => cpuMs));
console.log(`median until it listens: ${wall.toFixed(0)} ms, processor ${cpu.toFixed(0)} ms`);

async function start(): Promise<Start> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const before = performance.now();
  const server = spawn(process.execPath, ['dist/index.js'], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await untilListening(server);
    const wallMs = performance.now() - before;
    return { wallMs, cpuMs: processorMs(server) };
  } finally {
    server.kill('SIGKILL');
    await once(server, 'close');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function untilListening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(' listens on ')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it listened`)));
  });
}

/** Of the process and the helpers it has waited for; NaN where the system does not tell. */
function processorMs({ pid }: ChildProcess): number {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const ticks = afterName.split(' ').slice(11, 15).map(Number);
    return ticks.reduce((sum, each) => sum + each, 0) * CLOCK_TICK_MS;
  } catch {
    return Number.NaN;
  }
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
