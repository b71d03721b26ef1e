import type { Answered } from '../../knowledge/answers/answer.js';
import { askIfHelpful } from '../helpful/helpful.js';
import { say } from '../phrases/phrases.js';
import { askModel } from '../turn/ask-model.js';
import { AskedOnce } from '../turn/asked-once.js';
import type { Turn } from '../turn/turn.js';
import { showUnfinishedOf } from '../turn/unfinished-view.js';
import type { ExplanationView } from '../views/view.js';
import { citation } from './citation.js';
import { rememberSources } from './open-source.js';

/** Answers a question from the guide, or says plainly that the guide does not cover it, if it should be said. */
export async function answerFromGuide(turn: Turn, question: string, sayNotCovered = true): Promise<void> {
  const { answerer } = turn.services;
  const showUnfinished = showUnfinishedOf(turn.context);
  const answer = await askModel(turn, `guide: ${question}`, (budget) =>
    answerer.answer(question, {
      budget,
      until: AskedOnce.of(turn.context).overtaken,
      ...(showUnfinished && { onWords: (soFar) => showUnfinished(answerView(soFar)) }),
    }),
  );
  if (answer.kind === 'not_covered') {
    if (sayNotCovered) await turn.say('anytime.not_covered');
  } else {
    const view = answerView(answer);
    rememberSources(turn, view.citations);
    const helpful = askIfHelpful(turn, view);
    await turn.show({ ...view, ...(helpful && { helpful }) });
  }
}

function answerView({ statements, passages, wordedBy }: Answered): ExplanationView {
  return {
    kind: 'explanation',
    title: say('anytime.sources'),
    sections: [
      {
        statements: statements.map(({ text, passages: cited }) => ({
          text,
          citations: cited.map((index) => index + 1),
        })),
      },
    ],
    citations: passages.map(citation),
    ...(wordedBy === 'model' && { aiGenerated: true }),
  };
}
