import type { Word } from '../text/word.js';
import { type Cue, steering } from './cues.js';
import type { Mention } from './mention.js';

/** Who is spoken of at a place of the message. */
interface Subject {
  who: 'self' | 'relative';
  /** Index of the word that names a relative; of "i" or "my" else. */
  at: number;
  /** How the relative's verb stands: "my husband can not" or "my dad had". */
  tense: 'present' | 'past';
}

/** How many words may stand between a relative and the verb: "my dad, who is 70, suddenly can not". */
const VERB_WITHIN = 4;
const SELF = /^(?:i|me|my|mine|myself|we)$/;
const ANAPHOR = /^(?:he|she|his|her|him|they|their|them)$/;
const ACUTE = /^(?:now|just|suddenly|sudden|today|currently|tonight|minutes|cannot|help)$/;

/** Whether a mention belongs to somebody other than the person being asked for. */
export function isOthers(mention: Mention, cues: readonly Cue[]): boolean {
  for (const cue of cues) {
    if (cue.words.some((word) => mention.contains(word))) continue;
    if (cue.kind === 'persons.otherBefore' && cue.to <= mention.first) return true;
    if (cue.kind === 'persons.otherAfter' && cue.from > mention.last) return true;
  }
  if (followedByRelative(mention)) return true;
  const subject = subjectOf(mention);
  if (subject?.who !== 'relative' || steering.children.has(mention.all[subject.at]?.text ?? '')) return false;
  if (isAcute(mention, subject)) return false;
  return subject.tense === 'past' || speaksOfSelf(mention.all);
}

/** The person last named before a mention in its sentence; "he" and "she" go back to the relative before. */
function subjectOf({ all, first }: Mention): Subject | undefined {
  const sentence = all[first]?.sentence;
  for (let at = first; at >= 0; at--) {
    const word = all[at];
    if (!word || word.sentence !== sentence) return undefined;
    if (steering.relatives.has(word.text)) {
      const tense = tenseAfter(all, at);
      if (tense) return { who: 'relative', at, tense };
    } else if (SELF.test(word.text) && !leadsToRelative(all, at)) {
      return { who: 'self', at, tense: 'present' };
    } else if (ANAPHOR.test(word.text)) {
      const relative = relativeBefore(all, at);
      if (relative === undefined) return undefined;
      return { who: 'relative', at: relative, tense: tenseAfter(all, at) ?? 'present' };
    }
  }
  return undefined;
}

/** The tense of what a relative does, where the relative is one that does or has something. */
function tenseAfter(all: readonly Word[], at: number): Subject['tense'] | undefined {
  const word = all[at];
  if (word?.possessive || /^(?:his|her|their)$/.test(word?.text ?? '')) {
    for (let next = at + 1; next <= at + 5; next++) {
      if (all[next]?.sentence !== word?.sentence) break;
      if (steering.pastVerbs.has(all[next]?.text ?? '')) return 'past';
    }
    return 'present';
  }
  for (let next = at + 1; next <= at + VERB_WITHIN; next++) {
    const text = all[next]?.text ?? '';
    if (all[next]?.sentence !== word?.sentence) return undefined;
    if (steering.presentVerbs.has(text)) return 'present';
    if (steering.pastVerbs.has(text) || /[a-z]{3}ed$/.test(text)) return 'past';
    if (SELF.test(text)) return undefined;
  }
  return undefined;
}

/** "my" of "my dad" speaks of dad; "my" of "my leg" of me. */
function leadsToRelative(all: readonly Word[], at: number): boolean {
  if (!/^(?:my|our)$/.test(all[at]?.text ?? '')) return false;
  for (let next = at + 1; next <= at + 6; next++) {
    if (all[next]?.clause !== all[at]?.clause) return false;
    if (steering.relatives.has(all[next]?.text ?? '')) return true;
    if (
      !/^(?:\d+|year|years|month|months|week|weeks|day|days|old|little|poor|elderly|young|younger|older|oldest|youngest|late|best|dear|own|eldest|baby|and|teenage|new)$/.test(
        all[next]?.text ?? '',
      )
    )
      return false;
  }
  return false;
}

function relativeBefore(all: readonly Word[], from: number): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 40); at--) {
    if (steering.relatives.has(all[at]?.text ?? '')) return at;
  }
  return undefined;
}

/** "stroke in my father", "diabetes in the family". */
function followedByRelative({ all, last }: Mention): boolean {
  if (all[last + 1]?.text !== 'in' || all[last + 1]?.clause !== all[last]?.clause) return false;
  return [2, 3, 4].some((ahead) => steering.relatives.has(all[last + ahead]?.text ?? ''));
}

/** Trouble of this very moment is help asked for, whoever has it. */
function isAcute({ all, first }: Mention, subject: Subject): boolean {
  if (subject.tense === 'past') {
    return sentenceWords(all, first).some(({ text }) => /^(?:now|just|today|minutes|tonight)$/.test(text));
  }
  return sentenceWords(all, first).some(
    ({ text }, index, list) => ACUTE.test(text) || (text === 'not' && list[index - 1]?.text === 'can'),
  );
}

function sentenceWords(all: readonly Word[], at: number): Word[] {
  const sentence = all[at]?.sentence;
  let from = at;
  while (all[from - 1]?.sentence === sentence && from > 0) from--;
  const list: Word[] = [];
  for (let next = from; all[next]?.sentence === sentence && next < all.length; next++) {
    const word = all[next];
    if (word) list.push(word);
  }
  return list;
}

/** Whether the writer tells of a body of their own: "I have", "I feel", "my back". */
export function speaksOfSelf(all: readonly Word[]): boolean {
  return all.some((word, at) => {
    const next = all[at + 1]?.text ?? '';
    const third = all[at + 2]?.text ?? '';
    if (word.text === 'i') {
      if (/^(?:have|had|get|got)$/.test(next)) {
        return (
          !/^(?:a|an|question|to|two|no|never|not|been)$/.test(third) || !hasRelative(all, at + 2, at + 6)
        );
      }
      return /^(?:feel|felt|hurt|suffer|suffered|ache|woke|fell|twisted|pulled|hit)$/.test(next);
    }
    return (
      word.text === 'my' &&
      !leadsToRelative(all, at) &&
      !steering.relatives.has(next) &&
      !/^(?:question|concern|worry|name|house|phone|massage)$/.test(next)
    );
  });
}

function hasRelative(all: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (steering.relatives.has(all[at]?.text ?? '')) return true;
  return false;
}
