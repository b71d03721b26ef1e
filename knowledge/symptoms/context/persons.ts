import type { Word } from '../text/word.js';
import { type Cue, steering } from './cues.js';
import type { Mention } from './mention.js';
import { speaksOfSelf } from './own-body.js';
import { isObject, isTeller, isUnwellNow, leadsToRelative, relativeBefore } from './relatives.js';
import { isLongAgo } from './time.js';

/** How a relative's trouble is told: "is dizzy", "fell", "had a stroke", "died of a stroke". */
type Tense = 'present' | 'event' | 'history' | 'death';

/** Who is spoken of at a place of the message; `at` is the word that names a relative. */
type Subject = { who: 'self' } | { who: 'relative'; at: number; tense: Tense };

/** How many words may stand between a possessive relative's trouble and its verb: "my mum's stroke was". */
const VERB_WITHIN = 5;
/** How many words may stand between "I work in a" and the condition of those worked with. */
const CONDITION_WITHIN = 8;
/** With these the writer speaks of themselves again: "I work in an office and have". */
const OWN_AGAIN = /^(?:i|me|my|mine|myself|we|our|and|but|have|has|had|got|am|take|takes)$/;
const SELF = /^(?:i|me|my|mine|myself|we|our)$/;
const ANAPHOR = /^(?:he|she|his|her|him|they|their|them)$/;
const COPULA = /^(?:is|are|am|be|being|seems|looks|feels|gets|has|have|very|so|really|quite|a|bit|not)$/;

/**
 * Whether a mention belongs to somebody other than the person being asked for. A relative's trouble of today is
 * help asked for them; what a relative once had, or lives with while the writer tells of a body of their own, is not.
 */
export function isOthers(mention: Mention, cues: readonly Cue[]): boolean {
  for (const cue of cues) {
    if (cue.kind === 'persons.otherBefore' && cue.from < mention.first) return true;
    if (cue.kind === 'persons.otherAfter' && cue.from > mention.last) return true;
  }
  if (followedByRelative(mention) || isTheirCondition(mention, cues) || isInStory(mention, cues)) return true;
  const subject = subjectOf(mention);
  if (subject?.who !== 'relative') return false;
  if (subject.tense === 'death') return true;
  if (steering.children.has(mention.all[subject.at]?.text ?? '') || isAcute(mention, cues)) return false;
  if (!speaksOfSelf(mention.all) && isUnwellNow(mention.all, mention.last + 1)) return false;
  const isOver = subject.tense === 'history' || (subject.tense === 'event' && isLongAgo(mention, cues));
  return isOver || (isLongAgo(mention, cues) && mention.kind !== 'condition') || speaksOfSelf(mention.all);
}

/** The person last named up to the end of a mention, in its sentence; "he" and "she" go back to a relative before. */
function subjectOf(mention: Mention): Subject | undefined {
  const { all, last } = mention;
  const sentence = all[last]?.sentence;
  for (let at = last; all[at]?.sentence === sentence && at >= 0; at--) {
    const text = all[at]?.text ?? '';
    if (steering.relatives.has(text)) {
      const tense = isTeller(all, at) || isObject(all, at) ? undefined : tenseOf(mention, at);
      if (tense) return { who: 'relative', at, tense };
    } else if (SELF.test(text) && !leadsToRelative(all, at)) {
      return { who: 'self' };
    } else if (ANAPHOR.test(text)) {
      const relative = relativeBefore(all, at);
      if (relative === undefined) return undefined;
      return { who: 'relative', at: relative, tense: tenseOf(mention, relative) ?? 'present' };
    }
  }
  return undefined;
}

/** The verb nearest to a mention, of those between a relative and the mention's end, tells. */
function tenseOf(mention: Mention, relative: number): Tense | undefined {
  const { all, last, contains } = mention;
  const sentence = all[last]?.sentence;
  for (let at = last; at > relative && all[at]?.sentence === sentence; at--) {
    const text = all[at]?.text ?? '';
    const tense = isPresentGot(all, at) ? 'present' : tenseOfVerb(text);
    if (tense && !(tense === 'death' && isNoDeathOf(mention, relative, at))) return tense;
    // "is confused" is of now, "suddenly fainted" an event.
    if (contains(at) && /[a-z]{3}ed$/.test(text) && !COPULA.test(all[at - 1]?.text ?? '')) return 'event';
  }
  if (!all[relative]?.possessive) return undefined;
  for (let next = last + 1; next <= last + VERB_WITHIN && all[next]?.sentence === sentence; next++) {
    const tense = tenseOfVerb(all[next]?.text ?? '');
    if (tense) return tense;
  }
  return 'present';
}

/** "Dad's got", "she has got": what somebody has now. */
function isPresentGot(all: readonly Word[], at: number): boolean {
  const before = all[at - 1];
  return (
    all[at]?.text === 'got' && (before?.possessive === true || /^(?:has|have|is)$/.test(before?.text ?? ''))
  );
}

/** "Her arm is dead weight", "his scalp's dead sore", "talks to people who died": not the relative's own death. */
function isNoDeathOf({ all, contains }: Mention, relative: number, at: number): boolean {
  const before = all[at - 1]?.text ?? '';
  if (all[at]?.text === 'dead') return contains(at) || !/^(?:is|are|was|were|now|been)$/.test(before);
  return before === 'who' && at - 2 !== relative;
}

function tenseOfVerb(text: string): Tense | undefined {
  if (steering.presentVerbs.has(text)) return 'present';
  if (steering.historyVerbs.has(text)) return 'history';
  if (steering.deathVerbs.has(text)) return 'death';
  return steering.eventVerbs.has(text) ? 'event' : undefined;
}

/**
 * "I teach women with osteoporosis", "my dog has diabetes": a condition, not a trouble, that stands close behind such
 * words, in one breath with them and with no word of the writer between.
 */
function isTheirCondition({ all, first, kind }: Mention, cues: readonly Cue[]): boolean {
  if (kind !== 'condition') return false;
  return cues.some(
    (cue) =>
      cue.kind === 'persons.othersCondition' &&
      cue.from < first &&
      first - cue.to <= CONDITION_WITHIN &&
      all
        .slice(cue.to, first + 1)
        .every((word) => !/[,;:()]/.test(word.before) && !OWN_AGAIN.test(word.text)),
  );
}

/** "In that series the lass takes an overdose", "the horse went lame": with nobody who could be asked for between. */
function isInStory({ all, first }: Mention, cues: readonly Cue[]): boolean {
  return cues.some(
    (cue) =>
      cue.kind === 'persons.othersTrouble' &&
      cue.from < first &&
      first - cue.to <= CONDITION_WITHIN &&
      all.slice(cue.to, first + 1).every(({ text }) => !SELF.test(text) && !steering.relatives.has(text)),
  );
}

/** "stroke in my father", "diabetes in the family". */
function followedByRelative({ all, last }: Mention): boolean {
  if (all[last + 1]?.text !== 'in' || all[last + 1]?.clause !== all[last]?.clause) return false;
  return [2, 3, 4].some((ahead) => steering.relatives.has(all[last + ahead]?.text ?? ''));
}

/** Whether the sentence tells of this very moment, other than of the writer: "…, now I am scared". */
function isAcute({ all, first }: Mention, cues: readonly Cue[]): boolean {
  return cues.some(
    (cue) =>
      cue.kind === 'persons.acute' &&
      (all[cue.from]?.clause === all[first]?.clause || !isWriters(all, all[cue.from]?.clause)),
  );
}

function isWriters(all: readonly Word[], clause: number | undefined): boolean {
  return all.some((word) => word.clause === clause && word.text === 'i');
}
