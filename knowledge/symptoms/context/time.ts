import { numberAt } from '../slots/numbers.js';
import { type Cue, type CueKind, steering } from './cues.js';
import type { Mention } from './mention.js';

const YEAR = /^(?:19|20)\d\d$/;
/** "2000 mg", "1900 steps": an amount, not a year. */
const UNIT =
  /^(?:mg|mcg|g|ml|iu|units?|calories|kcal|steps|times|miles|kg|km|m|feet|ft|people|quid|pounds|dollars|euros|tablets|pills|hours|hrs|words)$/;
/** A year no further back may be one in which a trouble began that goes on. */
const YEARS_BACK = 2;
/** In a cue of long ago: no more than a year. */
const SOONER = /^(?:months?|weeks?|while|last|previous|past)$/;
/** Verbs of what happens once. */
const HAPPENED =
  /^(?:dislocated|fractured|broke|tore|ruptured|snapped|fell|fainted|collapsed|sprained|twisted|crashed|overdosed|choked|burned|scalded)$/;
const SETTLED_MONTHS = 5;
/** How many words "history of" reaches forward, and "has gone" back. */
const REACH = 14;

/** Whether a mention is told as over: "had a clot in 2015", "the numbness has gone", "history of cancer". */
export function isPast(mention: Mention, cues: readonly Cue[]): boolean {
  const inClause = (kind: CueKind) =>
    cues.filter((cue) => cue.kind === kind && !touches(cue, mention) && sameClause(cue, mention));
  if (inClause('time.goesOn').length > 0) return false;
  if (inClause('time.pastBefore').some((cue) => cue.to <= mention.first && mention.first - cue.to <= REACH))
    return true;
  if (inClause('time.pastAfter').some((cue) => cue.from > mention.last && cue.from - mention.last <= REACH))
    return true;
  if (allClear(mention, cues) || wasLookedInto(mention, cues)) return true;
  if (isDatedAtOnce(mention, cues)) return true;
  const past = isTold(mention) || !hasPresentVerb(mention);
  if (
    past &&
    inClause('time.pastAtEnd').some(
      (cue) => cue.from > mention.last && endsClause(cue, mention) && isSaidOf(mention, cue, cues),
    )
  )
    return true;
  if (past && (isLongAgo(mention, cues) || namesYear(mention))) return true;
  return inClause('time.recent').length === 0 && hadEvent(mention);
}

/** "had a clot": an event told in the past tense, without a word that brings it near. */
function hadEvent({ all, first }: Mention): boolean {
  for (let at = first; at >= first - 4 && at > 0; at--) {
    if (all[at]?.clause !== all[first]?.clause) return false;
    if (all[at - 1]?.text !== 'had') continue;
    const before = all[at - 2]?.text ?? '';
    if (/^(?:have|has|had|not|never|just)$/.test(before)) return false;
    return steering.eventOpeners.has(all[at]?.text ?? '');
  }
  return false;
}

/** Whether the clause's verb before the mention is in the past tense. */
function isTold({ all, first, contains }: Mention): boolean {
  const clause = all[first]?.clause;
  // "Dislocated my shoulder": the mention is its own verb.
  if (contains(first) && HAPPENED.test(all[first]?.text ?? '')) return true;
  for (let at = first; at >= 0 && all[at]?.clause === clause; at--) {
    const text = all[at]?.text ?? '';
    // "I have got a fever" is of now.
    if (text === 'got' && /^(?:have|has)$/.test(all[at - 1]?.text ?? '')) continue;
    if (/^(?:had|was|were|did|got)$/.test(text)) return true;
  }
  return false;
}

function hasPresentVerb({ all, first, last }: Mention): boolean {
  const clause = all[first]?.clause;
  const present = /^(?:is|are|am|have|has|feel|feels|hurts|get|gets|do|does|keep|keeps)$/;
  let from = first;
  while (all[from - 1]?.clause === clause) from--;
  let to = last;
  while (all[to + 1]?.clause === clause) to++;
  for (let at = from; at <= to; at++) if (present.test(all[at]?.text ?? '')) return true;
  return false;
}

/** Whether words that place something long ago are said of a mention. */
export function isLongAgo(mention: Mention, cues: readonly Cue[]): boolean {
  return cues.some(
    (cue) =>
      cue.kind === 'time.longAgo' &&
      !touches(cue, mention) &&
      (sameClause(cue, mention) || datesWhatWasSaid(cue, mention)) &&
      !(mention.all[cue.to - 1]?.text === 'school' && mayBeToday(mention, cues)) &&
      (datesWhatWasSaid(cue, mention) || isSaidOf(mention, cue, cues)),
  );
}

/** "My ex hit me, that was twelve years ago": the clause behind a mention says nothing but when it was. */
function datesWhatWasSaid({ from }: Cue, { all, last }: Mention): boolean {
  const clause = all[from]?.clause;
  if (clause === undefined || clause !== (all[last]?.clause ?? 0) + 1) return false;
  let first = from;
  while (all[first - 1]?.clause === clause) first--;
  return (
    /^(?:that|this|it)$/.test(all[first]?.text ?? '') &&
    /^(?:was|were|happened)$/.test(all[first + 1]?.text ?? '')
  );
}

/** Of what is past, whether it is years ago and not weeks: "in 2015", "20 years ago", "as a child". */
export function isYearsAgo(mention: Mention, cues: readonly Cue[]): boolean {
  if (namesYear(mention)) return true;
  const inYears = cues.filter((cue) => cue.kind === 'time.longAgo' && !isSooner(cue, mention));
  return isLongAgo(mention, inYears) || isDatedAtOnce(mention, inYears);
}

/** "Six months ago" is as settled as a year; "two months ago" is not. */
function isSooner({ words, from }: Cue, { all }: Mention): boolean {
  const textOf = (at: number) => all[at]?.text ?? '';
  const isMonths = words.some((at) => /^months?$/.test(textOf(at)));
  const months = isMonths ? numberAt([textOf(from - 1), textOf(from)], 0)?.value : undefined;
  if ((months ?? 0) >= SETTLED_MONTHS) return false;
  return words.some((at) => SOONER.test(textOf(at)));
}

/** "Collapsed in high school": of a child, or with a word of today, it is no memory. */
function mayBeToday({ all, first }: Mention, cues: readonly Cue[]): boolean {
  const sentence = all[first]?.sentence;
  return (
    cues.some(({ kind }) => kind === 'time.recent') ||
    all.some((word) => word.sentence === sentence && /^(?:he|she|his|her)$/.test(word.text)) ||
    all.some((word) => word.sentence === sentence && steering.children.has(word.text))
  );
}

/** "in 2015", "back in 2015", "(2015)", "class of '98": a year of the calendar, said of the mention. */
function namesYear(mention: Mention): boolean {
  const { all, first, last } = mention;
  const clause = all[first]?.clause;
  for (let at = Math.max(0, first - 8); at <= last + 10; at++) {
    if (all[at]?.clause !== clause || !isYear(mention, at) || all[at - 1]?.text === 'since') continue;
    let from = at;
    while (/^(?:in|of|from|back|class|summer|year|the|around|about|circa)$/.test(all[from - 1]?.text ?? '')) {
      if (all[from]?.before.includes(',')) break;
      from--;
    }
    if (isSaidOf(mention, { from, to: at + 1 }, [])) return true;
  }
  return false;
}

function isYear({ all, thisYear }: Mention, at: number): boolean {
  const { text = '', before = '' } = all[at] ?? {};
  const latest = thisYear - YEARS_BACK;
  if (/^\d\d$/.test(text)) {
    return /'$/.test(before) && (Number(text) >= 50 || Number(text) + 2000 <= latest);
  }
  return YEAR.test(text) && Number(text) <= latest && !UNIT.test(all[at + 1]?.text ?? '');
}

/**
 * Whether a time is said of a mention and not of something else in its clause: "tetanus jab 15 years ago, jaw clamped".
 * They stand between the same commas, or the time stands alone between its own ("broke my back, 2014"), or a verb of
 * the past holds them together ("I had a clot, a stroke and a bypass in 2014").
 */
function isSaidOf(mention: Mention, time: { from: number; to: number }, cues: readonly Cue[]): boolean {
  const { all, first, last } = mention;
  const own = breathOf(all, first, last);
  const other = breathOf(all, time.from, time.to - 1);
  if (other.from < own.to && own.from < other.to) return true;
  if (cues.some(({ kind, from }) => kind === 'time.recent' && from >= own.from && from < own.to))
    return false;
  const standsAlone = other.from === time.from && other.to === time.to;
  if (standsAlone && (other.from === own.to || other.to === own.from)) return true;
  return isTold(mention);
}

/** The words of a clause from one comma, bracket or dash to the next, about a place. */
function breathOf(all: Mention['all'], first: number, last: number): { from: number; to: number } {
  const ends = (at: number) =>
    all[at]?.clause !== all[at - 1]?.clause || /[,:()]|-$/.test(all[at]?.before ?? '');
  let from = first;
  while (from > 0 && !ends(from)) from--;
  let to = last + 1;
  while (to < all.length && !ends(to)) to++;
  return { from, to };
}

/** "…, all clear now": said in the same sentence of what stands before. */
function allClear({ all, last }: Mention, cues: readonly Cue[]): boolean {
  return cues.some(
    (cue) =>
      cue.kind === 'time.pastAfter' &&
      cue.from > last &&
      cue.from - last <= REACH &&
      all[cue.to - 1]?.text === 'clear' &&
      all[cue.to - 2]?.text === 'all',
  );
}

/**
 * "Had an ECG for chest twinges, all fine": somebody looked and found nothing, in the same sentence. What is told as
 * of now stays: "I have chest pain, the doctor says it is nothing" is chest pain.
 */
function wasLookedInto(mention: Mention, cues: readonly Cue[]): boolean {
  const { all, last } = mention;
  if (!isTold(mention) || cues.some(({ kind }) => kind === 'time.recent')) return false;
  const found = cues.find(({ kind, from }) => kind === 'time.foundWell' && from > last);
  if (!found || /^(?:otherwise|else|apart)$/.test(all[found.from - 1]?.text ?? '')) return false;
  if (/^(?:otherwise|else|apart)$/.test(all[found.to]?.text ?? '')) return false;
  return cues.some(({ kind, from }) => kind === 'time.examined' && from < found.to);
}

/** "My hip replacement 3 years ago is fine": the time stands right behind the name, whatever the verb after it. */
function isDatedAtOnce(mention: Mention, cues: readonly Cue[]): boolean {
  const { all, last } = mention;
  return cues.some(
    ({ kind, from }) =>
      kind === 'time.longAgo' &&
      from > last &&
      from - last <= 4 &&
      sameClause({ from }, mention) &&
      all
        .slice(last + 1, from)
        .every(
          ({ text, before }) =>
            before === '' &&
            /^(?:\d+|a|an|in|from|about|around|some|few|couple|of|over|nearly|almost|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|many|several)$/.test(
              text,
            ),
        ),
  );
}

function endsClause(cue: Cue, { all }: Mention): boolean {
  const next = all[cue.to];
  return !next || next.clause !== all[cue.from]?.clause || next.before !== '';
}

function touches(cue: Cue, mention: Mention): boolean {
  return cue.words.some((word) => mention.contains(word));
}

function sameClause(cue: Pick<Cue, 'from'>, { all, first }: Mention): boolean {
  return all[cue.from]?.clause === all[first]?.clause;
}
