import { type Activity, fields } from '../direct-line/activity.js';

/** What the person said of answers, whether they helped: the choice, by the question's id. */
export type Verdicts = Readonly<Record<string, string>>;

/** As dialogs/helpful/helpful.ts names it. */
export const helpfulEvent = 'helpful';

/** The server gives back what it took, so that it is there after a reload too. */
export function verdictsAfter(verdicts: Verdicts, { type, name, value }: Activity): Verdicts {
  const { question, choice } = fields(value);
  const isVerdict = type === 'event' && name === helpfulEvent;
  if (!isVerdict || typeof question !== 'string' || typeof choice !== 'string') return verdicts;
  return { ...verdicts, [question]: choice };
}

/** @param choice undefined: it could not be told */
export function withVerdict(verdicts: Verdicts, question: string, choice: string | undefined): Verdicts {
  if (choice !== undefined) return { ...verdicts, [question]: choice };
  const { [question]: _, ...others } = verdicts;
  return others;
}
