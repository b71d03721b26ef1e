import type { TurnContext } from 'botbuilder-core';

const ASKED = Symbol('asked once');

/**
 * What was asked of a model for one message. A turn that lost its commit runs again, and finds the answer here: a
 * model is slow, costs money, and might say something else the second time.
 */
export class AskedOnce {
  private readonly answers = new Map<string, Promise<unknown>>();

  /** `overtaken` is aborted once the same person has written again and waits: words can be spared then. */
  constructor(readonly overtaken: AbortSignal = new AbortController().signal) {}

  static of(context: TurnContext): AskedOnce {
    return context.turnState.get<AskedOnce>(ASKED) ?? new AskedOnce();
  }

  /** Hands it to one attempt at the turn. */
  giveTo(context: TurnContext): void {
    context.turnState.set(ASKED, this);
  }

  answer<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(question) as Promise<T> | undefined;
    if (known) return known;
    const answer = ask();
    this.answers.set(question, answer);
    return answer;
  }
}
