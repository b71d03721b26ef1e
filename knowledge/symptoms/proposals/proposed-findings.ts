import { contextAt } from '../context/context.js';
import { findCues } from '../context/cues.js';
import { mentionOf } from '../context/mention.js';
import { type Lexicon, loadLexicon } from '../lexicon/lexicon.js';
import type { Reading } from '../reading.js';
import type { Finding } from '../report.js';
import type { Word } from '../text/word.js';
import { readWords } from '../text/words.js';
import type { Proposal } from './proposal.js';

/** No message says so many things that its rules missed; what is beyond is not looked at. */
const MOST_PROPOSALS = 12;
/** A quote of fewer letters fits anything. */
const SHORTEST_QUOTE = 4;

/**
 * A reading with what a model proposes added to it. It can only add: a proposal counts where its concept is in the
 * lexicon, its quote stands in the message word for word, and the message itself, read as for any finding, says it as
 * present, of now and of the patient. What the rules have read stays as it is.
 */
export function withProposals(
  reading: Reading,
  text: string,
  proposals: readonly Proposal[],
  { lexicon = loadLexicon(), today = new Date() }: { lexicon?: Lexicon; today?: Date } = {},
): Reading {
  const words = readWords(text);
  const cues = findCues(words);
  const known = new Set(reading.findings.map(({ concept }) => concept));
  const added: Finding[] = [];
  for (const { concept, quote } of proposals.slice(0, MOST_PROPOSALS)) {
    if (!lexicon.concepts.has(concept) || known.has(concept)) continue;
    const start = quote.trim().length < SHORTEST_QUOTE ? -1 : text.indexOf(quote.trim());
    const place = start < 0 ? [] : wordsWithin(words, start, start + quote.trim().length);
    if (place.length === 0) continue;
    const context = contextAt(mentionOf(words, place, today.getFullYear(), 'trouble'), cues);
    if (
      context.status !== 'present' ||
      context.temporality !== 'current' ||
      context.experiencer !== 'patient'
    )
      continue;
    known.add(concept);
    added.push({ concept, ...context, text: quote.trim(), start, end: start + quote.trim().length });
  }
  return added.length === 0 ? reading : { ...reading, findings: [...reading.findings, ...added] };
}

function wordsWithin(words: readonly Word[], start: number, end: number): number[] {
  return words.flatMap((word, at) => (word.start >= start && word.end <= end ? [at] : []));
}
