import { numberAt } from './numbers.js';

/** An age named in a message, in whole years, and the word it begins at. */
export interface Age {
  years: number;
  at: number;
}

const SEX = /^(?:f|m|male|female|man|woman|guy|girl|lady|fem|boy)$/;
const NOT_YEARS =
  /^(?:weeks?|months?|days?|hours?|minutes?|mins?|times?|pounds|lbs?|kgs?|kilos|stone|feet|ft|cm|percent|out|degrees|am|pm|k|miles|km|mg|of|to)$/;

/** Ages a message tells: "I'm 45", "45yo", "45 f", "aged 45", "my 3 month old". */
export function agesIn(words: readonly { text: string; before: string }[]): Age[] {
  const texts = words.map(({ text }) => text);
  const found: Age[] = [];
  for (let at = 0; at < texts.length; at++) {
    const number = numberAt(texts, at);
    if (!number || !Number.isInteger(number.value) || words[at]?.before.includes('/')) continue;
    const next = at + number.length;
    const years =
      yearsAt(texts, at, next, number.value, words) ??
      (standsAlone(words, at, next) && number.value >= 16 ? number.value : undefined);
    if (years !== undefined && years <= 120) found.push({ years, at });
  }
  return found;
}

/** "Sore temples, 68", "72, sudden pain": alone before or behind a comma, at an end of the message or of a sentence. */
function standsAlone(words: readonly { text: string; before: string }[], at: number, next: number): boolean {
  const after = words[next];
  if (at === 0) return after?.before === ',' && !/^\d/.test(after.text);
  return (
    at > 1 &&
    /^, ?$/.test(words[at]?.before ?? '') &&
    !/^\d/.test(words[at - 1]?.text ?? '') &&
    (after === undefined || /^[.;!\n]/.test(after.before))
  );
}

/** "I have 44 years", as the Romance languages say it: nothing follows that the years could be of. */
function hasYears(
  texts: readonly string[],
  at: number,
  end: number,
  words: readonly { before: string }[],
): boolean {
  const subject = /^(?:have|having|has|got)$/.test(texts[at - 1] ?? '');
  const follows = texts[end] ?? '';
  const stops = end >= texts.length || words[end]?.before !== '' || /^(?:and|i|my)$/.test(follows);
  return subject && stops && !/^(?:of|ago|since|in)$/.test(follows);
}

function yearsAt(
  texts: readonly string[],
  at: number,
  next: number,
  value: number,
  words: readonly { before: string }[],
): number | undefined {
  const [before, twoBefore, after, afterThat] = [
    texts[at - 1],
    texts[at - 2],
    texts[next],
    texts[next + 1],
  ].map((text) => text ?? '');
  const followsOn = !/[/.%]/.test(words[next]?.before ?? '');
  if (/^years?$/.test(after ?? '')) {
    if (afterThat === 'old' || SEX.test(afterThat ?? '')) return value;
    if (afterThat === 'of' && texts[next + 2] === 'age') return value;
    return hasYears(texts, at, next + 1, words) ? value : undefined;
  }
  if (/^(?:month|months|week|weeks|day|days)$/.test(after ?? '') && afterThat === 'old') {
    return after?.startsWith('month') ? Math.floor(value / 12) : 0;
  }
  if (after === 'yo' || (after === 'y' && afterThat === 'o') || after === 'yrs' || after === 'yro')
    return value;
  if (before === 'aged' || before === 'age' || (twoBefore === 'age' && /^(?:is|of)$/.test(before ?? '')))
    return value;
  if (SEX.test(after ?? '') && followsOn && value >= 1) return value;
  if (/^(?:f|m)$/.test(before ?? '') && value >= 10) return value;
  if (NOT_YEARS.test(after ?? '') || !followsOn || value < 1) return undefined;
  const is =
    before === 'am' ||
    (before === 'is' && !/^(?:it|pain|that|this|level|severity|which)$/.test(twoBefore ?? ''));
  const turned =
    /^(?:turned|turning|nearly|almost|only|now)$/.test(before ?? '') &&
    /^(?:i|am|just|have|is|is|he|she)$/.test(twoBefore ?? '');
  if (
    value >= 3 &&
    (turned ||
      (is &&
        (before === 'am' ||
          /^(?:he|she|mum|mom|dad|wife|husband|son|daughter|mother|father|age|who|partner)$/.test(
            twoBefore ?? '',
          ))))
  ) {
    return value;
  }
  return undefined;
}
