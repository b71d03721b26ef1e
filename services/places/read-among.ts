import type { Gazetteer } from './gazetteer.js';
import { placeOf } from './gazetteer.js';
import type { Place } from './places.js';
import { plainKey, plainWords } from './plain-words.js';
import { withoutFiller } from './sentence.js';

/** Nobody needs more words to tell namesakes apart. */
const MOST_WORDS = 12;

/**
 * The namesake in the state or country that a text names, where it names nothing else: "IL", "the one in
 * Illinois", "Spain". It need not be one of the choices, which are the largest only.
 */
export function readAmong(text: string, choices: readonly Place[], gazetteer: Gazetteer): Place | undefined {
  const words = plainWords(text.slice(0, 300));
  if (words.length > MOST_WORDS) return undefined;
  const regions = [words, withoutFiller(words)].flatMap((said) => gazetteer.regionsNamed(said.join(' ')));
  const [name = ''] = choices[0]?.label.split(',') ?? [];
  const namesakes = gazetteer.townsNamed(plainKey(name));
  const [town] = regions.flatMap((region) =>
    namesakes.filter(({ state, country }) => state === region.state && country === region.country),
  );
  return town && placeOf(town);
}
