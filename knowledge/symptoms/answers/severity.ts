import { readMessage } from '../slots/message.js';
import { numberAt } from '../slots/numbers.js';
import { ratings } from '../slots/severity.js';

const WORDS: Readonly<Record<string, number>> = { mild: 2, moderate: 5, severe: 8, extreme: 9, worst: 10 };
const UNIT =
  /^(?:minutes?|mins?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|times?|am|pm|pounds|kg|th|st|nd|rd)$/;

/** How bad it is, 0 to 10: a bare "7" or "seven", "7/10", "maybe 6 or 7" (the worse counts), "mild". */
export function readSeverity(text: string): number | undefined {
  const message = readMessage(text);
  const told = ratings(message.words).map(({ value }) => value);
  if (told.length > 0) return Math.max(...told);
  const texts = message.words.map((word) => word.text);
  if (
    /^(?:none|nothing|no pain|no pain (?:right )?now|it does not hurt|pain free|not at all)$/.test(
      texts.join(' '),
    )
  )
    return 0;
  const bare = texts.flatMap((_, at) => {
    const number = numberAt(texts, at);
    if (!number || number.value > 10 || UNIT.test(texts[at + number.length] ?? '') || isArticle(texts, at))
      return [];
    // "2 to 3 weeks": the unit stands after the second number.
    const next = numberAt(
      texts,
      at + number.length + (/^(?:to|or|and)$/.test(texts[at + number.length] ?? '') ? 1 : 0),
    );
    const after = next
      ? (texts[at + number.length + next.length + 1] ?? texts[at + number.length + next.length])
      : '';
    return next && UNIT.test(after ?? '') ? [] : [number.value];
  });
  if (bare.length > 0 && texts.length <= 12) return Math.max(...bare);
  const word = message.matches('course').find(({ payload, words }) => {
    return WORDS[payload.value] !== undefined && message.contextOf(words).status !== 'absent';
  });
  return word && WORDS[word.payload.value];
}

/** "one" that counts nothing: "this one", "the left one". */
function isArticle(texts: readonly string[], at: number): boolean {
  return (
    texts[at] === 'one' && texts.length > 1 && !/^(?:a|maybe|about|like|say|is)$/.test(texts[at - 1] ?? '')
  );
}
