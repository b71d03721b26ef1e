import { startsStatement } from '../text/clauses.js';
import type { Cue } from './cues.js';
import type { Mention } from './mention.js';

/** How open a sentence leaves whether a mention is there; `undefined` where it does not. */
export function doubtOf(mention: Mention, cues: readonly Cue[]): 'uncertain' | 'hypothetical' | undefined {
  const near = cues
    .filter((cue) => cue.kind.startsWith('doubt.') && !cue.words.some((word) => mention.contains(word)))
    .filter((cue) =>
      cue.kind === 'doubt.uncertainAfter' ? followsAtOnce(cue, mention) : reaches(cue, mention, cues),
    );
  // The closest word decides: "worried that it may be a clot".
  const closest = near.sort((a, b) => distance(a, mention) - distance(b, mention))[0];
  if (!closest) return undefined;
  return closest.kind === 'doubt.hypotheticalBefore' ? 'hypothetical' : 'uncertain';
}

function reaches(cue: Cue, { all, first }: Mention, cues: readonly Cue[]): boolean {
  if (cue.kind === 'doubt.spares' || cue.kind === 'doubt.stops' || cue.to > first) return false;
  if (all[cue.from]?.clause !== all[first]?.clause) return false;
  if (cues.some((stop) => stop.kind === 'doubt.stops' && stop.from >= cue.to && stop.to <= first))
    return false;
  // "If I turn my head I get dizzy": what follows the condition is a statement again.
  if (all[cue.to - 1]?.text !== 'if') return true;
  for (let at = cue.to + 2; at <= first; at++) if (startsStatement(all, at)) return false;
  return true;
}

function followsAtOnce(cue: Cue, { all, last }: Mention): boolean {
  return cue.from > last && cue.from - last <= 4 && all[cue.from]?.sentence === all[last]?.sentence;
}

function distance(cue: Cue, { first, last }: Mention): number {
  return cue.from > last ? cue.from - last : first - cue.to;
}
