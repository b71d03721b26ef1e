import type { Passage } from '../guide/passage.js';
import type { ModelBudget } from '../model-budget.js';

/** One sentence or two, and the passages it rests on (indexes into `Answer.passages`). */
export interface AnswerStatement {
  text: string;
  passages: number[];
}

export type Answer =
  | {
      kind: 'answered';
      statements: AnswerStatement[];
      passages: Passage[];
      /** template: the guide's own sentences. model: worded by a model from the passages, then checked. */
      wordedBy: 'template' | 'model';
    }
  | { kind: 'not_covered' };

/** Answers a question from the guide, or says that the guide does not cover it. Never throws for a question. */
export interface Answerer {
  answer(question: string, budget?: ModelBudget): Promise<Answer>;
}

/**
 * A chat model behind a deadline, a cap and a breaker. The adapter is services/model.
 * Returns sentences with the numbers (1-based) of the passages each rests on; undefined where the model
 * failed, for whatever reason.
 */
export interface AnswerModel {
  word(request: {
    question: string;
    passages: Passage[];
    budget?: ModelBudget;
  }): Promise<{ text: string; passages: number[] }[] | undefined>;
}
