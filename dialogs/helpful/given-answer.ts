import { counterOf, type Verdict } from './counter.js';

/** An answer from the guide that a patient may say something of. */
export interface GivenAnswer {
  id: string;
  /** Ids of the passages that it cites. */
  passages: string[];
  verdict?: Verdict;
}

/** Who says something of an older answer is thanked, and nothing is counted. */
const MOST_REMEMBERED = 20;

export function withAnswer(
  given: readonly GivenAnswer[] | undefined,
  id: string,
  passages: readonly string[],
): GivenAnswer[] {
  return [...(given ?? []), { id, passages: [...new Set(passages)] }].slice(-MOST_REMEMBERED);
}

/**
 * One verdict for each answer: another one takes the first one's place.
 * @returns by how much each counter moves; undefined where there is no such answer
 */
export function judge(
  given: readonly GivenAnswer[] | undefined,
  id: string,
  verdict: Verdict,
): { given: GivenAnswer[]; counts: Record<string, number> } | undefined {
  const answer = given?.find((each) => each.id === id);
  if (!given || !answer) return undefined;
  const counts: Record<string, number> = {};
  if (answer.verdict !== verdict) {
    for (const passage of answer.passages) {
      counts[counterOf(passage, verdict)] = 1;
      if (answer.verdict) counts[counterOf(passage, answer.verdict)] = -1;
    }
  }
  return { given: given.map((each) => (each === answer ? { ...answer, verdict } : each)), counts };
}
