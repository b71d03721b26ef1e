import { inWords, percent } from './rate.js';
import type { ContextScore } from './score-context.js';
import { isReached, type Measure, type Miss, type TriageScore } from './score-triage.js';

/** docs/safety.md. Misses of outside sets are named by their id only: their texts are not ours to print. */
export function safetyReport(
  own: TriageScore,
  outside: readonly TriageScore[],
  context?: ContextScore,
): string {
  return `# How well danger is seen

Written by \`npm run eval:safety\`; do not edit. Shares stand with their 95 % interval (Wilson).

${own.set.about}

${table(own.measures)}

![Our own messages](safety-own.svg)

${own.misses.length === 0 ? 'No message is called otherwise than its label.' : missList(own.misses)}

## Sets of others
${outside.length === 0 ? '\nNone was given: `npm run eval:safety -- --data FOLDER`.\n' : outside.map(outsideSection).join('')}${context ? contextSection(context) : ''}
## What these figures do not say
- Nobody has seen a patient. Labels were given by engineers or derived from a diagnosis, not by a panel of clinicians.
- Figures that others publish for symptom checkers and chatbots rest on other vignettes, read by people who typed them
  in; they are left out, since they could not be compared.
`;
}

function outsideSection({ set, measures, misses }: TriageScore): string {
  const named = misses.map(({ id, gold, called }) => `${id} (${gold}, called ${called})`).join(', ');
  return `
### ${set.name}
${set.about}

${table(measures)}

${misses.length === 0 ? 'No misses.' : `<details><summary>${misses.length} called otherwise</summary>\n\n${named}\n\n</details>`}
`;
}

function contextSection({ name, about, precision, recall, f1, misses }: ContextScore): string {
  return `
### ${name}
${about}

| | |
|---|---|
| F1 of Negated (at least 0.95) | ${f1.toFixed(3)} |
| precision | ${inWords(precision)} |
| recall | ${inWords(recall)} |

<details><summary>${misses.length} read otherwise</summary>

${misses.map(({ id, gold }) => `${id} (${gold})`).join(', ')}

</details>
`;
}

function table(measures: readonly Measure[]): string {
  return `| measure | found | to reach | |
|---|---|---|---|
${measures.map((measure) => `| ${measure.name} | ${inWords(measure.rate)} | ${goalOf(measure)} | ${isReached(measure) ? 'reached' : 'not reached'} |`).join('\n')}`;
}

function goalOf({ goal }: Measure): string {
  return 'atLeast' in goal ? `at least ${percent(goal.atLeast)} %` : `at most ${percent(goal.atMost)} %`;
}

function missList(misses: readonly Miss[]): string {
  return misses
    .map(({ id, gold, called, text }) => `- ${id}: ${gold}, called ${called}: ${text.replace(/\s+/g, ' ')}`)
    .join('\n');
}
