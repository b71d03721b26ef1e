import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openLowdbDirectory } from '../../services/therapists/lowdb/lowdb-directory.js';
import type { Therapist } from '../../services/therapists/therapist.js';
import { oracle } from '../../test/services/therapists/match/oracle.js';
import { makeTherapists } from './make-therapists.js';
import { queriesIn, timeMatches } from './queries.js';
import { townsOf } from './towns.js';

const LARGE = 50_000;
const SMALL = 500;
const EDITS = 10;

/** The directory in a file: from start to first match, matching beside a look at every record, one edit. */
export async function benchFile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-directory-'));
  try {
    const { towns, crowded, thin } = townsOf(LARGE);
    const all = [...makeTherapists(towns)];
    const file = join(folder, 'large.json');
    writeFileSync(file, directoryText(all));
    console.log(`${LARGE.toLocaleString('en')} therapists in a file`);
    console.table({
      'server, first start': await timeStart(file, join(folder, 'data')),
      'server, another start': await timeStart(file, join(folder, 'data')),
    });
    const directory = await openLowdbDirectory(file, { snapshots: join(folder, 'snapshots') });
    await directory.size();
    const queries = [...queriesIn(crowded, 4000), ...queriesIn(thin, 1000)];
    const now = new Date();
    console.table({
      'index, town of 2,500 and thin country': await timeMatches(directory.match, queries),
      'a look at every record': await timeMatches((query) => oracle(all, query, now), queriesIn(crowded, 40)),
    });
    await directory.close();
    const few = join(folder, 'small.json');
    writeFileSync(few, directoryText(all.slice(0, SMALL)));
    console.table({
      [`one edit of ${LARGE.toLocaleString('en')}`]: await timeEdits(file, all[7] as Therapist, folder),
      [`one edit of ${SMALL}`]: await timeEdits(few, all[7] as Therapist, folder),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function directoryText(therapists: readonly Therapist[]): string {
  return JSON.stringify({ version: 1, therapists });
}

/** Milliseconds from the start of the process until the health route answers, and until all is ready. */
async function timeStart(file: string, dataDir: string): Promise<Record<string, string>> {
  const port = await freePort();
  const before = performance.now();
  const server = spawn(process.execPath, ['dist/index.js'], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: dataDir,
      DIRECTORY_FILE: file,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const until = async (route: string) => {
    while (server.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}${route}`).catch(() => undefined);
      if (answer?.status === 200) return `${(performance.now() - before).toFixed(0)}`;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the server ended before it was ready');
  };
  try {
    return {
      'health route after ms': await until('/healthz'),
      'ready for a match after ms': await until('/readyz'),
    };
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'close');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Each edit is on the disk when it returns; the delay is how long nothing else could run meanwhile. */
async function timeEdits(
  file: string,
  therapist: Therapist,
  folder: string,
): Promise<Record<string, string>> {
  const directory = await openLowdbDirectory(file, { snapshots: join(folder, 'snapshots') });
  await directory.size();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  delay.enable();
  for (let edit = 0; edit < EDITS; edit++) {
    const before = performance.now();
    await directory.upsert([{ ...therapist, name: `Therapist of edit ${edit}` }]);
    times.push(performance.now() - before);
  }
  delay.disable();
  await directory.close();
  times.sort((a, b) => a - b);
  return {
    'median ms': (times[EDITS / 2] ?? 0).toFixed(1),
    'longest ms': (times.at(-1) ?? 0).toFixed(1),
    'longest standstill ms': (delay.max / 1e6).toFixed(1),
  };
}
