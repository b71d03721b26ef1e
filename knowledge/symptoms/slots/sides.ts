import type { Side } from '../report.js';
import type { Word } from '../text/word.js';

/** A side named at a word: "left", "both", "L". */
export interface SideMention {
  side: Side;
  at: number;
}

const RIGHT_AS_OTHER =
  /^(?:now|away|after|before|when|then|there|here|around|back|through|thing|at|on|in|as|where|once|beside|next)$/;
const LEADS =
  /^(?:my|the|his|her|their|your|on|in|to|of|a|one|upper|lower|whole|entire|just|only|mainly|mostly|far|sore|is|side|and|or)$/;

/** The sides a message names; "right now" and "I left work" name none. */
export function sidesIn(words: readonly Word[], isRegion: (index: number) => boolean): SideMention[] {
  const found: SideMention[] = [];
  words.forEach((_, at) => {
    const side = sideAt(words, at, isRegion);
    if (side) found.push({ side, at });
  });
  return found;
}

function sideAt(words: readonly Word[], at: number, isRegion: (index: number) => boolean): Side | undefined {
  const text = words[at]?.text ?? '';
  const next = words[at + 1];
  const nearRegion = [1, 2, 3].some(
    (ahead) => isRegion(at + ahead) && words[at + ahead]?.clause === words[at]?.clause,
  );
  if (text === 'both' || text === 'bilateral' || text === 'bilaterally') {
    return nearRegion ||
      text !== 'both' ||
      /^(?:sides|of|the|my)$/.test(next?.text ?? '') ||
      words.length <= 3
      ? 'both'
      : undefined;
  }
  if (text === 'either' && (next?.text === 'side' || nearRegion)) return 'both';
  if ((text === 'l' || text === 'r') && (isRegion(at + 1) || words.length === 1))
    return text === 'l' ? 'left' : 'right';
  if (text !== 'left' && text !== 'right') return undefined;
  if (text === 'right' && RIGHT_AS_OTHER.test(next?.text ?? '')) return undefined;
  const other = text === 'left' ? 'right' : 'left';
  if (/^(?:and|or)$/.test(next?.text ?? '') && words[at + 2]?.text === other) return 'both';
  if (/^(?:and|or)$/.test(words[at - 1]?.text ?? '') && words[at - 2]?.text === other) return undefined;
  const before = words[at - 1]?.text ?? '';
  if (nearRegion || /^(?:sided?|hand|one|sides)$/.test(next?.text ?? '')) return text;
  if (text === 'right' && (next?.before.includes('?') || /^(?:all|not|feel|feels|that|be|am)$/.test(before)))
    return undefined;
  if (text === 'left' && /^(?:i|has|have|had|he|she|was|been|we|they|got)$/.test(before)) return undefined;
  return LEADS.test(before) ||
    words.length <= 3 ||
    isRegion(at - 1) ||
    words[at - 1]?.sentence !== words[at]?.sentence
    ? text
    : undefined;
}
