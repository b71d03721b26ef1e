import { numberAt } from './numbers.js';

export type Days = [number, number];

/** A length of time named at a place, and how many words it takes. */
export interface TimeSpan {
  days: Days;
  from: number;
  to: number;
  /** "3 weeks ago", "since Tuesday", "for 3 weeks": how it is said. */
  kind: 'bare' | 'for' | 'since' | 'ago';
}

const HOUR = 1 / 24;
const UNITS: Readonly<Record<string, number>> = {
  minute: HOUR / 60,
  min: HOUR / 60,
  hour: HOUR,
  hr: HOUR,
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 365,
  decade: 3650,
};
/** How long a bare plural is: "for weeks", "months now". */
const BARE: Readonly<Record<string, Days>> = {
  minutes: [0, HOUR],
  hours: [0, 1],
  days: [2, 7],
  nights: [2, 7],
  weeks: [14, 60],
  months: [60, 365],
  years: [730, 7300],
  decades: [7300, 21900],
};
const WEEKDAY = /^(?:mon|tues?|wed|weds|thur?s?|fri|sat|sun)(?:day|nesday|urday|sday)?$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const SEASON = /^(?:spring|summer|autumn|fall|winter|christmas|easter|xmas)$/;
const ABOUT =
  /^(?:about|around|roughly|approximately|approx|maybe|like|almost|nearly|some|say|or|so|another|the|last|past|these|good|full|whole|solid|at|least|now|going|well)$/;
/** After a span, words that make it something else than how long a trouble has lasted. */
const OTHER_USE =
  /^(?:old|pregnant|along|flight|flights|drive|drives|shift|shifts|work|workweek|walk|plane|bus|trip|course|gestation|pack|postpartum|post|apart|later|away|massage|session|sessions|appointment|holiday|from)$/;
const EPISODE = /^(?:lasts|lasting|last|every|each|in|within|next|another|than)$/;

/** Every length of time a message names, in order. `texts` are its words. */
export function timeSpans(texts: readonly string[]): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (let at = 0; at < texts.length; at++) {
    const since = sinceAt(texts, at);
    const amount = since ? undefined : spanAt(texts, at);
    const span = since ?? (amount && asDuration(texts, at, amount));
    if (span) spans.push(span);
    const to = span?.to ?? amount?.to;
    if (to !== undefined) at = to - 1;
  }
  return spans;
}

/** A length of time as one that a trouble has lasted; undefined for another use of it: "8 hours a day". */
function asDuration(
  texts: readonly string[],
  at: number,
  amount: { days: Days; to: number },
): TimeSpan | undefined {
  const after = texts[amount.to] ?? '';
  const before = wordBefore(texts, at);
  if (OTHER_USE.test(after) || isRate(texts, amount.to)) return undefined;
  if (after === 'ago' || (after === 'back' && texts[amount.to + 1] !== 'pain')) {
    return { days: amount.days, from: at, to: amount.to + 1, kind: 'ago' };
  }
  if (EPISODE.test(before) && !/^(?:in|within)$/.test(before)) return undefined;
  if (/^(?:in|within)$/.test(before) && !/^(?:the|last|past)$/.test(texts[at - 1] ?? '')) return undefined;
  const kind = /^(?:for|over|since|past|last|of|been)$/.test(before) ? 'for' : 'bare';
  return { days: amount.days, from: at, to: amount.to, kind };
}

/** "8 hours a day", "3 times a week". */
function isRate(texts: readonly string[], at: number): boolean {
  return /^(?:a|per|each|every)$/.test(texts[at] ?? '') && (UNITS[texts[at + 1] ?? ''] ?? 0) >= 1;
}

function wordBefore(texts: readonly string[], at: number): string {
  let before = at - 1;
  while (before >= 0 && ABOUT.test(texts[before] ?? '') && !isVerbLast(texts, before)) before--;
  return texts[before] ?? '';
}

/** "attacks last 10 minutes", not "the last 3 months". */
function isVerbLast(texts: readonly string[], at: number): boolean {
  return (
    texts[at] === 'last' && !/^(?:the|for|since|over|in|during|within|these|this)$/.test(texts[at - 1] ?? '')
  );
}

/** A number and a unit: "3 weeks", "2 to 3 weeks", "a couple of days", "a year and a half", "ages". */
function spanAt(texts: readonly string[], at: number): { days: Days; to: number } | undefined {
  const text = texts[at] ?? '';
  if (text === 'ages' || text === 'forever' || text === 'donkeys') return { days: [180, 3650], to: at + 1 };
  if (/^(?:a|quite)$/.test(text) && texts[at + 1] === 'while') return { days: [14, 365], to: at + 2 };
  if (/^(?:a|very|so)$/.test(text) && texts[at + 1] === 'long' && texts[at + 2] === 'time') {
    return { days: [180, 3650], to: at + 3 };
  }
  const bare = Object.hasOwn(BARE, text) ? BARE[text] : undefined;
  if (bare && !numberAt(texts, at - 1)) return { days: [...bare], to: at + 1 };
  const amount = amountsAt(texts, at);
  if (!amount) return undefined;
  const unitText = texts[amount.to] ?? '';
  const unit = UNITS[unitText.replace(/s$/, '')];
  if (unit === undefined) return undefined;
  let [least, most] = amount.range;
  let to = amount.to + 1;
  if (texts[to] === 'and' && /^(?:a|1)$/.test(texts[to + 1] ?? '') && texts[to + 2] === 'half') {
    least += 0.5;
    most += 0.5;
    to += 3;
  }
  const before = texts[at - 1] ?? '';
  const twoBefore = texts[at - 2] ?? '';
  if (/^(?:over)$/.test(before) || (before === 'than' && twoBefore === 'more')) most *= 2;
  if (before === 'under' || (before === 'than' && twoBefore === 'less')) least = 0;
  if (before === 'least' && twoBefore === 'at') most *= 2;
  return { days: [roundDays(least * unit), roundDays(most * unit)], to };
}

function amountsAt(texts: readonly string[], at: number): { range: Days; to: number } | undefined {
  const text = texts[at] ?? '';
  if (/^(?:a|an|one|last|past|this)$/.test(text)) {
    const next = texts[at + 1] ?? '';
    if (next === 'couple') return { range: [2, 3], to: at + (texts[at + 2] === 'of' ? 3 : 2) };
    if (next === 'few') return { range: [3, 5], to: at + 2 };
    if (next === 'half') return undefined;
    if (/^(?:last|past|this)$/.test(text) && !/^(?:the|for|over|in|during)$/.test(texts[at - 1] ?? ''))
      return undefined;
    if (UNITS[next] !== undefined) return { range: [1, 1], to: at + 1 };
    if (/^(?:good|whole|full|solid)$/.test(next)) return { range: [1, 1], to: at + 2 };
    if (text !== 'one') return undefined;
  }
  if (text === 'half')
    return { range: [0.5, 0.5], to: at + (/^(?:a|an)$/.test(texts[at + 1] ?? '') ? 2 : 1) };
  if (text === 'couple') return { range: [2, 3], to: at + (texts[at + 1] === 'of' ? 2 : 1) };
  if (text === 'few') return { range: [3, 5], to: at + 1 };
  if (text === 'several' || text === 'many') return { range: [3, 10], to: at + 1 };
  const first = numberAt(texts, at);
  if (!first) return undefined;
  let to = at + first.length;
  let value = first.value;
  if (texts[to] === 'and' && /^(?:a|1)$/.test(texts[to + 1] ?? '') && texts[to + 2] === 'half') {
    value += 0.5;
    to += 3;
  }
  if (/^(?:to|or)$/.test(texts[to] ?? '')) to++;
  const second = numberAt(texts, to);
  if (second && second.value > value) return { range: [value, second.value], to: to + second.length };
  if (/^(?:to|or)$/.test(texts[to - 1] ?? '')) return undefined;
  return { range: [value, value], to };
}

/** "since Tuesday", "since last week", "since this morning"; "since my 30s" tells no length. */
function sinceAt(texts: readonly string[], at: number): TimeSpan | undefined {
  const since = /^(?:since|from)$/.test(texts[at] ?? '');
  const first = since ? at + 1 : at;
  const span = (days: Days, to: number): TimeSpan => ({ days, from: at, to, kind: since ? 'since' : 'ago' });
  const [text, next] = [texts[first] ?? '', texts[first + 1] ?? ''];
  if (since && WEEKDAY.test(text)) return span([1, 7], first + 1);
  if (text === 'yesterday') return span([1, 1], first + 1);
  if (/^(?:today|tonight)$/.test(text)) return span([0, 1], first + 1);
  if (text === 'this' && /^(?:morning|afternoon|evening)$/.test(next)) return span([0, 1], first + 2);
  if (text === 'last' && /^(?:night|evening)$/.test(next)) return span([0, 1], first + 2);
  if (text === 'last' && WEEKDAY.test(next)) return span([1, 7], first + 2);
  if (text === 'last' && next === 'weekend') return span([1, 8], first + 2);
  if (since && text === 'the' && next === 'weekend') return span([1, 7], first + 2);
  const before = texts[first - 1] ?? '';
  if (text === 'last' && !/^(?:the|for|over|in|during)$/.test(before)) {
    if (next === 'week') return span([4, 13], first + 2);
    if (next === 'month') return span([15, 61], first + 2);
    if (next === 'year') return span([180, 730], first + 2);
    if (MONTH.test(next) || SEASON.test(next)) return span([30, 365], first + 2);
  }
  if (!since) return undefined;
  if (text === 'i' && next === 'woke') return span([0, 1], first + 2);
  if (MONTH.test(text) || SEASON.test(text)) return span([7, 365], first + 1);
  const amount = spanAt(texts, first);
  return amount ? span(amount.days, amount.to) : undefined;
}

function roundDays(days: number): number {
  return days < 1 ? Math.round(days * 100) / 100 : Math.round(days);
}
