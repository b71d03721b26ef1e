import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import type { Word } from './word.js';

const words = () => z.array(z.coerce.string()).transform((list) => new Set(list));
const grammar = readDataFile(
  projectPath('knowledge', 'symptoms', 'text', 'grammar-words.yaml'),
  z.object({
    light: words(),
    subjects: words(),
    finiteVerbs: words(),
    clauseOpeners: words(),
    coordinators: words(),
    everyday: words(),
  }),
);

/** Whether a word adds no meaning of its own, so that it does not separate the words about it. */
export function isLight(word: Word): boolean {
  return grammar.light.has(word.text);
}

/** Whether a word is a verb with a subject: "is", "hurts", "went". */
export function isFiniteVerb(text: string): boolean {
  return grammar.finiteVerbs.has(text);
}

/** Whether a word is one of the grammar's own, which is never a misspelling. */
export function isCommonWord(text: string): boolean {
  return grammar.finiteVerbs.has(text) || grammar.light.has(text) || grammar.clauseOpeners.has(text);
}

/** Whether a word is in every third message to this bot: "back", "pain", "week". */
export function isEverydayWord(text: string): boolean {
  return grammar.everyday.has(text);
}

export function isCoordinator(text: string): boolean {
  return grammar.coordinators.has(text);
}

/** The words of the clause that holds a word: index of its first, and of the word after its last. */
export function clauseAround(list: readonly Word[], index: number): { from: number; to: number } {
  const clause = list[index]?.clause;
  let from = index;
  while (from > 0 && list[from - 1]?.clause === clause) from--;
  let to = index + 1;
  while (to < list.length && list[to]?.clause === clause) to++;
  return { from, to };
}

/** How far behind its first word a clause's verb may stand: "and the back of my left calf is". */
const VERB_WITHIN = 7;

/**
 * Numbers the clauses. One ends with its sentence, before "but" and its like, and before a comma or "and"
 * where somebody or something then does something: "my knee is swollen, my calf is fine" is two clauses,
 * "pain in my chest, my arm and my jaw" is one.
 */
export function endClauses(list: Word[]): void {
  let clause = -1;
  for (let index = 0; index < list.length; index++) {
    const word = list[index];
    if (!word) continue;
    const previous = list[index - 1];
    const starts =
      !previous || previous.sentence !== word.sentence || startsClause(list, index, word, previous);
    if (starts) clause++;
    word.clause = clause;
  }
}

function startsClause(list: readonly Word[], index: number, word: Word, previous: Word): boolean {
  if (grammar.clauseOpeners.has(word.text)) return true;
  const separated = /[,:()\-.]/.test(word.before);
  if (separated && /^(?:no|not|denies|without|denied)$/.test(word.text)) return true;
  if (/^(?:and|or|so|then)$/.test(word.text)) {
    const next = list[index + 1];
    return next !== undefined && opensWithVerb(list, index + 1, next);
  }
  if (/^(?:and|or|so|then)$/.test(previous.text)) return false;
  return separated && opensWithVerb(list, index, word);
}

/** Whether somebody begins to do something at a place: "(if I turn my head) I get dizzy". */
export function startsStatement(list: readonly Word[], index: number): boolean {
  const word = list[index];
  return (
    word !== undefined && /^(?:i|we|he|she|they|it|my)$/.test(word.text) && opensWithVerb(list, index, word)
  );
}

function opensWithVerb(list: readonly Word[], index: number, word: Word): boolean {
  if (!grammar.subjects.has(word.text)) return false;
  for (let ahead = index + 1; ahead <= index + VERB_WITHIN; ahead++) {
    const next = list[ahead];
    if (
      !next ||
      next.sentence !== word.sentence ||
      next.before !== '' ||
      grammar.coordinators.has(next.text)
    ) {
      return false;
    }
    if (grammar.finiteVerbs.has(next.text)) return true;
  }
  return false;
}
