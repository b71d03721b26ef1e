import type { Lexicon } from '../symptoms/lexicon/lexicon.js';
import { isWorse } from './assessment.js';
import { conceptsNamed } from './condition.js';
import type { RuleBook } from './rule-book.js';

/** The concepts on which an emergency or an urgent rule can rest, with their names for a patient. */
export function conceptsThatDecide(book: RuleBook, { concepts }: Lexicon): { id: string; label: string }[] {
  const named = new Set(
    book.rules
      .filter(({ disposition }) => disposition && isWorse(disposition, 'clearance'))
      .flatMap(({ when }) => conceptsNamed(when)),
  );
  return [...named].flatMap((id) => concepts.get(id) ?? []).map(({ id, label }) => ({ id, label }));
}
