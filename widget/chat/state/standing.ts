import { fields } from '../direct-line/activity.js';
import type { Entry } from './entry.js';

/** How a question stands: whether it still waits for an answer, and what was chosen. */
export interface Standing {
  isOpen: boolean;
  chosen: readonly string[];
}

/**
 * By key, for every question and checklist. One is open until its answer was given or another one was asked. What
 * the person types instead leaves it open: the guide asks again if it still needs to know.
 */
export function standings(entries: readonly Entry[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  let open: { key: string; id: string } | undefined;
  for (const entry of entries) {
    if (entry.from === 'guide') {
      const { view, key } = entry;
      if (view.kind !== 'question' && view.kind !== 'checklist') continue;
      if (open) found.set(open.key, { isOpen: false, chosen: [] });
      open = { key, id: view.id };
      found.set(key, { isOpen: true, chosen: [] });
    } else if (open && fields(entry.value).question === open.id) {
      found.set(open.key, { isOpen: false, chosen: chosenIn(entry.value) });
      open = undefined;
    }
  }
  return found;
}

function chosenIn(value: unknown): string[] {
  const { choice, items } = fields(value);
  const list = Array.isArray(items) ? items : typeof items === 'string' ? items.split(',') : [choice];
  return list.filter((item: unknown): item is string => typeof item === 'string');
}
