import { readWords } from '../text/words.js';
import { type Context, contextAt } from './context.js';
import { findCues } from './cues.js';
import { locate } from './locate.js';
import { mentionOf } from './mention.js';

/**
 * How a sentence treats a term, whatever the term is: said to be there or not, now or once, whose.
 * After ConText (Harkema et al., J Biomed Inform 2009;42:839-851), with rules for the way patients write.
 * A term that the sentence does not hold is taken for present.
 */
export function contextOf(sentence: string, term: string, today = new Date()): Context {
  const words = readWords(sentence);
  const place = locate(words, readWords(term));
  if (place.length === 0) return { status: 'present', temporality: 'current', experiencer: 'patient' };
  return contextAt(mentionOf(words, place, today.getFullYear()), findCues(words));
}
