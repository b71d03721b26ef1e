import { inWords, percent } from '../safety/rate.js';
import { isReached } from '../safety/score-triage.js';
import type { QuestionScore } from './score-questions.js';

/** docs/retrieval-own.md: the figures for our own questions, and every miss. */
export function questionReport(
  { measures, misses }: QuestionScore,
  indexMs: number,
  queryMs: number,
): string {
  const rows = measures.map((measure) => {
    const goal =
      'atLeast' in measure.goal
        ? `at least ${percent(measure.goal.atLeast)} %`
        : `at most ${percent(measure.goal.atMost)} %`;
    return `| ${measure.name} | ${inWords(measure.rate)} | ${goal} | ${isReached(measure) ? 'reached' : '**not reached**'} |`;
  });
  return `# How well the guide answers

Written by \`npm run eval:guide\`; do not edit. Shares stand with their 95 % interval (Wilson).

test/data/questions.jsonl, written by hand for this project. Word lists and limits were chosen with it: it flatters them.

| measure | found | to reach | |
|---|---|---|---|
${rows.join('\n')}

![Our own questions](retrieval-own.svg)

The guide's index is built in ${indexMs.toFixed(0)} ms; a question takes ${queryMs.toFixed(2)} ms (median), on the machine that wrote this page.

${misses.length === 0 ? 'No question goes wrong.' : misses.map(({ id, question, fault }) => `- ${id}: ${question} (${fault})`).join('\n')}
`;
}
