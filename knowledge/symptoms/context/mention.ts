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
  kind: MentionKind;
  /** The year in which it is said: "in 2025" is long ago only when seen from later. */
  thisYear: number;
}

/**
 * `trouble`: something wrong or something that happened; `condition`: a disease or medicine that has a name;
 * `place`: a part of the body; `thing`: it is not known which.
 */
export type MentionKind = 'trouble' | 'condition' | 'place' | 'thing';

export function mentionOf(
  all: readonly Word[],
  indices: readonly number[],
  thisYear: number,
  kind: MentionKind = 'thing',
): Mention {
  const own = new Set(indices);
  return {
    all,
    first: indices[0] ?? 0,
    last: indices.at(-1) ?? 0,
    contains: (index) => own.has(index),
    kind,
    thisYear,
  };
}
