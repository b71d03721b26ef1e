import { z } from 'zod';
import { readDataFile } from '../../data-file.js';
import { indexPatterns, type PatternIndex } from '../lexicon/pattern-index.js';
import { REGIONS, type Region } from '../report.js';
import { conditionPhrases, phrases, regionPhrases, slotFile } from './slot-phrases.js';

/** What a phrase of the slot files tells of. */
export type SlotPayload =
  | { slot: 'region'; value: Region }
  | { slot: 'regionIdiom' }
  | { slot: 'medication'; value: string }
  | { slot: 'condition'; lasting: boolean }
  | { slot: 'goal'; value: string }
  | { slot: 'course'; value: CourseWord };

const courseSchema = z.strictObject({
  sudden: phrases,
  gradual: phrases,
  worse: phrases,
  better: phrases,
  same: phrases,
  mild: phrases,
  moderate: phrases,
  severe: phrases,
  extreme: phrases,
  worst: phrases,
  pregnant: phrases,
  notPregnancy: phrases,
});
export type CourseWord = keyof z.infer<typeof courseSchema>;

let index: PatternIndex<SlotPayload> | undefined;

/** All slot phrases in one index, read once, at the first message. */
export function slotIndex(): PatternIndex<SlotPayload> {
  index ??= indexPatterns(
    [...slotPhrases()].map(({ phrase, payload }) => ({ phrase: quoted(phrase), payload })),
    {},
  );
  return index;
}

/** Slot phrases name things: their words stand in order, with nothing between. */
function quoted(phrase: string): string {
  return `"${phrase}"`;
}

function* slotPhrases(): Generator<{ phrase: string; payload: SlotPayload }> {
  const regions = regionPhrases();
  for (const value of REGIONS) {
    for (const phrase of regions[value]) yield { phrase, payload: { slot: 'region', value } };
  }
  for (const phrase of readDataFile(slotFile('region-idioms'), phrases))
    yield { phrase, payload: { slot: 'regionIdiom' } };
  for (const [value, names] of Object.entries(
    readDataFile(slotFile('medications'), z.record(z.string(), phrases)),
  )) {
    for (const phrase of names) yield { phrase, payload: { slot: 'medication', value } };
  }
  const conditions = conditionPhrases();
  for (const phrase of conditions.lasting) yield { phrase, payload: { slot: 'condition', lasting: true } };
  for (const phrase of conditions.passing) yield { phrase, payload: { slot: 'condition', lasting: false } };
  for (const [value, ways] of Object.entries(
    readDataFile(slotFile('goals'), z.record(z.string(), phrases)),
  )) {
    for (const phrase of ways) yield { phrase, payload: { slot: 'goal', value } };
  }
  const course = readDataFile(slotFile('course'), courseSchema);
  for (const value of courseSchema.keyof().options) {
    for (const phrase of course[value]) yield { phrase, payload: { slot: 'course', value } };
  }
}
