import { z } from 'zod';
import { contextOf } from '../../knowledge/symptoms/context/context-of.js';

export const contextRequestSchema = z.object({
  id: z.union([z.string(), z.number()]),
  sentence: z.string(),
  term: z.string(),
});

/** How a sentence treats a term, whatever the term is. */
export function answerContext({ id, sentence, term }: z.infer<typeof contextRequestSchema>): object {
  const { status, temporality, experiencer } = contextOf(sentence, term);
  return { id, status, temporality, experiencer };
}
