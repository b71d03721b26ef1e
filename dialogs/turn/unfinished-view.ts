import type { TurnContext } from 'botbuilder-core';
import type { View } from '../views/view.js';

/** Shows a view that is still being worded. It is no part of what the turn commits, which takes its place. */
export type ShowUnfinished = (view: View) => void;

const SHOW_UNFINISHED = Symbol('show unfinished');

/** Hands it to one attempt at the turn, where the client shows words as they come. */
export function giveShowUnfinished(context: TurnContext, show: ShowUnfinished): void {
  context.turnState.set(SHOW_UNFINISHED, show);
}

/** Undefined: the client waits for what is committed. */
export function showUnfinishedOf(context: TurnContext): ShowUnfinished | undefined {
  return context.turnState.get<ShowUnfinished | undefined>(SHOW_UNFINISHED);
}
