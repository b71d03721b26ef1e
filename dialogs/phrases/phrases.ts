import { z } from 'zod';
import { CodedError } from '../../knowledge/coded-error.js';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';

/** A phrase is one text, or one text for each person it can be about. */
const phraseSchema = z.union([
  z.string().min(1),
  z.strictObject({ self: z.string().min(1), child: z.string().min(1), other: z.string().min(1) }),
]);
const phraseFileSchema = z.record(z.string(), z.record(z.string(), phraseSchema));
type Phrases = z.infer<typeof phraseFileSchema>;

type About = 'self' | 'child' | 'other';

const phrases: Phrases = readDataFile(projectPath('dialogs', 'phrases', 'en.yaml'), phraseFileSchema);

/** What fills a slot; a function is called only where the phrase has the slot. */
export type SlotValue = string | number | (() => string);

/**
 * The words for `group.name`, with `{slots}` filled in. `about` picks the wording where a phrase has one
 * for each person.
 * @throws CodedError PHRASE_MISSING for a phrase or slot that is not there: a programming error.
 */
export function say(key: string, values: Record<string, SlotValue> & { about?: About } = {}): string {
  const [group = '', name = ''] = key.split('.');
  const found = phrases[group]?.[name];
  if (found === undefined) throw new CodedError('PHRASE_MISSING', `dialogs/phrases/en.yaml has no ${key}`);
  const text = typeof found === 'string' ? found : found[values.about ?? 'self'];
  return text.trim().replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot];
    if (value === undefined) throw new CodedError('PHRASE_MISSING', `${key}: nothing fills {${slot}}`);
    return typeof value === 'function' ? value() : String(value);
  });
}

/** All keys of the phrase file, for the check that each is used. */
export function phraseKeys(): string[] {
  return Object.entries(phrases).flatMap(([group, entries]) =>
    Object.keys(entries).map((name) => `${group}.${name}`),
  );
}
