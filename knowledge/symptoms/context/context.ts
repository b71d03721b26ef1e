import type { Finding } from '../report.js';
import type { Word } from '../text/word.js';
import type { Cue } from './cues.js';
import { doubtOf } from './doubt.js';
import { isAskedInGeneral } from './general-question.js';
import type { Mention } from './mention.js';
import { isNegated } from './negation.js';
import { isOthers } from './persons.js';
import { isPast, isYearsAgo } from './time.js';

/** How a message treats something it names. */
export type Context = Pick<Finding, 'status' | 'temporality' | 'experiencer' | 'yearsAgo'>;

/** The context of a mention in a message whose cues are found. */
export function contextAt(mention: Mention, cuesBySentence: ReadonlyMap<number, readonly Cue[]>): Context {
  const { all, first } = mention;
  const cues = cuesBySentence.get(all[first]?.sentence ?? 0) ?? [];
  const doubt = isAskedInGeneral(mention, cuesBySentence) ? 'hypothetical' : doubtOf(mention, cues);
  const past = isPast(mention, cues);
  return {
    status: statusOf(mention, cues, doubt),
    temporality: doubt === 'hypothetical' ? 'hypothetical' : past ? 'past' : 'current',
    experiencer: isOthers(mention, cues) ? 'other' : 'patient',
    ...(past && doubt !== 'hypothetical' && isYearsAgo(mention, cues) && { yearsAgo: true }),
  };
}

function statusOf(
  mention: Mention,
  cues: readonly Cue[],
  doubt: ReturnType<typeof doubtOf>,
): Context['status'] {
  if (isNegated(mention, cues)) return 'absent';
  const answer = answerAfter(mention.all, mention.last);
  if (answer) return answer === 'no' ? 'absent' : answer === 'yes' ? 'present' : 'uncertain';
  return doubt ? 'uncertain' : 'present';
}

/** "Numbness? No." — a question and its answer in one message. */
function answerAfter(all: readonly Word[], last: number): 'yes' | 'no' | 'unsure' | undefined {
  let at = last + 1;
  while (all[at] && all[at]?.sentence === all[last]?.sentence) at++;
  const answer = all[at];
  if (!answer?.before.includes('?') || at - last > 6) return undefined;
  const next = all[at + 1];
  if (next && next.sentence === answer.sentence && next.before === '') return undefined;
  if (/^(?:no|nope|nah|none|never|not)$/.test(answer.text)) return 'no';
  return /^(?:yes|yep|yeah|yup)$/.test(answer.text) ? 'yes' : undefined;
}
