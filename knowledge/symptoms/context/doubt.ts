import { startsStatement } from '../text/clauses.js';
import type { Cue } from './cues.js';
import type { Mention } from './mention.js';

/** How open a sentence leaves whether a mention is there; `undefined` where it does not. */
export function doubtOf(mention: Mention, cues: readonly Cue[]): 'uncertain' | 'hypothetical' | undefined {
  const near = cues
    .filter((cue) => cue.kind.startsWith('doubt.') && !isOwn(cue, mention))
    .filter((cue) =>
      cue.kind === 'doubt.uncertainAfter' ? followsAtOnce(cue, mention) : reaches(cue, mention, cues),
    );
  // The closest word decides: "worried that it may be a clot".
  const closest = near.sort((a, b) => distance(a, mention) - distance(b, mention))[0];
  if (!closest) return undefined;
  return closest.kind === 'doubt.hypotheticalBefore' ? 'hypothetical' : 'uncertain';
}

function reaches(cue: Cue, { all, first }: Mention, cues: readonly Cue[]): boolean {
  if (cue.kind === 'doubt.spares' || cue.kind === 'doubt.stops' || cue.from >= first) return false;
  if (all[cue.from]?.clause !== all[first]?.clause) return false;
  // "Nothing to worry about, just chest pain": a comma directly behind closes what was worried about.
  if (cue.kind === 'doubt.hypotheticalBefore' && /[,:]/.test(all[cue.to]?.before ?? '')) return false;
  if (cues.some((stop) => stop.kind === 'doubt.stops' && stop.from >= cue.to && stop.to <= first))
    return false;
  // "If I turn my head I get dizzy": what follows the condition is a statement again.
  if (all[cue.to - 1]?.text !== 'if') return true;
  for (let at = cue.to + 2; at <= first; at++) {
    if (startsStatement(all, at)) return false;
    // "She screams if we go near it, high temp, floppy": a condition behind its statement ends at the comma.
    if (followsStatement(cue, all) && all[at]?.before.includes(',')) return false;
  }
  return true;
}

/** Whether a cue stands within its clause and not at its head. */
function followsStatement(cue: Cue, all: Mention['all']): boolean {
  return all[cue.from - 1] !== undefined && all[cue.from - 1]?.clause === all[cue.from]?.clause;
}

/** A cue that lies in the mention is part of what it says; one that leads into it is not: "(what if I have) a stroke". */
function isOwn(cue: Cue, { contains, first }: Mention): boolean {
  return cue.words.some((word) => contains(word)) && cue.from >= first;
}

function followsAtOnce(cue: Cue, { all, last }: Mention): boolean {
  return cue.from > last && cue.from - last <= 4 && all[cue.from]?.sentence === all[last]?.sentence;
}

function distance(cue: Cue, { first, last }: Mention): number {
  return cue.from > last ? cue.from - last : first - cue.to;
}
