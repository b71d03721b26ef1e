/** Whether an answer helped, as a patient says it. */
export type Verdict = 'yes' | 'no';

/** The counters of a passage, as the store names them. They hold nothing of a person: not who, not when, not their words. */
const PREFIX: Record<Verdict, string> = { yes: 'helpful/', no: 'not-helpful/' };

export function counterOf(passage: string, verdict: Verdict): string {
  return PREFIX[verdict] + passage;
}

/** Undefined: the counter is of something else. */
export function readCounter(name: string): { passage: string; verdict: Verdict } | undefined {
  const verdict = (['yes', 'no'] as const).find((each) => name.startsWith(PREFIX[each]));
  return verdict && { passage: name.slice(PREFIX[verdict].length), verdict };
}
