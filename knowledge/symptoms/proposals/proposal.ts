import type { ModelBudget } from '../../model-budget.js';

/** What a model thinks that a message says: a concept of the lexicon, and the patient's own words for it. */
export interface Proposal {
  concept: string;
  /** Copied from the message, letter by letter. */
  quote: string;
}

/**
 * A model that reads a message beside the rules, behind a deadline, a cap and a breaker; the adapter is
 * services/model. It may find what the lexicon has no words for. It never throws, and proposes nothing where it failed.
 */
export interface FindingProposer {
  propose(text: string, budget?: ModelBudget): Promise<readonly Proposal[]>;
}
