import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Measured {
  rows: number;
  seconds: number;
  /** The most memory the process ever held, in MB. */
  megabytes: number;
}

/** Runs a script of this folder in a process of its own, whose last line is a `Measured`. */
export function measure(script: string, ...given: string[]): Measured {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', path, ...given], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ${given.join(' ')}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

/** Prints what a script measured; its last act. */
export function report(rows: number, startedAt: number): void {
  const seconds = (performance.now() - startedAt) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ rows, seconds, megabytes } satisfies Measured)}\n`);
}

export function speedOf({ rows, seconds, megabytes }: Measured, file: string): Record<string, string> {
  return {
    'MB/s': (statSync(file).size / 1e6 / seconds).toFixed(0),
    'rows/s': Math.round(rows / seconds).toLocaleString('en'),
    'peak MB': megabytes.toFixed(0),
  };
}

/** Writes a file of many rows without holding it. */
export function writeRows(path: string, header: string, count: number, row: (index: number) => string): void {
  const file = openSync(path, 'w');
  let text = header;
  for (let index = 0; index < count; index++) {
    text += row(index);
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}
