import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { plainKey } from './plain-words.js';

const words = z.array(z.string().min(1)).min(1);
const keys = words.transform((all) => all.map(plainKey).sort((a, b) => b.length - a.length));

const readingSchema = z.strictObject({
  nicknames: z
    .record(z.string(), z.string())
    .transform((names) => new Map(Object.entries(names).map(([from, to]) => [plainKey(from), plainKey(to)]))),
  before: keys,
  behind: keys,
  prepositions: keys.transform((all) => new Set(all)),
  notAlone: keys.transform((all) => new Set(all)),
  worldCities: keys.transform((all) => new Set(all)),
});

const read = <T>(name: string, schema: z.ZodType<T>): T =>
  readDataFile(projectPath('services', 'places', 'data', name), schema);

/** The words of data/reading.yaml, ready to compare; the longest first. */
export const placeWords = read('reading.yaml', readingSchema);

/** Inhabitants by town and state, from data/populations.yaml. */
export const populations = read(
  'populations.yaml',
  z
    .record(z.string(), z.record(z.string(), z.int().positive()))
    .transform((towns) => new Map(Object.entries(towns))),
);

export interface State {
  code: string;
  country: string;
}

const statesSchema = z.record(
  z.string().regex(/^[A-Z]{2}$/),
  z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.strictObject({ name: z.string().min(1), also: words.optional() }),
  ),
);

/** States by code and by each of their names, in plain words. */
export const states: ReadonlyMap<string, State> = new Map(
  Object.entries(read('states.yaml', statesSchema)).flatMap(([country, ofCountry]) =>
    Object.entries(ofCountry).flatMap(([code, { name, also = [] }]) =>
      [code, name, ...also].map((written) => [plainKey(written), { code, country }] as const),
    ),
  ),
);
