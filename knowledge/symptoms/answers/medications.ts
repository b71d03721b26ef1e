import { medicationsIn } from '../slots/lists.js';
import { readMessage } from '../slots/message.js';
import { listItems, saysNone } from './list-items.js';

/**
 * The medicines an answer to "Do you take any?" names, lower case: known ones recognised, others kept as the
 * patient named them; `[]` for "none"; undefined where it is no such list.
 */
export function readMedications(text: string): string[] | undefined {
  const known = medicationsIn(readMessage(text));
  if (known.length === 0 && saysNone(text)) return [];
  const named = readMessage(text).matches('medication');
  const items = listItems(
    text,
    named.map(({ words }) => words),
  );
  const all = [...new Set([...known, ...items])];
  return all.length > 0 ? all : named.length > 0 ? [] : undefined;
}
