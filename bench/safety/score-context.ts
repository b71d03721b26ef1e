import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contextOf } from '../../knowledge/symptoms/context/context-of.js';
import { type Rate, rateOf } from './rate.js';

const row = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  term: z.string(),
  sentence: z.string(),
  negation: z.enum(['Negated', 'Affirmed']),
});

export interface ContextScore {
  name: string;
  about: string;
  precision: Rate;
  recall: Rate;
  f1: number;
  misses: { id: string; term: string; sentence: string; gold: string }[];
}

/** How well negation is read in hospital notes; undefined where the set is not in the folder. */
export function scoreContext(folder: string): ContextScore | undefined {
  const file = join(folder, 'negation', 'negex-dev.jsonl');
  if (!existsSync(file)) return undefined;
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)))
    .map((each) => ({ ...each, isAbsent: contextOf(each.sentence, each.term).status === 'absent' }));
  const negated = cases.filter(({ negation }) => negation === 'Negated');
  const called = cases.filter(({ isAbsent }) => isAbsent);
  const both = negated.filter(({ isAbsent }) => isAbsent).length;
  return {
    name: 'NegEx sentences',
    about:
      'chapmanbe/negex, Apache-2.0: sentences of hospital notes with a term in each. “Always affirmed” is right 79 % of the time, hence the F1 of Negated. The published Java NegEx reaches 0.947 on them.',
    precision: rateOf(both, called.length),
    recall: rateOf(both, negated.length),
    f1: (2 * both) / (called.length + negated.length),
    misses: cases
      .filter(({ negation, isAbsent }) => (negation === 'Negated') !== isAbsent)
      .map(({ id, term, sentence, negation }) => ({ id, term, sentence, gold: negation })),
  };
}
