import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

export const supportSchema = z.strictObject({
  softening: words,
  hedges: words,
  negations: words,
  telling: z.array(words).min(1),
});

export interface SupportRules {
  softening: ReadonlySet<string>;
  hedges: ReadonlySet<string>;
  negations: ReadonlySet<string>;
  /** Each word that turns a sentence round, with the first of its group. */
  telling: ReadonlyMap<string, string>;
}

export function supportRules({
  softening,
  hedges,
  negations,
  telling,
}: z.infer<typeof supportSchema>): SupportRules {
  return {
    softening: new Set(softening),
    hedges: new Set(hedges),
    negations: new Set(negations),
    telling: new Map(
      telling.flatMap((group) => group.map((word): [string, string] => [word, group[0] ?? word])),
    ),
  };
}
