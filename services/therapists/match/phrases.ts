import { z } from 'zod';
import { projectPath, readDataFile } from '../../../knowledge/data-file.js';

const NAMES = [
  'fit',
  'fit_years_one',
  'fit_years',
  'practice_one',
  'practice',
  'home',
  'verified',
  'expired',
  'accepting',
  'accepting_as_of',
  'full',
  'full_as_of',
  'rating_one',
  'rating',
  'languages',
  'modalities',
  'insurance',
  'price',
  'accessibility',
  'without_referral',
] as const;

const phrases = readDataFile(
  projectPath('services', 'therapists', 'match', 'phrases.yaml'),
  z.record(z.enum(NAMES), z.string().min(1)),
);

/** A reason in words; a slot that nothing fills stays visible, which the tests look for. */
export function phrase(name: (typeof NAMES)[number], values: Record<string, string | number> = {}): string {
  return phrases[name].replace(/\{(\w+)\}/g, (slot, key: string) => String(values[key] ?? slot));
}
