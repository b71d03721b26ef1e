import type { Word } from '../text/word.js';

/** Something named in a message, whose context is asked for. */
export interface Mention {
  /** The words of the whole message. */
  all: readonly Word[];
  /** Index of its first word, and of its last. */
  first: number;
  last: number;
  /** Whether a word, by its index, is one of its own; a word in a gap within it is not. */
  contains(index: number): boolean;
}

export function mentionOf(all: readonly Word[], indices: readonly number[]): Mention {
  const own = new Set(indices);
  return { all, first: indices[0] ?? 0, last: indices.at(-1) ?? 0, contains: (index) => own.has(index) };
}
