import type { Region, Side } from '../report.js';
import type { Word } from '../text/word.js';
import type { Message } from './message.js';
import { type SideMention, sidesIn } from './sides.js';
import type { Trigger } from './triggers.js';

/** A body region that a message names as a place of trouble. */
export interface RegionMention {
  region: Region;
  side?: Side;
  /** Indices of its words. */
  words: readonly number[];
}

/** Places of trouble in order of mention; what is denied, another's, over, or part of a trigger is none. */
export function regionMentions(message: Message, triggers: readonly Trigger[] = []): RegionMention[] {
  const all = namedRegions(message);
  const troubled = all.filter(({ words }) => {
    const first = words[0] ?? 0;
    if (triggers.some((trigger) => first >= trigger.from && first < trigger.to)) return false;
    const { status, temporality, experiencer } = message.contextOf(words, 'place');
    return status !== 'absent' && temporality === 'current' && experiencer === 'patient';
  });
  return withSides(message, troubled, all);
}

/** Every region a message names, whatever it says of it, without sides. */
export function namedRegions(message: Message): RegionMention[] {
  const idioms = message.matches('regionIdiom');
  return message
    .matches('region')
    .filter(({ words }) => !idioms.some((idiom) => words.some((word) => idiom.words.includes(word))))
    .map(({ payload, words }) => ({ region: payload.value, words }));
}

/** A side belongs to the region that follows it closely, else to the one before it in its sentence. */
function withSides(
  message: Message,
  troubled: readonly RegionMention[],
  all: readonly RegionMention[],
): RegionMention[] {
  const { words } = message;
  const regionWords = new Set(all.flatMap((mention) => mention.words));
  const sides = new Map<RegionMention, Set<Side>>();
  for (const mention of sidesIn(words, (index) => regionWords.has(index))) {
    const owner = ownerOf(mention, troubled, words);
    if (owner && message.contextOf([mention.at]).status !== 'absent')
      sides.set(owner, (sides.get(owner) ?? new Set()).add(mention.side));
  }
  return troubled.map((mention) => {
    const named = sides.get(mention);
    return named ? { ...mention, side: joined(named) } : mention;
  });
}

function ownerOf(
  { at }: SideMention,
  regions: readonly RegionMention[],
  words: readonly Word[],
): RegionMention | undefined {
  const sentence = words[at]?.sentence;
  const inSentence = regions.filter((region) => words[region.words[0] ?? 0]?.sentence === sentence);
  const next = inSentence.find((region) => (region.words[0] ?? 0) > at);
  const distance = (next?.words[0] ?? Number.POSITIVE_INFINITY) - at;
  const sided = /^sided?$/.test(words[at + 1]?.text ?? '');
  if (next && distance <= 3 && !comesBetween(words, at, next.words[0] ?? at)) return next;
  const before = inSentence.findLast((region) => (region.words.at(-1) ?? 0) < at);
  if (before && words[before.words[0] ?? 0]?.clause === words[at]?.clause) return before;
  return next && (distance <= 6 || sided) ? next : before;
}

/** A comma or an "and" parts a side from what follows: "pain on the left, neck fine". */
function comesBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++)
    if (words[at]?.before !== '' || words[at]?.text === 'and') return true;
  return false;
}

function joined(sides: ReadonlySet<Side>): Side {
  const [only] = sides;
  return sides.size === 1 && only ? only : 'both';
}
