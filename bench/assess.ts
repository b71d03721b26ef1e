import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { projectPath } from '../knowledge/data-file.js';

/**
 * How long one message takes from its words to its assessment, what 100 KB of anything costs, and what lexicon and
 * rules hold in memory. The messages are those of test/data/triage.jsonl, joined until they are about 60 words long:
 * denser with symptoms than what people write, so the figures are on the safe side.
 *
 *   npm run bench:assess [-- --rounds 20]
 */
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 20;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const { assessText } = await import('../knowledge/safety/assess-text.js');
const before = heldMegabytes();
assessText('hello');
const loaded = heldMegabytes();
assessText('my clof is sworen and my chets hurrts');
const withSpelling = heldMegabytes();

const messages = readFileSync(projectPath('test', 'data', 'triage.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);
const sixtyWords = joinedTo(60, messages);
const plain = messages.filter((text) => text.split(/\s+/).length <= 40);

console.table({
  'as people write, to 40 words': spread(plain),
  'about 60 words, dense': spread(sixtyWords),
});

const size = 100_000;
const fill = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
const large: Record<string, string> = {
  'one letter': fill('a'),
  'words of one letter': fill('a '),
  'no no no': fill('no '),
  commas: fill('pain, '),
  digits: fill('0123456789 '),
  emoji: fill('😀'),
  'marks on letters': fill('e\u0301\u0302'),
  brackets: fill('(['),
  'misspelt words': fill('swolen chets paine dizy nummb '),
  'one sentence again': fill('my calf is swollen and hot after a flight. '),
  'our messages end to end': fill(messages.join('\n')),
};
console.table(
  Object.fromEntries(
    Object.entries(large).map(([name, text]) => {
      assessText(text);
      return [`100 KB: ${name}`, { 'median ms': median(timesOf(() => assessText(text), 5)).toFixed(1) }];
    }),
  ),
);
console.log(
  `memory: lexicon and rules ${(loaded - before).toFixed(1)} MB, ${(withSpelling - before).toFixed(1)} MB with the spelling index`,
);

function heldMegabytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function joinedTo(least: number, texts: readonly string[]): string[] {
  const joined: string[] = [];
  let current: string[] = [];
  for (const text of texts) {
    current.push(text);
    if (current.join(' ').split(/\s+/).length < least) continue;
    joined.push(current.join('. '));
    current = [];
  }
  return joined.filter((text) => text.split(/\s+/).length <= 80);
}

function spread(texts: readonly string[]): Record<string, string | number> {
  const warmUp = 5;
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const text of texts) {
      const taken = timesOf(() => assessText(text), 1);
      if (round >= warmUp) times.push(...taken);
    }
  }
  times.sort((a, b) => a - b);
  return {
    messages: texts.length,
    'median ms': median(times).toFixed(3),
    'p99 ms': (times[Math.floor(times.length * 0.99)] ?? 0).toFixed(3),
  };
}

function timesOf(run: () => void, count: number): number[] {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
