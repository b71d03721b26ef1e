import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectPath } from '../knowledge/data-file.js';
import { barChart } from './safety/chart.js';
import { inWords, percent } from './safety/rate.js';
import { safetyReport } from './safety/report.js';
import { scoreContext } from './safety/score-context.js';
import { isReached, scoreTriage, type TriageScore } from './safety/score-triage.js';
import { outsideTriageSets, ownTriageSet } from './safety/triage-sets.js';

/**
 * How well the safety rules do on our own messages and on the sets of others in a folder. Prints every figure and
 * every miss, and writes docs/safety.md.
 *
 *   npm run eval:safety [-- --data FOLDER]
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });

const own = scoreTriage(ownTriageSet());
const outside = values.data ? outsideTriageSets(values.data).map(scoreTriage) : [];
const context = values.data ? scoreContext(values.data) : undefined;

for (const score of [own, ...outside]) print(score);
if (context) {
  console.log(`\n${context.name}: F1 of Negated ${context.f1.toFixed(3)}`);
  console.log(`  precision ${inWords(context.precision)}\n  recall ${inWords(context.recall)}`);
  for (const { id, gold, term, sentence } of context.misses)
    console.log(`  ${id} ${gold}: ${term} | ${sentence}`);
}
writeFileSync(projectPath('docs', 'safety.md'), safetyReport(own, outside, context));
writeFileSync(projectPath('docs', 'safety-own.svg'), barChart('Our own messages', own.measures));
console.log('\nwritten: docs/safety.md, docs/safety-own.svg');

function print({ set, measures, misses }: TriageScore): void {
  console.log(`\n${set.name}: ${set.cases.length}`);
  for (const measure of measures) {
    const limit = 'atLeast' in measure.goal ? measure.goal.atLeast : measure.goal.atMost;
    const reached = isReached(measure) ? '' : `   NOT REACHED (${percent(limit)} %)`;
    console.log(`  ${measure.name}: ${inWords(measure.rate)}${reached}`);
  }
  for (const { id, gold, called, rules, text } of misses)
    console.log(`  ${id} ${gold} -> ${called} [${rules.join(', ')}] ${text}`);
}
