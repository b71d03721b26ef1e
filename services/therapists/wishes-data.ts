import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';

const phrases = z.array(z.string().min(1)).min(1);
const numbers = z.record(z.string(), z.int().positive());
const genderPhrases = z.strictObject({ anywhere: phrases, alone: phrases });

const wishesSchema = z.strictObject({
  negations: phrases,
  gender: z.strictObject({ female: genderPhrases, male: genderPhrases, nonbinary: genderPhrases }),
  anyGender: phrases,
  languageBefore: phrases,
  languageAfter: phrases,
  languageNotAlone: phrases,
  languages: z.record(z.string().regex(/^[a-z]{2,3}$/), phrases),
  anyLanguage: phrases,
  accepting: phrases,
  anyInsurance: phrases,
  specialtyCues: phrases,
  specialtyNotAlone: phrases,
  filler: phrases,
  more: phrases,
  closer: phrases,
  resetAlone: phrases,
  reset: phrases,
  compare: phrases,
  ordinals: numbers,
  numbers,
  milesWords: phrases,
  kmWords: phrases,
});

/** The words of wishes.yaml. */
export const wishWords = readDataFile(projectPath('services', 'therapists', 'wishes.yaml'), wishesSchema);
