import { type Context, contextAt } from '../context/context.js';
import { type Cue, cueVocabulary, findCues } from '../context/cues.js';
import { isAskedInGeneral } from '../context/general-question.js';
import { type MentionKind, mentionOf } from '../context/mention.js';
import { findPatterns, type PatternMatch } from '../lexicon/find-patterns.js';
import { correctSpelling } from '../text/spelling.js';
import type { Word } from '../text/word.js';
import { readWords } from '../text/words.js';
import { type SlotPayload, slotIndex } from './slot-index.js';

/** A phrase of a slot found in a message. */
export type SlotMatch<Slot extends SlotPayload['slot'] = SlotPayload['slot']> = PatternMatch<
  Extract<SlotPayload, { slot: Slot }>
>;

/** A message made ready for every reader of slots: read into words once, searched once. */
export interface Message {
  text: string;
  words: readonly Word[];
  cues: ReadonlyMap<number, readonly Cue[]>;
  /** Phrases of one slot, the longer of any that overlap, in order of mention. */
  matches<Slot extends SlotPayload['slot']>(slot: Slot): readonly SlotMatch<Slot>[];
  /** Whether the word at an index is part of a region's name. */
  namesRegion(index: number): boolean;
  /** Whether the word at an index is part of the name of a condition, of a medicine or of pregnancy. */
  namesCondition(index: number): boolean;
  /** How the message treats the words at these indices. */
  contextOf(indices: readonly number[], kind?: MentionKind): Context;
  /** Whether the words at these indices are only what a question at large is about. */
  asksInGeneral(indices: readonly number[]): boolean;
  /** The message's own characters from one word to another, both included. */
  slice(first: number, last: number): string;
}

/** No person names more places or medicines in one message; what repeats itself says no more. */
const MOST_MATCHES = 200;
/** How many words tell of the person and the complaint; what is dangerous is looked for in all. */
const OPENING = 2000;

const noWords: ReadonlySet<string> = new Set();
const vocabularies = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/**
 * @param vocabulary words of the lexicon in use, to which misspelt ones may be put right
 * @param today when it is said
 */
export function readMessage(
  text: string,
  vocabulary: ReadonlySet<string> = noWords,
  today = new Date(),
): Message {
  const thisYear = today.getFullYear();
  const index = slotIndex();
  const words = correctSpelling(readWords(text), withOwnWords(vocabulary), text);
  const cues = findCues(words);
  const bySlot = new Map<string, PatternMatch<SlotPayload>[]>();
  for (const match of findPatterns(index, words)) {
    const list = bySlot.get(match.payload.slot);
    if (list) list.push(match);
    else bySlot.set(match.payload.slot, [match]);
  }
  const cache = new Map<string, readonly SlotMatch[]>();
  let regionWords: ReadonlySet<number> | undefined;
  let conditionWords: ReadonlySet<number> | undefined;
  const message: Message = {
    text,
    words,
    cues,
    namesRegion(at) {
      regionWords ??= new Set(message.matches('region').flatMap((match) => match.words));
      return regionWords.has(at);
    },
    namesCondition(at) {
      conditionWords ??= new Set(
        [
          ...message.matches('condition'),
          ...message.matches('medication'),
          ...message.matches('course').filter(({ payload }) => payload.value === 'pregnant'),
        ].flatMap((match) => match.words),
      );
      return conditionWords.has(at);
    },
    matches<Slot extends SlotPayload['slot']>(slot: Slot) {
      let list = cache.get(slot);
      if (!list) {
        list = longest(bySlot.get(slot) ?? []).slice(0, MOST_MATCHES);
        cache.set(slot, list);
      }
      return list as readonly SlotMatch<Slot>[];
    },
    contextOf: (indices, kind) => contextAt(mentionOf(words, indices, thisYear, kind), cues),
    asksInGeneral: (indices) => isAskedInGeneral(mentionOf(words, indices, thisYear), cues),
    slice: (first, last) => text.slice(words[first]?.start ?? 0, words[last]?.end ?? text.length),
  };
  return message;
}

/** The opening of a very long message, for what is read word by word; any other message is its own opening. */
export function openingOf(message: Message): Message {
  if (message.words.length <= OPENING) return message;
  return {
    ...message,
    words: message.words.slice(0, OPENING),
    matches: (slot) => message.matches(slot).filter((match) => (match.words.at(-1) ?? 0) < OPENING),
  };
}

/** The words of a lexicon with those of slots and cues, joined once for each lexicon. */
function withOwnWords(vocabulary: ReadonlySet<string>): ReadonlySet<string> {
  let joined = vocabularies.get(vocabulary);
  if (!joined) {
    joined = new Set([...vocabulary, ...slotIndex().vocabulary, ...cueVocabulary]);
    vocabularies.set(vocabulary, joined);
  }
  return joined;
}

/** Of matches that share a word, the one with the most words; then by place. */
function longest(matches: readonly PatternMatch<SlotPayload>[]): SlotMatch[] {
  const taken = new Set<number>();
  return [...matches]
    .sort((a, b) => b.words.length - a.words.length)
    .filter(({ words }) => {
      if (words.some((word) => taken.has(word))) return false;
      for (const word of words) taken.add(word);
      return true;
    })
    .sort((a, b) => (a.words[0] ?? 0) - (b.words[0] ?? 0)) as SlotMatch[];
}
