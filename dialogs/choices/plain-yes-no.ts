import { vocabulary } from './vocabulary.js';
import { sameWords, wordsOf } from './words.js';

/** A plain answer is no longer than this, in words. */
const MOST_WORDS = 5;

/**
 * Yes or no where a mistake would be grave (agreement, a physician's word): only a short message that begins
 * with it and asks nothing. "I have a headache" and "ok, but what does it cost?" are neither.
 */
export function plainYesNo(text: string): 'yes' | 'no' | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS || text.includes('?') || words.includes('but'))
    return undefined;
  if (phrasesFor('no').some((phrase) => answers(words, phrase))) return 'no';
  // "Yes, no" and "definitely not now" begin with a yes and are none.
  if (words.some(denies)) return undefined;
  return phrasesFor('yes').some((phrase) => answers(words, phrase)) ? 'yes' : undefined;
}

function phrasesFor(answer: 'yes' | 'no'): string[][] {
  const { label, synonyms } = vocabulary.standard[answer];
  return [label, ...synonyms].map(wordsOf);
}

function denies(word: string): boolean {
  return DENIALS.has(word) || phrasesFor('no').some((phrase) => sameWords(phrase, [word]));
}

const DENIALS = new Set(['not', 'never', 'dont', 'cannot', 'cant', 'wont']);

/** "Yes please" begins with "yes"; a longer phrase ("i have") must be all that was said. */
function answers(words: string[], phrase: string[]): boolean {
  const begins = phrase.every((word, index) => words[index] === word);
  return begins && (phrase.length === 1 || phrase.length === words.length);
}
