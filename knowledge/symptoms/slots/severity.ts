import { numberAt } from './numbers.js';

/** A rating from 0 to 10 and where it stands. */
export interface Rating {
  value: number;
  from: number;
  to: number;
}

/** "7/10", "8 out of ten", "a 6-7 out of 10", "pain level 7", "severity is 9". */
export function ratings(words: readonly { text: string; before: string }[]): Rating[] {
  const texts = words.map(({ text }) => text);
  const found: Rating[] = [];
  for (let at = 0; at < words.length; at++) {
    const number = numberAt(texts, at);
    if (!number || number.value > 100) continue;
    const to = at + number.length;
    const end = scaleEnd(words, texts, to);
    if (end !== undefined) found.push({ value: clamp(number.value), from: at, to: end });
    else if (number.value <= 10 && isNamed(texts, at) && !unitFollows(texts[to])) {
      found.push({ value: clamp(number.value), from: at, to });
    }
    if (end !== undefined) at = end - 1;
  }
  return found;
}

/** After a number, the end of "/10", "out of 10", "on a scale of 1 to 10", "on a 10 point scale". */
function scaleEnd(
  words: readonly { before: string }[],
  texts: readonly string[],
  at: number,
): number | undefined {
  const ten = (index: number) => texts[index] === '10' || texts[index] === 'ten';
  if (ten(at) && words[at]?.before === '/') return words[at + 1]?.before.startsWith('/') ? undefined : at + 1;
  if (texts[at] === 'out' && texts[at + 1] === 'of' && ten(at + 2)) return at + 3;
  if (texts[at] === 'of' && ten(at + 1)) return at + 2;
  if (texts[at] !== 'on') return undefined;
  for (let next = at + 1; next <= at + 8; next++) {
    if (ten(next)) return texts[next + 1] === 'point' ? next + 3 : next + 1;
  }
  return undefined;
}

/** "pain level 7", "severity: 7", "rate it a 7", "my pain is a 7", "pain is 7". */
function isNamed(texts: readonly string[], at: number): boolean {
  const before = texts.slice(Math.max(0, at - 5), at).join(' ');
  return /(?:\b(?:level|severity|score|scored|scale|rate|rated|rating|intensity)\b(?: (?:is|of|it|my|the|pain|at|as|a|an|about|around|like|was|say))*|\bpain(?: (?:is|at|level|about|around|like))+(?: an?| about| around)?)$/.test(
    before,
  );
}

function unitFollows(text: string | undefined): boolean {
  return /^(?:days?|weeks?|months?|years?|hours?|minutes?|times?|am|pm|to|of|\d+)$/.test(text ?? '');
}

function clamp(value: number): number {
  return Math.min(10, Math.max(0, value));
}
