import { z } from 'zod';
import { projectPath, readDataFile } from '../../../knowledge/data-file.js';
import { REGIONS } from '../../../knowledge/symptoms/report.js';
import { slug } from '../fields.js';

const wordSchema = z.strictObject({
  id: slug,
  label: z.string().min(1),
  words: z.array(z.string().min(1)).min(1),
});
const specialtySchema = wordSchema.extend({
  pages: z.array(slug).min(1),
  regions: z.array(z.enum(REGIONS)),
  /** False where the pages are general ones, because the guide has none about this. */
  own: z.boolean().default(true),
});

/** A word of the directory, with what to call it and what patients call it. */
export type VocabularyWord = z.infer<typeof wordSchema>;
export type Specialty = z.infer<typeof specialtySchema>;

/** Ids are told apart once and for all: a second entry of the same id would hide the first. */
function listOf<T extends z.ZodType<{ id: string }>>(entry: T) {
  return z
    .array(entry)
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two entries have the same id');
}

const read = <T>(name: string, schema: z.ZodType<T>): T =>
  readDataFile(projectPath('services', 'therapists', 'vocabulary', name), schema);

/** In the order in which they are shown. */
export const specialties: readonly Specialty[] = read('specialties.yaml', listOf(specialtySchema));
export const modalities: readonly VocabularyWord[] = read('modalities.yaml', listOf(wordSchema));
export const insurers: readonly VocabularyWord[] = read('insurers.yaml', listOf(wordSchema));
export const accessibility: readonly VocabularyWord[] = read('accessibility.yaml', listOf(wordSchema));

const labels = (words: readonly VocabularyWord[]) => new Map(words.map(({ id, label }) => [id, label]));
const LABELS = {
  specialty: labels(specialties),
  modality: labels(modalities),
  insurance: labels(insurers),
  accessibility: labels(accessibility),
};

/** "neck pain" for "neck-pain"; an id outside the vocabulary becomes its own words. */
export function labelOf(kind: keyof typeof LABELS, id: string): string {
  return LABELS[kind].get(id) ?? id.replaceAll('-', ' ');
}
