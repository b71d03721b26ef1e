import type { GuideIndex } from '../../knowledge/retrieval/guide-index.js';
import { type GuideSearch, searchGuide } from '../../knowledge/retrieval/guide-search.js';
import { rateOf } from '../safety/rate.js';
import type { Measure } from '../safety/score-triage.js';
import type { GuideQuestion } from './questions.js';

interface QuestionMiss {
  id: string;
  question: string;
  /** What went wrong: "refused", "answered from PAGE", "PAGE stands first". */
  fault: string;
}

export interface QuestionScore {
  measures: Measure[];
  misses: QuestionMiss[];
}

/** How well the guide's search finds the page for each question, and tells what the guide does not answer. */
export function scoreQuestions(index: GuideIndex, questions: readonly GuideQuestion[]): QuestionScore {
  const asked = questions.map((question) => ({ question, found: searchGuide(index, question.question, 3) }));
  const answered = asked.filter(({ question }) => question.answerable);
  const declined = asked.filter(({ question }) => !question.answerable);
  const isRight = ({ question, found }: (typeof asked)[number], among: number) =>
    found.hits.slice(0, among).some(({ page }) => question.pages.includes(page));
  const count = (list: typeof asked, holds: (each: (typeof asked)[number]) => boolean) =>
    rateOf(list.filter(holds).length, list.length);
  return {
    measures: [
      {
        name: 'right page first',
        rate: count(answered, (each) => isRight(each, 1)),
        goal: { atLeast: 0.85 },
      },
      {
        name: 'right page among three',
        rate: count(answered, (each) => isRight(each, 3)),
        goal: { atLeast: 0.96 },
      },
      {
        name: 'unanswerable refused',
        rate: count(declined, ({ found }) => !found.answerable),
        goal: { atLeast: 0.92 },
      },
      {
        name: 'answerable refused',
        rate: count(answered, ({ found }) => !found.answerable),
        goal: { atMost: 0.04 },
      },
    ],
    misses: asked.flatMap(({ question, found }) => {
      const fault = faultOf(question, found);
      return fault === undefined ? [] : [{ id: question.id, question: question.question, fault }];
    }),
  };
}

function faultOf({ answerable, pages }: GuideQuestion, found: GuideSearch): string | undefined {
  const first = found.hits[0]?.page ?? 'nothing';
  if (!answerable) return found.answerable ? `answered from ${first}` : undefined;
  if (!found.answerable) return 'refused';
  return pages.includes(first) ? undefined : `${first} stands first, not ${pages.join(' or ')}`;
}
