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
  anyOther: z.strictObject({
    modalities: phrases,
    specialties: phrases,
    price: phrases,
    radiusKm: phrases,
    accessibility: phrases,
    accepting: phrases,
    withoutReferral: phrases,
  }),
  withoutReferral: phrases,
  takeBack: phrases,
  wishNames: z.strictObject({
    gender: phrases,
    insurance: phrases,
    languages: phrases,
    price: phrases,
    radiusKm: phrases,
    modalities: phrases,
    accessibility: phrases,
    accepting: phrases,
    specialties: phrases,
  }),
  atMost: phrases,
  atMostBehind: phrases,
  currencies: z.record(z.string().regex(/^[A-Z]{3}$/), phrases),
  dollarsOf: z.record(z.string().regex(/^[A-Z]{2}$/), z.string().regex(/^[A-Z]{3}$/)),
  perSession: phrases,
  cheaper: phrases,
  travelTime: phrases,
  timeUnits: phrases,
  travelCues: phrases,
  farther: phrases,
  searchAgain: phrases,
  aboutSomeone: phrases,
  reach: phrases,
  reachAlone: phrases,
  best: phrases,
  notSearchable: phrases,
  ofOneself: phrases,
  specialtyCues: phrases,
  specialtyNotAlone: phrases,
  filler: phrases,
  more: phrases,
  closer: phrases,
  resetAlone: phrases,
  reset: phrases,
  compare: phrases,
  ordinals: numbers,
  oneBehind: phrases,
  numbers,
  milesWords: phrases,
  kmWords: phrases,
});

/** The words of wishes.yaml. */
export const wishWords = readDataFile(projectPath('services', 'therapists', 'wishes.yaml'), wishesSchema);
