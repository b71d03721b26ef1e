import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectPath } from '../knowledge/data-file.js';
import { loadGuide } from '../knowledge/guide/load-guide.js';
import { buildGuideIndex } from '../knowledge/retrieval/guide-index.js';
import { searchGuide } from '../knowledge/retrieval/guide-search.js';
import { readQuestions } from './guide/questions.js';
import { questionReport } from './guide/report.js';
import { scoreQuestions } from './guide/score-questions.js';
import { quantile } from './retrieval/quality.js';
import { barChart } from './safety/chart.js';
import { inWords, percent } from './safety/rate.js';
import { isReached } from './safety/score-triage.js';

/**
 * Whether the guide's search finds the right page and refuses what the guide does not answer. Prints every figure and
 * every miss; for our own questions writes docs/retrieval-own.md.
 *
 *   npm run eval:guide [-- --questions FILE.jsonl]
 */
const { values } = parseArgs({ options: { questions: { type: 'string' } } });
const questions = readQuestions(values.questions ?? projectPath('test', 'data', 'questions.jsonl'));
const { passages } = loadGuide();

const builds = Array.from({ length: 5 }, () => timed(() => buildGuideIndex(passages)));
const index = buildGuideIndex(passages);
const queries = [0, 1, 2].flatMap(() =>
  questions.map(({ question }) => timed(() => searchGuide(index, question, 5))),
);
const indexMs = quantile(builds, 0.5);
const queryMs = quantile(queries, 0.5);

const score = scoreQuestions(index, questions);
for (const measure of score.measures) {
  const limit = 'atLeast' in measure.goal ? measure.goal.atLeast : measure.goal.atMost;
  const reached = isReached(measure) ? '' : `   NOT REACHED (${percent(limit)} %)`;
  console.log(`${measure.name}: ${inWords(measure.rate)}${reached}`);
}
console.log(`index ${indexMs.toFixed(1)} ms, question ${queryMs.toFixed(3)} ms (median)`);
for (const { id, question, fault } of score.misses) console.log(`  ${id}: ${question} (${fault})`);
if (!values.questions) {
  writeFileSync(projectPath('docs', 'retrieval-own.md'), questionReport(score, indexMs, queryMs));
  writeFileSync(projectPath('docs', 'retrieval-own.svg'), barChart('Our own questions', score.measures));
  console.log('written: docs/retrieval-own.md, docs/retrieval-own.svg');
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
