import { z } from 'zod';
import type { AnswerModel } from '../../knowledge/answers/answer.js';
import type { WordedSentence } from '../../knowledge/answers/check-answer.js';
import { answerPrompt } from './answer-prompt.js';
import { FinishedElements } from './finished-elements.js';
import type { ModelCalls } from './model-calls.js';

const sentenceForm = z.object({ text: z.string(), passages: z.array(z.number()) });
const answerForm = z.object({ sentences: z.array(sentenceForm) });

/** A chat model that words answers from passages of the guide. */
export function createAnswerModel(calls: ModelCalls): AnswerModel {
  return {
    async word({ question, passages, budget, until, onSentence }) {
      const onPiece = onSentence && sentencesTo(onSentence);
      const answer = await calls.ask(answerPrompt(question, passages), answerForm, {
        budget,
        until,
        onPiece,
      });
      return answer?.sentences;
    },
  };
}

/** What is no sentence is left to the reading of the whole, which refuses it. */
function sentencesTo(onSentence: (sentence: WordedSentence) => void): (piece: string) => void {
  const elements = new FinishedElements();
  return (piece) => {
    for (const element of elements.take(piece)) {
      const sentence = sentenceIn(element);
      if (sentence) onSentence(sentence);
    }
  };
}

function sentenceIn(json: string): WordedSentence | undefined {
  try {
    return sentenceForm.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
