import type { Passage } from '../guide/passage.js';
import type { ModelBudget } from '../model-budget.js';
import type { WordedSentence } from './check-answer.js';

/** One sentence or two, and the passages it rests on (indexes into `Answer.passages`). */
export interface AnswerStatement {
  text: string;
  passages: number[];
}

export interface Answered {
  kind: 'answered';
  statements: AnswerStatement[];
  /** In the order in which they are cited. */
  passages: Passage[];
  /** template: the guide's own sentences. model: worded by a model from the passages, then checked. */
  wordedBy: 'template' | 'model';
}

export type Answer = Answered | { kind: 'not_covered' };

interface AnswerOptions {
  budget?: ModelBudget;
  /** Once aborted no model is waited for any longer: the template answers at once. */
  until?: AbortSignal;
  /**
   * Shown the answer as far as a model has worded it, each time another sentence has passed the check. It is
   * provisional: what `answer` gives in the end may be another one, worded by the template.
   */
  onWords?: (soFar: Answered) => void;
}

/** Answers a question from the guide, or says that the guide does not cover it. Never throws for a question. */
export interface Answerer {
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
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
    until?: AbortSignal;
    /** Told each sentence as soon as it is whole, unchecked, where the model's words can be had as they come. */
    onSentence?: (sentence: WordedSentence) => void;
  }): Promise<WordedSentence[] | undefined>;
}
