import type { Answer } from '../../knowledge/answers/answer.js';
import type { Passage } from '../../knowledge/guide/passage.js';
import { say } from '../phrases/phrases.js';
import type { Turn } from '../turn/turn.js';
import type { Citation, ExplanationView } from '../views/view.js';

/** Answers a question from the guide, or says plainly that the guide does not cover it. */
export async function answerFromGuide(turn: Turn, question: string): Promise<void> {
  const answer = await turn.services.answerer.answer(question);
  if (answer.kind === 'not_covered') await turn.say('anytime.not_covered');
  else await turn.show(answerView(answer));
}

function answerView({
  statements,
  passages,
  wordedBy,
}: Extract<Answer, { kind: 'answered' }>): ExplanationView {
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

/** A passage as a numbered citation. */
export function citation(passage: Passage, index: number): Citation {
  return {
    number: index + 1,
    passage: passage.id,
    title: passage.pageTitle,
    heading: passage.heading,
    text: passage.text,
    ...(passage.evidence && { evidence: passage.evidence }),
    sources: passage.sources.map(({ title, year, doi, publisher }) =>
      [title, publisher, year, doi && `doi ${doi}`].filter(Boolean).join(', '),
    ),
  };
}
