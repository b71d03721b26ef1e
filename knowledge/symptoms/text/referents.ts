import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import type { Word } from './word.js';

const words = () => z.array(z.string()).transform((list) => new Set(list));
const data = readDataFile(
  projectPath('knowledge', 'symptoms', 'text', 'referents.yaml'),
  z.object({
    pronouns: words(),
    named: words(),
    denials: words(),
    impersonal: words(),
    reach: z.number().int().min(1).max(4),
  }),
);

/** By index of a pronoun, the words it can stand for. */
export type Referents = ReadonlyMap<number, readonly Word[]>;

/**
 * What "it" and "they" stand for: "sudden pain in my arm, it went white". A pronoun takes the parts of the body and
 * the troubles that the nearest clause before it names; what that clause denies it takes none of.
 */
export function referentsIn(list: readonly Word[]): Referents {
  const found = new Map<number, readonly Word[]>();
  let named: Word[] = [];
  let namedIn = 0;
  for (let start = 0, end = 0; start < list.length; start = end) {
    const clause = list[start]?.clause ?? 0;
    while (end < list.length && list[end]?.clause === clause) end++;
    if (named.length > 0 && clause - namedIn <= data.reach)
      for (let at = start; at < end; at++) if (standsForSomething(list, at)) found.set(at, named);
    const here = list.slice(start, end);
    const names = here.filter(({ text }) => data.named.has(text));
    if (names.length === 0) continue;
    named = here.some(({ text }) => data.denials.has(text)) ? [] : names;
    namedIn = clause;
  }
  return found;
}

function standsForSomething(list: readonly Word[], at: number): boolean {
  if (!data.pronouns.has(list[at]?.text ?? '')) return false;
  return ![1, 2].some((ahead) => data.impersonal.has(list[at + ahead]?.text ?? ''));
}
