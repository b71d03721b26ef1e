import { clip, oneLine } from '../shown-text.js';
import type { CardAction, CardElement } from './card.js';

/** Clients show five actions in a row and hide or drop the others. */
const mostActionsInARow = 5;
const longestTitle = 100;
/** Letters that fit the width of a card on a telephone; a button's edges take as much as four. */
const widestRow = 42;
const buttonMargin = 4;

/** `data` comes back as the `value` of the message that the press sends: see bots/inbound. */
export function submit(
  title: string,
  data: Record<string, unknown>,
  more: Record<string, unknown> = {},
): CardAction {
  return { type: 'Action.Submit', title: clip(oneLine(title), longestTitle), data, ...more };
}

/** @param url must have passed `safeUrl` or `telephoneUrl`. */
export function openUrl(title: string, url: string, more: Record<string, unknown> = {}): CardAction {
  return { type: 'Action.OpenUrl', title: clip(oneLine(title), longestTitle), url, ...more };
}

export function actionRow(actions: CardAction[], more: Record<string, unknown> = {}): CardElement[] {
  return actions.length > 0 ? [{ type: 'ActionSet', actions, ...more }] : [];
}

/** Rows of actions of about the same length: short titles side by side, long ones each on its own line. */
export function actionRows(actions: readonly CardAction[]): CardElement[] {
  const rowsNeeded = packed(actions, mostActionsInARow).length;
  const inARow = Math.ceil(actions.length / Math.max(1, rowsNeeded));
  return packed(actions, inARow).flatMap((row, at) => actionRow(row, at > 0 ? { spacing: 'Small' } : {}));
}

/** In order, as many in a row as fit a narrow card. */
function packed(actions: readonly CardAction[], mostInARow: number): CardAction[][] {
  const rows: CardAction[][] = [];
  let width = 0;
  for (const action of actions) {
    const row = rows.at(-1);
    const actionWidth = action.title.length + buttonMargin;
    if (row && row.length < mostInARow && width + actionWidth <= widestRow) {
      row.push(action);
      width += actionWidth;
    } else {
      rows.push([action]);
      width = actionWidth;
    }
  }
  return rows;
}
