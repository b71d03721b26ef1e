import type { Complaint } from '../report.js';
import { clauseAround } from '../text/clauses.js';
import type { Word } from '../text/word.js';
import { agesIn } from './age.js';
import { type TimeSpan, timeSpans } from './duration.js';
import type { Message } from './message.js';
import { ratings } from './severity.js';
import { sidesIn } from './sides.js';
import type { CourseWord } from './slot-index.js';

/** Facts about a complaint, and the word at which the message tells them. */
export interface Fact {
  at: number;
  set: Partial<Omit<Complaint, 'region' | 'triggers'>> & { triggers?: string[] };
}

const SEVERITY_WORDS: Partial<Record<CourseWord, number>> = {
  mild: 2,
  moderate: 5,
  severe: 8,
  extreme: 9,
  worst: 10,
};
/** What somebody is or does for long, other than having a trouble. */
const OTHER_HISTORY =
  /^(?:smoked|smoker|smoking|worked|job|married|living|lived|taking|pregnant|pack|drank|drinking|retired|diabetic|studied)$/;
/** These too where somebody does them: "I work", "have been working"; "desk work" is no history. */
const OTHER_DOING = /^(?:work|working|smoke|study|studying|live|drink|take)$/;
const DOER = /^(?:i|we|he|she|they|been|am|is|was|still|now)$/;
const BEGAN =
  /^(?:started|starting|start|began|begun|since|noticed|first|came|hurt|injured|twisted|pulled|tweaked|woke|strained|sprained|appeared|developed|onset|fell|threw|kicked|happened|flared)$/;
const TROUBLE =
  /^(?:pain|pains|painful|ache|aches|aching|achy|sore|soreness|hurt|hurts|hurting|stiff|stiffness|numb|numbness|tingling|tingly|swollen|swelling|weak|weakness|tight|tightness|cramp|cramps|spasm|spasms|burning|throbbing|tender|headache|headaches|migraine|migraines|backache|discomfort|symptoms|symptom|it|this|attack|attacks|knots|tension|sciatica|injury|problem|fever)$/;

/** How long, how bad, how it began and goes on: whatever a message tells of a complaint, and where. */
export function factsIn(message: Message): Fact[] {
  return [...durations(message), ...severities(message), ...courses(message)];
}

function durations(message: Message): Fact[] {
  const { words } = message;
  const texts = words.map(({ text }) => text);
  const ages = new Set(agesIn(words).map(({ at }) => at));
  return timeSpans(texts)
    .filter((span) => !ages.has(span.from) && tellsDuration(span, message))
    .map(({ from, days }) => ({ at: from, set: { durationDays: days } }));
}

/** A message no longer than this that names a time is an answer to "since when". */
const SHORT_ANSWER = 6;

function tellsDuration({ kind, from, to, days }: TimeSpan, message: Message): boolean {
  const { words } = message;
  if (tellsOfOther(message, from, to)) return false;
  if (kind === 'for' || kind === 'since') return true;
  const near = (test: (at: number) => boolean) => {
    for (let at = Math.max(0, from - 12); at < to + 6; at++) {
      if (words[at]?.sentence === words[from]?.sentence && test(at)) return true;
    }
    return false;
  };
  const began = near((at) => BEGAN.test(words[at]?.text ?? ''));
  if (kind === 'ago' || began) return began;
  if (days[1] < 1) return false;
  return (
    words.length <= SHORT_ANSWER ||
    near((at) => TROUBLE.test(words[at]?.text ?? '') || message.namesRegion(at))
  );
}

/**
 * Whether a time belongs to something other than a trouble. In its clause the nearest before it tells, and where
 * nothing does, the nearest behind it: "I work at a desk, and my neck hurts for 2 months".
 */
function tellsOfOther(message: Message, from: number, to: number): boolean {
  const clause = clauseAround(message.words, from);
  for (let at = from - 1; at >= clause.from; at--) {
    if (isOther(message.words, at))
      return !message.words.slice(at - 3, at).some(({ text }) => BEGAN.test(text));
    if (isTroubleWord(message, at)) return false;
  }
  for (let at = to; at < clause.to; at++) {
    if (isOther(message.words, at)) return true;
    if (isTroubleWord(message, at)) return false;
  }
  return false;
}

function isOther(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? '';
  return OTHER_HISTORY.test(text) || (OTHER_DOING.test(text) && DOER.test(words[at - 1]?.text ?? ''));
}

function isTroubleWord(message: Message, at: number): boolean {
  return TROUBLE.test(message.words[at]?.text ?? '') || message.namesRegion(at);
}

function severities(message: Message): Fact[] {
  const { words } = message;
  const told = ratings(words).filter(({ from }) => !isFormer(words, from));
  if (told.length > 0) return told.map(({ value, from }) => ({ at: from, set: { severity: value } }));
  return message.matches('course').flatMap(({ payload, words: place }) => {
    const severity = SEVERITY_WORDS[payload.value];
    const at = place[0] ?? 0;
    if (severity === undefined || !isTrouble(message, at) || !isHere(message, place)) return [];
    return [{ at, set: { severity } }];
  });
}

/** "it was 8 out of 10 last week": a rating of another time. */
function isFormer(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const word = words[before];
    if (word?.clause !== words[at]?.clause || /^(?:now|currently|today)$/.test(word?.text ?? ''))
      return false;
    if (/^(?:was|were|before|yesterday|originally|from|initially)$/.test(word?.text ?? '')) return true;
  }
  return false;
}

/** Whether a trouble or a region is named close by, in the same clause. */
function isTrouble(message: Message, at: number): boolean {
  const { words } = message;
  for (let near = Math.max(0, at - 7); near <= at + 7; near++) {
    if (words[near]?.clause !== words[at]?.clause) continue;
    if (TROUBLE.test(words[near]?.text ?? '') || message.namesRegion(near)) return true;
  }
  return false;
}

function courses(message: Message): Fact[] {
  return message.matches('course').flatMap(({ payload: { value }, words }): Fact[] => {
    const at = words[0] ?? 0;
    if (
      value !== 'sudden' &&
      value !== 'gradual' &&
      value !== 'worse' &&
      value !== 'better' &&
      value !== 'same'
    )
      return [];
    if (!isHere(message, words)) return [];
    if (value === 'sudden' || value === 'gradual') return [{ at, set: { onset: value } }];
    // "gets worse when I sit" names a trigger, not a course.
    const next = message.words[(words.at(-1) ?? at) + 1];
    if (
      /^(?:when|whenever|if|after|with|by|while|during|at|from)$/.test(next?.text ?? '') &&
      next?.before === ''
    )
      return [];
    return [{ at, set: { course: value } }];
  });
}

/** A side told without a region of this message: "it is the left one". */
export function looseSide(message: Message): Fact[] {
  const told = sidesIn(message.words, () => false).filter(
    ({ at }) => message.contextOf([at]).status !== 'absent',
  );
  const first = told[0];
  if (!first) return [];
  const sides = new Set(told.map((mention) => mention.side));
  return [{ at: first.at, set: { side: sides.size > 1 ? 'both' : first.side } }];
}

function isHere(message: Message, words: readonly number[]): boolean {
  const { status, temporality, experiencer } = message.contextOf(words);
  return status !== 'absent' && temporality === 'current' && experiencer === 'patient';
}
