import { z } from 'zod';
import { CodedError } from '../../knowledge/coded-error.js';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import type { Choice } from '../views/view.js';

const choiceSchema = z.strictObject({
  value: z.string().regex(/^[a-z_]+$/, 'must be lower-case letters and underscores'),
  label: z.string().min(1).max(75),
  synonyms: z.array(z.string().min(1)).default([]),
});

const sets = readDataFile(
  projectPath('dialogs', 'phrases', 'choices.yaml'),
  z.record(z.string(), z.array(choiceSchema).min(1)),
);

/** A named set of choices. @throws CodedError PHRASE_MISSING where there is none: a programming error. */
export function choices(name: string): Choice[] {
  const found = sets[name];
  if (!found) throw new CodedError('PHRASE_MISSING', `dialogs/phrases/choices.yaml has no ${name}`);
  return found;
}
