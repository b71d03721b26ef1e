import { conditionsIn } from '../slots/lists.js';
import { readMessage } from '../slots/message.js';
import { listItems, saysNone } from './list-items.js';

/**
 * The conditions an answer to "Do you have any?" names, lower case: known ones recognised, others kept as the
 * patient named them; `[]` for "none"; undefined where it is no such list.
 */
export function readConditions(text: string): string[] | undefined {
  const message = readMessage(text);
  const known = conditionsIn(message);
  if (known.length === 0 && saysNone(text)) return [];
  const named = message.matches('condition');
  const items = listItems(
    text,
    named.map(({ words }) => words),
  );
  const all = [...new Set([...known, ...items])];
  return all.length > 0 ? all : named.length > 0 ? [] : undefined;
}
