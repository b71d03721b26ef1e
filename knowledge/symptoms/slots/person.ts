import { steering } from '../context/cues.js';
import { speaksOfSelf } from '../context/own-body.js';
import { isObject, isTeller } from '../context/relatives.js';
import type { Reading } from '../reading.js';
import { isFiniteVerb } from '../text/clauses.js';
import type { Word } from '../text/word.js';
import { agesIn } from './age.js';
import { tellsGestation } from './gestation.js';
import type { Message } from './message.js';

const FEMALE =
  /^(?:female|woman|lady|girl|f|mum|mom|mother|mummy|mommy|wife|girlfriend|sister|aunt|auntie|niece|grandmother|grandma|gran|granny|nan|nana|daughter|granddaughter|fiancee|stepmum|stepmom|stepdaughter)$/;
const MALE =
  /^(?:male|man|guy|gentleman|boy|m|dad|daddy|father|husband|boyfriend|brother|uncle|nephew|grandfather|grandad|granddad|grandpa|son|grandson|fiance|stepdad|stepson)$/;
const PROVIDER =
  /^(?:therapist|therapists|masseuse|masseur|massage|practitioner|provider|one|doctor|physio|only|staff|please)$/;

/** What a message tells of the person it is about. */
export function personIn(message: Message): Pick<Reading, 'age' | 'sex' | 'pregnant' | 'about'> {
  const { words } = message;
  const { about, relative } = aboutWhom(message);
  const ages = agesIn(words);
  const age = ageOf(ages, words, about, relative);
  const pregnant = pregnancyIn(message);
  const sex = sexIn(words, relative) ?? (pregnant ? 'female' : undefined);
  return {
    ...(age !== undefined && { age }),
    ...(sex && { sex }),
    ...(pregnant !== undefined && { pregnant }),
    ...(about && { about }),
  };
}

/** Whom a message asks for: a relative who has or does something now, unless the writer tells of their own body. */
function aboutWhom(message: Message): { about?: 'self' | 'child' | 'other'; relative?: number } {
  const { words } = message;
  const relative = words.findIndex(
    (word, at) => steering.relatives.has(word.text) && isAskedFor(message, at),
  );
  if (relative >= 0) {
    const child = steering.children.has(words[relative]?.text ?? '');
    const own = speaksOfSelf(words) && !/^(?:for|with)$/.test(words[relative - 2]?.text ?? '');
    if (!own || startsWith(words, relative)) return { about: child ? 'child' : 'other', relative };
  }
  if (words.some((_, at) => isMonthOld(words, at))) return { about: 'child' };
  const mine = words.some(
    (word, at) => /^(?:myself)$/.test(word.text) || (word.text === 'for' && words[at + 1]?.text === 'me'),
  );
  return mine ? { about: 'self' } : {};
}

/** "my 3 month old has a fever": a child named by its age alone. */
function isMonthOld(words: readonly Word[], at: number): boolean {
  if (
    words[at]?.text !== 'old' ||
    !/^(?:week|weeks|month|months|year|years|day|days)$/.test(words[at - 1]?.text ?? '')
  )
    return false;
  const years = /^year/.test(words[at - 1]?.text ?? '') ? Number(words[at - 2]?.text) : 0;
  if (words[at - 3]?.text !== 'my' || !(years < 18)) return false;
  return /^(?:is|has|can|keeps|will|does|just|who|got|was|and|had|feels|says|needs|complains|woke|fell)$/.test(
    words[at + 1]?.text ?? 'has',
  );
}

function startsWith(words: readonly Word[], relative: number): boolean {
  return relative <= 3 && words[relative]?.sentence === 0 && !words.some(({ text }) => text === 'i');
}

/** "my 3 year old son", "my poor old diabetic husband". */
const MOST_BEFORE_RELATIVE = 5;

/** Whether a word may stand between "my" and the relative: no verb, no joining word, in one breath. */
function isBetween(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? '';
  return (
    words[at + 1]?.before === '' &&
    !isFiniteVerb(text) &&
    !/^(?:my|our|his|her|a|an|the|and|or|but|says|said|with|for|about|of|to|in|on|from|like|than|i|you|he|she|we|they)$/.test(
      text,
    )
  );
}

/** "my husband has", "my son's leg", "for my mum", "my 3 month old". */
function isAskedFor(message: Message, at: number): boolean {
  const { words } = message;
  const word = words[at];
  if (!word) return false;
  let lead = at - 1;
  while (lead >= 0 && at - lead <= MOST_BEFORE_RELATIVE && isBetween(words, lead)) lead--;
  if (!/^(?:my|our|his|her|a|the)$/.test(words[lead]?.text ?? '') && at > 0) return false;
  const before = words[lead - 1]?.text ?? '';
  if (!/^(?:my|our)$/.test(words[lead]?.text ?? '') && at > 0) return false;
  if (/^(?:for|about)$/.test(before)) return true;
  if (/^(?:and|says)$/.test(before) || isObject(words, at)) return false;
  if (word.possessive) return true;
  if (isTeller(words, at)) return /^(?:he|she|his|her)$/.test(words[at + 2]?.text ?? '');
  for (let next = at + 1; next <= at + 4; next++) {
    const text = words[next]?.text ?? '';
    if (words[next]?.sentence !== word.sentence || text === 'i') return false;
    if (steering.presentVerbs.has(text) || /ing$/.test(text)) return true;
    if (steering.historyVerbs.has(text) || steering.eventVerbs.has(text) || /[a-z]{3}ed$/.test(text))
      return isOfNow(message, at, steering.historyVerbs.has(text));
  }
  return false;
}

/** What happened to a relative is help asked for where it is of today, or where it still goes on. */
function isOfNow({ words, cues }: Message, at: number, isHistory: boolean): boolean {
  const sentence = words[at]?.sentence ?? 0;
  if (cues.get(sentence)?.some(({ kind }) => kind === 'persons.acute')) return true;
  const goesOn = words.some(
    (word, next) =>
      next > at && word.sentence === sentence && /^(?:is|has|can|will|still|since)$/.test(word.text),
  );
  return !isHistory && goesOn;
}

function ageOf(
  ages: ReturnType<typeof agesIn>,
  words: readonly Word[],
  about: Reading['about'],
  relative: number | undefined,
): number | undefined {
  const isRelatives = (at: number) =>
    words
      .slice(Math.max(0, at - 5), at + 6)
      .some((word) => steering.relatives.has(word.text) && word.sentence === words[at]?.sentence);
  const isOwn = (at: number) => words[at - 1]?.text === 'am' || words[at - 2]?.text === 'i';
  if (about === 'child' || about === 'other') {
    const theirs = ages.findLast(({ at }) => !isOwn(at));
    if (theirs) return theirs.years;
    const relativeWord = words[relative ?? -1]?.text ?? '';
    return /^(?:baby|infant|newborn)$/.test(relativeWord) ? 0 : undefined;
  }
  return ages.findLast(({ at }) => isOwn(at) || !isRelatives(at))?.years;
}

function sexIn(words: readonly Word[], relative: number | undefined): Reading['sex'] {
  const own = relative === undefined ? undefined : words[relative]?.text;
  if (own && FEMALE.test(own)) return 'female';
  if (own && MALE.test(own)) return 'male';
  if (relative !== undefined) {
    if (words.some(({ text }) => /^(?:she|her)$/.test(text))) return 'female';
    if (words.some(({ text }) => /^(?:he|his|him)$/.test(text))) return 'male';
  }
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (PROVIDER.test(words[at + 1]?.text ?? '') || steering.relatives.has(text)) continue;
    const sex = FEMALE.test(text) ? 'female' : MALE.test(text) ? 'male' : undefined;
    if (sex && tellsSex(words, at)) return sex;
  }
  return undefined;
}

/** "I am a woman", "45 year old female", "45 f", "sex: male"; "a female therapist" tells nothing. */
function tellsSex(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 4), at).map(({ text }) => text);
  const last = before.at(-1) ?? '';
  if (/^(?:old|yo|sex|gender|o)$/.test(last) || /^\d{1,3}$/.test(last) || /^years?$/.test(last)) return true;
  if (/^\d{2}$/.test(words[at + 1]?.text ?? '') && words[at]?.text.length === 1) return true;
  return (
    /(?:^| )am (?:an? )?(?:\S+ )?$/.test(`${before.join(' ')} `) ||
    /(?:^| )as an? $/.test(`${before.join(' ')} `)
  );
}

/** True also where it is only possible; undefined where the message says nothing of now. */
function pregnancyIn(message: Message): boolean | undefined {
  const matches = message.matches('course');
  let answer: boolean | undefined;
  for (const { payload, words } of matches) {
    if (payload.value !== 'pregnant') continue;
    const { status, temporality, experiencer } = message.contextOf(words);
    if (experiencer === 'other' || temporality === 'past' || message.asksInGeneral(words)) continue;
    answer = status !== 'absent';
  }
  return answer ?? (tellsGestation(message.words) || undefined);
}
