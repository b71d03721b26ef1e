import { clauseAround, isCoordinator, isFiniteVerb, startsStatement } from '../text/clauses.js';
import type { Word } from '../text/word.js';
import { type Cue, steering } from './cues.js';
import type { Mention } from './mention.js';

/** Words that make a member of a comma list stand on its own: "no fever, severe chest pain since Monday". */
const OWN_STATEMENT =
  /^(?:my|i|since|for|started|severe|bad|really|very|terrible|worse|sudden|suddenly|have|has|is|are|constant|with|lots)$/;
const OWN_VERB =
  /^(?:lost|is|are|was|were|has|have|had|can|woke|fell|vomited|fainted|passed|feel|feels|felt|started|began|hurts|got|went|keeps|threw|noticed)$/;
/** Between "not" and its verb: "not really helping", "did not even have". */
const BETWEEN =
  /^(?:really|even|actually|currently|ever|also|at|all|any|been|be|being|always|usually|seem|to|anymore|exactly|appear|going|quite|that|so|much|too)$/;
/** What everybody has: who says there is none has a trouble. */
const MUST_BE =
  /^(?:pee|wee|urine|poo|stool|motion|gas|wind|kicks?|tears|wet|appetite|pulse|voice|strength|energy|balance|grip)$/;
const AUXILIARY = /^(?:will|would|has|have|had|do|does|did|can|could)$/;
/** With these, what follows is what somebody has not: "does not have fever, chills". */
const HAVING =
  /^(?:have|had|having|feel|feels|felt|get|gets|got|experience|experienced|notice|noticed|suffer|suffered|report|see|seen|take|taking|taken|use|used|want|any|a|think|know|mean|involve|include|show|complain|need)$/;
/** How many words a trailing "was ruled out" reaches back. */
const BACKWARD_REACH = 12;

/** Whether a mention is said not to be there. */
export function isNegated(mention: Mention, cues: readonly Cue[]): boolean {
  return cues.some((cue) => {
    if (mention.contains(cue.from)) return false;
    if (cue.words.some((word) => mention.contains(word))) return isPartOfMention(cue);
    if (cue.kind === 'negation.soundAfter') return saysSound(cue, mention, cues);
    if (cue.kind === 'negation.after') return cue.from > mention.last && reachesBack(cue, mention, cues);
    if (cue.kind !== 'negation.before') return false;
    if (cue.from < mention.first) return reachesForward(cue, mention, cues);
    if (cue.from < mention.last) return reachesWithin(cue, mention);
    return isBareAnswer(cue, mention) && isOpen(mention.last + 1, cue.from, mention, cues);
  });
}

/** "No (history of trauma)", "no (change in bowel habits)": the rest of the cue is what is asked about. */
function isPartOfMention(cue: Cue): boolean {
  return cue.kind === 'negation.before' || cue.kind === 'negation.spares';
}

function reachesForward(cue: Cue, mention: Mention, cues: readonly Cue[]): boolean {
  const { all, first } = mention;
  const alone = cue.to - cue.from === 1 && /^(?:no|nothing|none|nope|not)$/.test(all[cue.from]?.text ?? '');
  // "Bitten, no, she got burned": a slip put right.
  if (alone && /^(?:i|he|she|it|we|they|wait|sorry|actually)$/.test(all[cue.to]?.text ?? '')) return false;
  // "No motion, no gas": what says "no" itself tells of what is lacking, and "no" before it takes nothing back.
  if (alone && /^(?:no|not|never|without)$/.test(all[first]?.text ?? '')) return false;
  // "No, I have pain", "it is nothing, chest pain", "as if I had run and I have not, chest heavy": an answer, an
  // opinion or a sentence of its own, not a negation of what follows.
  if (alone && all[cue.to]?.before.includes(',')) return false;
  if (all[first]?.clause !== all[cue.from]?.clause) return false;
  if (isReadingOfItsOwn(cue, mention)) return false;
  if (isOpinionOf(cue, mention)) return false;
  if (crossesColon(all, cue.to + 1, first) || !verbAllows(cue, mention) || newStatement(cue, mention))
    return false;
  if (cues.some((stop) => stop.kind === 'negation.stops' && stop.from >= cue.to && stop.to <= first))
    return false;
  return listHolds(cue, mention);
}

/** "No cough, temp 39.5": what was measured is there, whatever the list before it denies. */
function isReadingOfItsOwn(cue: Cue, { all, first, last, contains }: Mention): boolean {
  if (!all.slice(cue.to + 1, first + 1).some(({ before }) => before.includes(','))) return false;
  return all.slice(first, last + 1).some(({ text }, at) => contains(first + at) && /^\d/.test(text));
}

/** "I do not think my chest pain is serious": what is doubted is what the pain is said to be, not the pain. */
function isOpinionOf(cue: Cue, { all, first, last }: Mention): boolean {
  if (
    all[cue.to - 1]?.text !== 'not' ||
    !/^(?:think|believe|feel|suppose|reckon)$/.test(all[cue.to]?.text ?? '')
  )
    return false;
  if (first === cue.to) return false;
  return /^(?:is|was|are|were|means|matters|needs|has|will|counts|could|can)$/.test(
    all[last + 1]?.text ?? '',
  );
}

/** "Without my tablets I have chest pain": what is absent ends where somebody does something. */
function newStatement(cue: Cue, { all, first }: Mention): boolean {
  if (!/^(?:without|no|none|nor|minus)$/.test(all[cue.from]?.text ?? '')) return false;
  for (let at = cue.to + 1; at <= first; at++) if (startsStatement(all, at)) return true;
  return false;
}

/** "not" before a verb of its own negates that verb: "does not help the pain". */
function verbAllows(cue: Cue, mention: Mention): boolean {
  const { all, first, contains } = mention;
  const text = all[cue.to - 1]?.text;
  if (text !== 'not' && text !== 'never') return true;
  let at = cue.to;
  while (BETWEEN.test(all[at]?.text ?? '')) at++;
  const verb = all[at]?.text;
  if (verb === undefined || at >= first || contains(at)) return true;
  if (/^(?:can|could)$/.test(all[cue.from - 1]?.text ?? '')) return steering.perceptions.has(verb);
  return !steering.otherVerbs.has(verb) || isTakenObject(at, mention);
}

/** "Not eating, so low": nobody stresses what is not there. */
const STRESSED = /^(?:so|really|still|now|too|always|constantly|extremely|awful|terrible)$/;
const TAKING = /^(?:take|taking|taken|use|using|used)$/;
const BEFORE_OBJECT = /^(?:any|a|an|the|my|these|those|more)$/;

/** "I do not take any warfarin": what is not taken is a medicine; "did not take my pain seriously" is another matter. */
function isTakenObject(verb: number, { all, first, kind }: Mention): boolean {
  if (kind === 'trouble' || !TAKING.test(all[verb]?.text ?? '')) return false;
  return all.slice(verb + 1, first).every(({ text }) => BEFORE_OBJECT.test(text));
}

/**
 * A member of a list that makes a statement of its own is no member of it: "no appetite, night sweats and lost
 * 10 kg". What "or" joins always is.
 */
function listHolds(cue: Cue, { all, first, last }: Mention): boolean {
  let member = first;
  while (member > cue.to && !startsMember(all[member])) member--;
  if (member === cue.to) return true;
  const clause = all[first]?.clause;
  for (let at = member; all[at]?.clause === clause; at++) {
    if (/^(?:or|nor)$/.test(all[at]?.text ?? '')) return true;
  }
  if (deniesDeed(cue, all) || lastsAWhile(cue, all, member)) return false;
  if (STRESSED.test(all[member]?.text ?? '')) return false;
  for (let at = member; all[at]?.clause === clause; at++) {
    const word = all[at];
    if (!word || (at > last && startsMember(word))) break;
    if (OWN_VERB.test(word.text) || ((at < first || at > last) && OWN_STATEMENT.test(word.text)))
      return false;
  }
  return true;
}

/** "Will not jump, temp 38.7": what somebody does not do is no list of troubles they do not have. */
function deniesDeed(cue: Cue, all: Mention['all']): boolean {
  if (all[cue.to - 1]?.text !== 'not' || !AUXILIARY.test(all[cue.to - 2]?.text ?? '')) return false;
  let at = cue.to;
  while (BETWEEN.test(all[at]?.text ?? '')) at++;
  return !HAVING.test(all[at]?.text ?? '');
}

/** "No wet nappy since noon, floppy", "no pee, fever": what has been lacking so long, or must not be, is a trouble itself. */
function lastsAWhile(cue: Cue, all: Mention['all'], member: number): boolean {
  if (MUST_BE.test(all[cue.to]?.text ?? '')) return true;
  for (let at = cue.to; at < member; at++) {
    if (/^(?:since|hours?|days?|yesterday|today|overnight)$/.test(all[at]?.text ?? '')) return true;
  }
  return false;
}

function startsMember(word: Word | undefined): boolean {
  return word !== undefined && (word.before.includes(',') || isCoordinator(word.text));
}

/** "My calf is not swollen": the cue stands in a gap of the mention. */
function reachesWithin(cue: Cue, { all, last, contains }: Mention): boolean {
  for (let at = cue.to; at <= last && !contains(at); at++) {
    if (steering.otherVerbs.has(all[at]?.text ?? '')) return false;
  }
  return true;
}

function reachesBack(cue: Cue, mention: Mention, cues: readonly Cue[]): boolean {
  const { all, last } = mention;
  if (all[last]?.clause !== all[cue.from]?.clause || cue.from - last > BACKWARD_REACH) return false;
  if (crossesColon(all, last + 1, cue.from)) return false;
  for (let at = last + 1; at < cue.from - 1; at++) {
    // Another verb between has taken the mention already.
    if (isFiniteVerb(all[at]?.text ?? '')) return false;
  }
  return isOpen(last + 1, cue.from, mention, cues);
}

/**
 * "My calf is fine": said of a thing named just before. "Face drooped, looks fine now", "took thirty, feel ok" have a
 * verb of their own already: what is fine is the person.
 */
function saysSound(cue: Cue, mention: Mention, cues: readonly Cue[]): boolean {
  const { all, first, last } = mention;
  if (
    mention.kind === 'trouble' ||
    mention.kind === 'condition' ||
    cue.from <= last ||
    all[cue.from]?.before !== ''
  )
    return false;
  for (let at = clauseAround(all, first).from; at < cue.from; at++) {
    if (isFiniteVerb(all[at]?.text ?? '') || /[a-z]{3}ed$/.test(all[at]?.text ?? '')) return false;
  }
  return reachesBack(cue, mention, cues);
}

/** A colon, a rule or the end of a bracket begins something else: what stands before it says nothing of what follows. */
function crossesColon(all: Mention['all'], from: number, to: number): boolean {
  let opened = 0;
  for (let at = from; at <= to; at++) {
    const { before = '' } = all[at] ?? {};
    if (before.includes('(')) opened++;
    // What was denied inside a bracket is denied there only.
    if (/[:*_]/.test(before) || (before.includes(')') && opened-- === 0)) return true;
  }
  return false;
}

/** "Fever: no": nothing but the answer stands behind the colon. */
function isBareAnswer(cue: Cue, { all, last }: Mention): boolean {
  const word = all[cue.from];
  const next = all[cue.to];
  if (!word || cue.from !== last + 1 || cue.to - cue.from > 1 || !/[:?=-]/.test(word.before)) return false;
  return !next || next.sentence !== word.sentence || /[,;)]/.test(next.before);
}

/** Whether nothing between two places ends the reach of a negation. */
function isOpen(from: number, to: number, { all }: Mention, cues: readonly Cue[]): boolean {
  const clause = all[from - 1]?.clause;
  for (let at = from; at < to; at++) if (all[at]?.clause !== clause) return false;
  return !cues.some((cue) => cue.kind === 'negation.stops' && cue.from >= from && cue.to <= to);
}
