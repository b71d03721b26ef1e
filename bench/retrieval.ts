import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectPath } from '../knowledge/data-file.js';
import { qualityChart } from './retrieval/chart.js';
import { engines } from './retrieval/engines/all.js';
import type { Measured } from './retrieval/measure.js';
import { mean } from './retrieval/quality.js';

/**
 * Our retrieval beside its peers on a collection in the form of BEIR, each in a process of its own: quality, index
 * time, query time, memory. Settings of ours were chosen on the queries at even places; those at odd places stand apart.
 *
 *   npm run bench:retrieval -- --data FOLDER [--chart FILE.svg] [--only NAME]
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, chart: { type: 'string' }, only: { type: 'string' } },
});
if (!values.data) {
  console.error('Name a folder with corpus.jsonl[.gz], queries.jsonl and qrels.tsv: --data FOLDER');
  process.exit(1);
}

const measured: Measured[] = [];
for (const { name } of engines) {
  if (values.only && !name.includes(values.only)) continue;
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', projectPath('bench', 'retrieval', 'measure.ts'), name, values.data],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
  );
  if (child.status !== 0) {
    console.error(`${name} failed`);
    process.exitCode = 1;
    continue;
  }
  measured.push(JSON.parse(child.stdout) as Measured);
}

console.table(
  Object.fromEntries(
    measured.map(({ name, questions, originals, indexMs, queryMs, heapMb }) => [
      name,
      {
        questions: mean(questions).toFixed(3),
        'odd places': mean(atOddPlaces(questions)).toFixed(3),
        'own words': mean(originals).toFixed(3),
        'odd places ': mean(atOddPlaces(originals)).toFixed(3),
        'index ms': indexMs.toFixed(0),
        'query ms': queryMs.median.toFixed(2),
        'p99 ms': queryMs.p99.toFixed(1),
        'heap MB': heapMb.toFixed(0),
      },
    ]),
  ),
);
for (const { name, setting } of measured) console.log(`${name}: ${setting}`);
if (values.chart) {
  writeFileSync(values.chart, qualityChart(measured));
  console.log(`written: ${values.chart}`);
}

function atOddPlaces(qualities: readonly number[]): number[] {
  return qualities.filter((_, place) => place % 2 === 1);
}
