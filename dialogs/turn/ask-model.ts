import type { ModelBudget } from '../../knowledge/model-budget.js';
import { AskedOnce } from './asked-once.js';
import type { Turn } from './turn.js';

/**
 * Some two hundred answers of a chat model. Whoever asks more, a script above all, is served by the rules and by the guide's
 * own sentences from then on: nobody loses anything but the wording.
 */
const TOKENS_A_CONVERSATION = 400_000;

/** Asks a model once for a turn, however often the turn runs, and within what the conversation may spend. */
export async function askModel<T>(
  { context, record }: Turn,
  what: string,
  ask: (budget: ModelBudget) => Promise<T>,
): Promise<T> {
  const before = record.modelTokens ?? 0;
  const { answer, spent } = await AskedOnce.of(context).answer(what, async () => {
    let spent = 0;
    const answer = await ask({
      isLeft: () => before + spent < TOKENS_A_CONVERSATION,
      spend(tokens) {
        spent += tokens;
      },
    });
    return { answer, spent };
  });
  if (spent > 0) record.modelTokens = before + spent;
  return answer;
}
