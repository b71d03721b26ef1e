import { z } from 'zod';
import type { AnswerModel } from '../../knowledge/answers/answer.js';
import { answerPrompt } from './answer-prompt.js';
import type { ModelCalls } from './model-calls.js';

const answerForm = z.object({
  sentences: z.array(z.object({ text: z.string(), passages: z.array(z.number()) })),
});

/** A chat model that words answers from passages of the guide. */
export function createAnswerModel(calls: ModelCalls): AnswerModel {
  return {
    async word({ question, passages, budget }) {
      return (await calls.ask(answerPrompt(question, passages), answerForm, budget))?.sentences;
    },
  };
}
