import { exactTowns, type Found } from './find-towns.js';
import type { Gazetteer } from './gazetteer.js';
import { placeWords } from './place-words.js';

/** Longest town with its state: "truth or consequences new mexico". */
export const NAME_WORDS = 6;
const ADDRESS_WORDS = 40;
/** A town inside a sentence must be of some size, for many small ones are named like other words. */
const SENTENCE_PEOPLE = 9000;
const SENTENCE_PEOPLE_ABROAD = 300_000;

/** "12 Elm Street, Cambridge, MA": the end of an address, from a comma on or before a state. */
export function inAddress(parts: readonly string[][], gazetteer: Gazetteer): Found | undefined {
  let region: Found | undefined;
  for (let from = 1; from < Math.min(parts.length, NAME_WORDS); from++) {
    const found = exactTowns(withoutFiller(parts.slice(from).flat().slice(0, ADDRESS_WORDS)), gazetteer);
    if (found?.stateOnly) region ??= found;
    else if (found?.withState || (found && !tooSmall(found))) return found;
  }
  const words = withoutFiller(parts.flat().slice(0, ADDRESS_WORDS));
  for (let count = Math.min(NAME_WORDS, words.length); count >= 2; count--) {
    const found = exactTowns(words.slice(-count), gazetteer);
    if (found?.withState) return found;
  }
  return region;
}

/** "we moved to a suburb of Boston last year": the longest name after a preposition, a stated state first. */
export function inSentence(words: readonly string[], gazetteer: Gazetteer): Found | undefined {
  let best: Found | undefined;
  for (const [index, word] of words.entries()) {
    if (!placeWords.prepositions.has(word)) continue;
    for (let count = NAME_WORDS; count > 0; count--) {
      const name = words.slice(index + 1, index + 1 + count);
      const found = name.length === count ? exactTowns(name, gazetteer) : undefined;
      if (!found || (!found.withState && tooSmall(found))) continue;
      if (!best || (found.withState && !best.withState)) best = found;
      break;
    }
  }
  return best;
}

function tooSmall({ towns }: Found): boolean {
  const [top] = towns;
  const fewest = top?.state === '' ? SENTENCE_PEOPLE_ABROAD : SENTENCE_PEOPLE;
  return top === undefined || top.people < fewest || placeWords.notAlone.has(top.key);
}

/** Takes off what stands around a place and says nothing of it, from both ends, until nothing more comes off. */
export function withoutFiller(words: readonly string[]): string[] {
  let text = words.join(' ');
  for (let before = ''; before !== text; ) {
    before = text;
    const ahead = placeWords.before.find((filler) => text === filler || text.startsWith(`${filler} `));
    if (ahead !== undefined) text = text.slice(ahead.length).trim();
    const behind = placeWords.behind.find((filler) => text === filler || text.endsWith(` ${filler}`));
    if (behind !== undefined) text = text.slice(0, text.length - behind.length).trim();
  }
  return text === '' ? [] : text.split(' ');
}
