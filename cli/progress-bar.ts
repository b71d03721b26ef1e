import type { WriteStream } from 'node:tty';

const WIDTH = 30;
const EVERY_MS = 100;

/** A bar that fills on one line of a terminal; anywhere else (a file, a pipe) nothing is written. */
export function progressBar(
  total: number,
  stream: Pick<WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = performance.now.bind(performance),
): { show(done: number, words: string): void; clear(): void } {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(done, words) {
      if (!stream.isTTY || now() - shownAt < EVERY_MS) return;
      shownAt = now();
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const full = Math.round(share * WIDTH);
      const bar = `${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}`;
      stream.write(`\r\x1b[K[${bar}] ${String(Math.floor(share * 100)).padStart(3)}% ${words}`);
    },
    clear() {
      if (stream.isTTY && shownAt >= 0) stream.write('\r\x1b[K');
    },
  };
}
