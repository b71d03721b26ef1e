import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { matchChoice } from '../choices/match-choice.js';
import { plainYesNo } from '../choices/plain-yes-no.js';
import { startsWithWords, wordsOf } from '../choices/words.js';
import type { PhysicianWord } from '../record/record.js';
import type { Choice } from '../views/view.js';

const phrases = z.array(z.string().min(1).transform(wordsOf)).min(1);

const lists = readDataFile(
  projectPath('dialogs', 'physician-check', 'physician-words.yaml'),
  z.strictObject({
    physicians: phrases,
    others: phrases,
    ourselves: phrases,
    third_persons: phrases,
    agrees: phrases,
    advised_against: phrases,
    not_yet: phrases,
    denies: phrases,
    denies_before: phrases,
    unclear: phrases,
    visited: phrases,
    questions: phrases,
    about: phrases,
  }),
);

type Answer = PhysicianWord['answer'];

/**
 * What a patient reports of their physician, in answer to the question whether one agrees: "yes", "my GP said
 * it's fine", "she advised against it", "seeing him on Monday". Anything doubtful is not an agreement: denied
 * or guessed it is `not_yet`; conditional, old, asked or another person's it is undefined, to be asked again.
 */
export function readPhysicianWord(text: string): Answer | undefined {
  const words = wordsOf(text);
  const said = reportedWord(text, words);
  if (said !== 'nothing') return said;
  if (has(words, lists.not_yet)) return 'not_yet';
  const answer = plainYesNo(text);
  if (answer === 'yes') return isDoubtful(text) || has(words, lists.visited) ? undefined : 'agrees';
  return answer === 'no' ? 'not_yet' : undefined;
}

/** The same without being asked: only where a physician is named together with what they said. */
export function readVolunteeredWord(text: string): Answer | undefined {
  const words = wordsOf(text);
  if (!has(words, lists.physicians)) return undefined;
  const said = reportedWord(text, words);
  return said === 'nothing' ? undefined : said;
}

/** A button, number or label of the choices that stand open, or else what the words report. */
export function choiceOrWord(text: string, offered: Choice[]): string | undefined {
  const chosen = matchChoice(text, offered)?.value;
  if (chosen === undefined || (chosen === 'agrees' && isNoChoice(text))) return readPhysicianWord(text);
  return chosen;
}

/** "I agree" and "yes, seen" come close to a label, but are no physician's agreement. */
function isNoChoice(text: string): boolean {
  const words = wordsOf(text);
  const visitOnly = has(words, lists.visited) && agreementIn(words) === undefined;
  return isDoubtful(text) || visitOnly;
}

/** The message agrees or advises; undefined: it speaks of an agreement that is none. */
function reportedWord(text: string, words: string[]): Answer | 'nothing' | undefined {
  const agreement = agreementIn(words);
  const rest = agreement?.rest ?? words;
  if (has(rest, lists.advised_against) || (agreement && has(words, ADVISED_WITH_AGREEMENT)))
    return 'advised_against';
  if (!agreement) return 'nothing';
  if (isQuestion(text, words)) return undefined;
  if (has(rest, lists.denies) || has(agreement.before, lists.denies_before)) return 'not_yet';
  return isDoubtful(text) ? undefined : 'agrees';
}

/** "did not agree" holds an agreement, and is none. */
const ADVISED_WITH_AGREEMENT = lists.advised_against.filter((phrase) => agreementIn(phrase) !== undefined);

function isDoubtful(text: string): boolean {
  const words = wordsOf(text);
  const agreement = agreementIn(words);
  const rest = agreement?.rest ?? words;
  if (isQuestion(text, words) || has(rest, lists.denies) || has(rest, lists.unclear)) return true;
  const before = agreement?.before ?? [];
  if (agreement && saysMore(agreement.rest)) return true;
  return has(before, lists.denies_before) || isAnotherPersons(before);
}

/** What is left speaks of something else than a physician and massage: "agrees that massage is dangerous". */
function saysMore(rest: string[]): boolean {
  const known = new Set([...lists.about, ...lists.physicians, ...lists.third_persons].flat());
  return rest.some((word, at) => !known.has(word) && !isPhysiciansName(rest, at));
}

/** "Dr Patel", but not "Dr Google". */
function isPhysiciansName(words: string[], at: number): boolean {
  const title = words[at - 1] ?? '';
  return /^(dr|doctor|nurse)$/.test(title) && !has([words[at] ?? ''], lists.others);
}

/** The patient's own, or that of someone who is no physician. */
function isAnotherPersons(before: string[]): boolean {
  const last = before.findLast((word) => has([word], [...lists.ourselves, ...THIRD_PERSONS]));
  if (last !== undefined && has([last], lists.ourselves)) return true;
  return has(before, lists.others) && !has(before, lists.physicians);
}

const THIRD_PERSONS = [...lists.third_persons, ...lists.physicians];

/** The longest phrase of agreement, what stands before it, and the message without it. */
function agreementIn(words: string[]): { before: string[]; rest: string[] } | undefined {
  const longest = lists.agrees.toSorted((a, b) => b.length - a.length);
  for (const phrase of longest) {
    const at = words.findIndex((_, index) => startsWithWords(words.slice(index), phrase));
    if (at < 0) continue;
    const before = words.slice(0, at);
    return { before, rest: [...before, ...words.slice(at + phrase.length)] };
  }
  return undefined;
}

function isQuestion(text: string, words: string[]): boolean {
  return text.includes('?') || lists.questions.some((phrase) => startsWithWords(words, phrase));
}

function has(words: string[], wanted: readonly string[][]): boolean {
  return words.some((_, at) => wanted.some((phrase) => startsWithWords(words.slice(at), phrase)));
}
