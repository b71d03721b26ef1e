import { z } from 'zod';
import { projectPath, readDataFile } from '../../data-file.js';
import { findPatterns } from '../lexicon/find-patterns.js';
import { indexPatterns, type PatternIndex } from '../lexicon/pattern-index.js';
import type { Word } from '../text/word.js';

const phrases = z.array(z.string().min(1));
const negationSchema = z.strictObject({
  before: phrases,
  after: phrases,
  soundAfter: phrases,
  spares: phrases,
  stops: phrases,
  otherVerbs: phrases,
  perceptions: phrases,
});
const doubtSchema = z.strictObject({
  uncertainBefore: phrases,
  uncertainAfter: phrases,
  hypotheticalBefore: phrases,
  spares: phrases,
  stops: phrases,
});
const timeSchema = z.strictObject({
  pastBefore: phrases,
  pastAfter: phrases,
  pastAtEnd: phrases,
  examined: phrases,
  foundWell: phrases,
  longAgo: phrases,
  recent: phrases,
  goesOn: phrases,
  eventOpeners: z.array(z.coerce.string()),
  spares: phrases,
});
const personsSchema = z.strictObject({
  relatives: phrases,
  children: phrases,
  otherBefore: phrases,
  otherAfter: phrases,
  othersCondition: phrases,
  othersTrouble: phrases,
  acute: phrases,
  spares: phrases,
  presentVerbs: phrases,
  historyVerbs: phrases,
  eventVerbs: phrases,
  deathVerbs: phrases,
  tellingVerbs: phrases,
  objectMarkers: phrases,
  ownTroubles: phrases,
});

const questionsSchema = z.strictObject({
  always: phrases,
  impersonal: phrases,
  openings: z.array(z.coerce.string()),
});

const file = (name: string) => projectPath('knowledge', 'symptoms', 'context', `${name}.yaml`);
const negation = readDataFile(file('negation'), negationSchema);
const doubt = readDataFile(file('doubt'), doubtSchema);
const time = readDataFile(file('time'), timeSchema);
const persons = readDataFile(file('persons'), personsSchema);
const questions = readDataFile(file('questions'), questionsSchema);

/** Single words that steer the context without reaching over others. */
export const steering = {
  otherVerbs: new Set(negation.otherVerbs),
  perceptions: new Set(negation.perceptions),
  eventOpeners: new Set(time.eventOpeners),
  relatives: new Set([...persons.relatives, ...persons.children]),
  children: new Set(persons.children),
  presentVerbs: new Set(persons.presentVerbs),
  historyVerbs: new Set(persons.historyVerbs),
  eventVerbs: new Set(persons.eventVerbs),
  deathVerbs: new Set(persons.deathVerbs),
  tellingVerbs: new Set(persons.tellingVerbs),
  objectMarkers: new Set(persons.objectMarkers),
  ownTroubles: new Set(persons.ownTroubles),
  questionOpenings: new Set(questions.openings),
} as const;

const groups = {
  negation: {
    before: negation.before,
    after: negation.after,
    soundAfter: negation.soundAfter,
    spares: negation.spares,
    stops: negation.stops,
  },
  doubt: {
    uncertainBefore: doubt.uncertainBefore,
    uncertainAfter: doubt.uncertainAfter,
    hypotheticalBefore: doubt.hypotheticalBefore,
    spares: doubt.spares,
    stops: doubt.stops,
  },
  time: {
    pastBefore: time.pastBefore,
    pastAfter: time.pastAfter,
    pastAtEnd: time.pastAtEnd,
    examined: time.examined,
    foundWell: time.foundWell,
    longAgo: time.longAgo,
    recent: time.recent,
    goesOn: time.goesOn,
    spares: time.spares,
  },
  persons: {
    otherBefore: persons.otherBefore,
    otherAfter: persons.otherAfter,
    othersCondition: persons.othersCondition,
    othersTrouble: persons.othersTrouble,
    acute: persons.acute,
    spares: persons.spares,
  },
  questions: { always: questions.always, impersonal: questions.impersonal },
} as const;

type Groups = typeof groups;
type CueGroup = keyof Groups;
/** "negation.before", "time.longAgo" … */
export type CueKind = { [G in CueGroup]: `${G}.${Extract<keyof Groups[G], string>}` }[CueGroup];

/** Words that tell how to take the words about them. */
export interface Cue {
  kind: CueKind;
  /** Indices of its first word, and of the word after its last. */
  from: number;
  to: number;
  words: readonly number[];
}

const groupOf = Object.fromEntries(
  Object.entries(groups).flatMap(([group, kinds]) =>
    Object.keys(kinds).map((kind) => [`${group}.${kind}`, group]),
  ),
) as Record<CueKind, CueGroup>;

const index: PatternIndex<CueKind> = indexPatterns(
  Object.entries(groups).flatMap(([group, kinds]) =>
    Object.entries(kinds).flatMap(([kind, list]) =>
      list.map((phrase) => ({ phrase: `"${phrase}"`, payload: `${group}.${kind}` as CueKind })),
    ),
  ),
  {},
  false,
);

/** The words that cues are made of, so that misspelt ones are recognised too. */
export const cueVocabulary: ReadonlySet<string> = index.vocabulary;

/** The cues of a message by sentence, in order of place. One that lies within a longer one of its group is not a cue. */
export function findCues(words: readonly Word[]): ReadonlyMap<number, readonly Cue[]> {
  const found = findPatterns(index, words).map(({ payload, words: matched }): Cue => {
    const from = matched[0] ?? 0;
    return { kind: payload, from, to: (matched.at(-1) ?? from) + 1, words: matched };
  });
  const byWord = new Map<number, Cue[]>();
  for (const cue of found) {
    for (const word of cue.words) {
      const list = byWord.get(word);
      if (list) list.push(cue);
      else byWord.set(word, [cue]);
    }
  }
  const bySentence = new Map<number, Cue[]>();
  for (const cue of found) {
    if (cue.words.some((word) => byWord.get(word)?.some((other) => outdoes(other, cue)))) continue;
    const sentence = words[cue.from]?.sentence ?? 0;
    const list = bySentence.get(sentence);
    if (list) list.push(cue);
    else bySentence.set(sentence, [cue]);
  }
  for (const cues of bySentence.values()) cues.sort((a, b) => a.from - b.from);
  return bySentence;
}

/**
 * A longer cue of the same group takes the words of a shorter; among equals the one that spares wins, and one that
 * spares takes also those that begin within it: "as (if" my leg) is no "if my".
 */
function outdoes(other: Cue, cue: Cue): boolean {
  if (other === cue || groupOf[other.kind] !== groupOf[cue.kind]) return false;
  const covers = cue.words.every((word) => other.words.includes(word));
  if (!spares(other) || spares(cue)) return covers && other.words.length > cue.words.length;
  return covers || (other.from < cue.from && !other.words.every((word) => cue.words.includes(word)));
}

function spares(cue: Cue): boolean {
  return cue.kind.endsWith('.spares');
}
