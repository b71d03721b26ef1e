import { z } from 'zod';
import type { FindingProposer } from '../../knowledge/symptoms/proposals/proposal.js';
import { findingPrompt, type NamedConcept } from './finding-prompt.js';
import type { ModelCalls } from './model-calls.js';

const findingForm = z.object({
  findings: z.array(z.object({ concept: z.string(), quote: z.string() })),
});

/** A chat model that points at words which may tell of one of these concepts. What becomes of it, code decides. */
export function createFindingModel(calls: ModelCalls, concepts: readonly NamedConcept[]): FindingProposer {
  return {
    async propose(text, budget) {
      return (await calls.ask(findingPrompt(text, concepts), findingForm, { budget }))?.findings ?? [];
    },
  };
}
