import type { Word } from '../text/word.js';
import { type Cue, steering } from './cues.js';
import type { Mention } from './mention.js';

const PERSON =
  /^(?:i|me|my|mine|myself|we|our|ours|us|he|she|his|her|hers|him|himself|herself|im|ive|this|these)$/;
/** "e.g. cancer?" goes on with the question of the sentence before. */
const GOES_ON = /^(?:e|eg|for|such|like|or|including|and)$/;

/**
 * Whether a mention is only what a question about massage or illness at large is about: "what conditions make it
 * unsafe? e.g. cancer?". A trouble may be meant although nobody is named ("is massage safe with a swollen calf?"),
 * so unless it is asked for by its kind it stays what it is.
 */
export function isAskedInGeneral(mention: Mention, cues: ReadonlyMap<number, readonly Cue[]>): boolean {
  if (mention.kind === 'place') return false;
  const { all, first } = mention;
  const sentence = all[first]?.sentence ?? 0;
  const start = startOf(all, first);
  const isTail = start > 0 && GOES_ON.test(all[start]?.text ?? '') && namesNobody(all, start);
  const opener =
    openerOf(all, start, cues.get(sentence), first) ??
    (isTail ? openerOf(all, startOf(all, start - 1), cues.get(sentence - 1), start) : undefined);
  if (opener === undefined || isOwnedAfter(all, first)) return false;
  if (opener.kind === 'questions.always') return namesNobody(all, opener.to);
  return mention.kind !== 'trouble' && !namesAnybody(all);
}

/** "Why do you ask about osteoporosis? I have it." */
function isOwnedAfter(all: readonly Word[], first: number): boolean {
  let at = first;
  while (all[at] && all[at]?.sentence === all[first]?.sentence) at++;
  return (
    /^(?:i|he|she|we)$/.test(all[at]?.text ?? '') &&
    /^(?:have|has|had|got|take|takes)$/.test(all[at + 1]?.text ?? '') &&
    /^(?:it|that|this|one|them|those|both|got)$/.test(all[at + 2]?.text ?? '')
  );
}

/** The question that opens a sentence, before the mention; one that holds whatever it names goes first. */
function openerOf(
  all: readonly Word[],
  start: number,
  cues: readonly Cue[] = [],
  before: number,
): Cue | undefined {
  const openers = cues.filter(
    ({ kind, from }) => kind.startsWith('questions.') && from <= before && isOpening(all.slice(start, from)),
  );
  return openers.find(({ kind }) => kind === 'questions.always') ?? openers[0];
}

function isOpening(words: readonly Word[]): boolean {
  return words.every(({ text }) => steering.questionOpenings.has(text));
}

function startOf(all: readonly Word[], at: number): number {
  let start = at;
  while (start > 0 && all[start - 1]?.sentence === all[at]?.sentence) start--;
  return start;
}

/** Whether the rest of a sentence speaks of no person. */
function namesNobody(all: readonly Word[], from: number): boolean {
  for (let at = from; all[at] && all[at]?.sentence === all[from]?.sentence; at++) {
    if (isPerson(all[at])) return false;
  }
  return true;
}

/** Whether a message speaks of the writer or of somebody near them; "I have a question" does not. */
function namesAnybody(all: readonly Word[]): boolean {
  return all.some((word, at) => isPerson(word) && !isFrame(all, at));
}

function isPerson(word: Word | undefined): boolean {
  return word !== undefined && (PERSON.test(word.text) || steering.relatives.has(word.text));
}

/** "I was wondering", "can you tell me", "my question is". */
function isFrame(all: readonly Word[], at: number): boolean {
  const next = all[at + 1]?.text ?? '';
  const third = all[at + 2]?.text ?? '';
  if (all[at]?.text === 'i') {
    return (
      /^(?:wonder|wondered|ask)$/.test(next) ||
      (/^(?:am|was)$/.test(next) && /^(?:wondering|curious|asking|interested)$/.test(third)) ||
      (/^(?:want|wanted|need|would|have)$/.test(next) &&
        all.slice(at + 2, at + 6).some(({ text }) => /^(?:know|ask|question|understand|learn)$/.test(text)))
    );
  }
  if (all[at]?.text === 'me') return /^(?:tell|explain|ask)$/.test(all[at - 1]?.text ?? '');
  return all[at]?.text === 'my' && /^(?:question|next)$/.test(next);
}
