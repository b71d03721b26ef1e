import { type Cue, type CueKind, steering } from './cues.js';
import type { Mention } from './mention.js';

const YEAR = /^(?:19|20)\d\d$/;
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
  if (allClear(mention, cues)) return true;
  const past = isTold(mention) || !hasPresentVerb(mention);
  if (past && inClause('time.pastAtEnd').some((cue) => cue.from > mention.last && endsClause(cue, mention)))
    return true;
  if (past && (inClause('time.longAgo').length > 0 || namesYear(mention))) return true;
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
function isTold({ all, first }: Mention): boolean {
  const clause = all[first]?.clause;
  for (let at = first; at >= 0 && all[at]?.clause === clause; at--) {
    if (/^(?:had|was|were|did|got)$/.test(all[at]?.text ?? '')) return true;
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

/** "in 2015", "back in 2015", "(2015)": a year of the calendar in the mention's clause. */
function namesYear({ all, first, last }: Mention): boolean {
  const clause = all[first]?.clause;
  for (let at = Math.max(0, first - 8); at <= last + 10; at++) {
    const word = all[at];
    if (word?.clause !== clause || !YEAR.test(word?.text ?? '')) continue;
    if (all[at - 1]?.text !== 'since') return true;
  }
  return false;
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

function endsClause(cue: Cue, { all }: Mention): boolean {
  const next = all[cue.to];
  return !next || next.clause !== all[cue.from]?.clause || next.before !== '';
}

function touches(cue: Cue, mention: Mention): boolean {
  return cue.words.some((word) => mention.contains(word));
}

function sameClause(cue: Cue, { all, first }: Mention): boolean {
  return all[cue.from]?.clause === all[first]?.clause;
}
