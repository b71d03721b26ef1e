import { findingsIn } from './findings.js';
import { type Lexicon, loadLexicon } from './lexicon/lexicon.js';
import type { Reading } from './reading.js';
import { complaintsIn } from './slots/complaints.js';
import { isCorrection } from './slots/correction.js';
import { conditionsIn, goalsIn, medicationsIn } from './slots/lists.js';
import { openingOf, readMessage } from './slots/message.js';
import { personIn } from './slots/person.js';

/**
 * Reads what one message says: findings on every concept of the lexicon, complaints, and facts of the person.
 * @param today when it is said; "in 2025" is told apart from today by it
 */
export function readSymptoms(
  text: string,
  { lexicon = loadLexicon(), today = new Date() }: { lexicon?: Lexicon; today?: Date } = {},
): Reading {
  const message = readMessage(text, lexicon.patterns.vocabulary, today);
  const opening = openingOf(message);
  return {
    findings: findingsIn(message, lexicon),
    ...complaintsIn(opening),
    ...personIn(opening),
    conditions: conditionsIn(message),
    medications: medicationsIn(message),
    goals: goalsIn(message),
    correction: isCorrection(opening),
  };
}
