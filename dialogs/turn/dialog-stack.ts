import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import type { Dialog, DialogContext, DialogState } from 'botbuilder-dialogs';
import { DialogSet } from './dialog-classes.js';

const STACK = Symbol('dialog stack');
/** Under this name botbuilder-dialogs keeps, for one turn, the list of its kinds of memory. */
const MEMORY_KINDS = 'DialogStateManagerConfiguration';

/**
 * The dialogs and, for each turn, the stack of the conversation that it belongs to. One set serves all turns:
 * making one, and the list of the kinds of memory that goes with it, would take longer than most turns.
 */
export class DialogStack {
  private readonly set = new DialogSet(stackOfTurn);
  private memoryKinds: unknown;

  constructor(dialogs: readonly Dialog[]) {
    for (const dialog of dialogs) this.set.add(dialog);
  }

  async contextFor(context: TurnContext, state: ConversationState): Promise<DialogContext> {
    context.turnState.set(STACK, state.createProperty<DialogState>('dialogs'));
    if (this.memoryKinds) context.turnState.set(MEMORY_KINDS, this.memoryKinds);
    const dialogContext = await this.set.createContext(context);
    this.memoryKinds ??= context.turnState.get(MEMORY_KINDS);
    return dialogContext;
  }
}

function stackOf(context: TurnContext): StatePropertyAccessor<DialogState> {
  return context.turnState.get<StatePropertyAccessor<DialogState>>(STACK);
}

const stackOfTurn: StatePropertyAccessor<DialogState> = {
  get: (context: TurnContext, otherwise?: DialogState) =>
    stackOf(context).get(context, otherwise as DialogState),
  set: (context, value) => stackOf(context).set(context, value),
  delete: (context) => stackOf(context).delete(context),
};
