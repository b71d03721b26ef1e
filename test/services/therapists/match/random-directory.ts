import fc from 'fast-check';
import type { MatchQuery } from '../../../../services/therapists/directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';

// Directories and queries for properties: few words and few places, so that much of everything meets.

export const NOW = new Date('2026-11-23T12:00:00Z');

/** Most queries wish for a thing or two; one that wishes for all finds nobody. */
const seldom = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary: values, weight: 1 });
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
/** Days around which points change: expiry, two years since a check, 120 and 400 days since a look. */
const day = fc.constantFrom(
  '1999-01-01',
  '2024-11-22',
  '2024-11-23',
  '2025-10-18',
  '2025-10-19',
  '2026-07-25',
  '2026-07-26',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2031-01-31',
);
const instant = fc.constantFrom('T00:00:00Z', 'T23:30:00-05:00').chain((time) => day.map((on) => on + time));

/** Towns, the date line, a pole, and places that are shared to the last digit. */
const centres = [
  [42.36, -71.06],
  [42.36, -71.06],
  [42.5, -71.2],
  [-16.8, 179.99],
  [-16.8, -179.99],
  [89.95, 10],
  [-89.9, -120],
  [0.01, 0],
] as const;
const centre = fc.constantFrom(...centres);
const place = fc.oneof(
  centre.map(([lat, lon]) => ({ lat, lon })),
  fc
    .tuple(
      centre,
      fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    )
    .map(([[lat, lon], up, right]) => ({
      lat: Math.min(90, Math.max(-90, lat + up)),
      lon: Math.min(180, Math.max(-180, lon + right)),
    }))
    .filter(({ lat, lon }) => lat !== 0 || lon !== 0),
);

const SPECIALTIES = ['neck-pain', 'jaw', 'foot', 'own-word'];
const MODALITIES = ['thai', 'cupping', 'own-word'];
const INSURERS = ['aetna', 'cigna'];
const ACCESS = ['step-free', 'hearing-loop'];
const GENDERS = ['female', 'male', 'nonbinary'] as const;
const price = fc.record(
  { min: fc.constantFrom(0, 60, 90.5, 120), currency: fc.constantFrom('USD', 'EUR') },
  { requiredKeys: ['min', 'currency'] },
);

const therapist = fc.record(
  {
    id: fc.string({
      unit: fc.constantFrom('a', 'b', 'B', '1', '-', '_'),
      minLength: 1,
      maxLength: 6,
      size: 'max',
    }),
    name: fc.constant('Some One'),
    specialties: fc.subarray(SPECIALTIES),
    location: place,
    gender: fc.constantFrom(...GENDERS),
    languages: some(['en', 'es-MX', 'es', 'fr']),
    credentials: fc.array(
      fc.record({ title: fc.constant('LMT'), expiresOn: day, verifiedOn: day }, { requiredKeys: ['title'] }),
      { maxLength: 4 },
    ),
    modalities: some(MODALITIES),
    yearsInPractice: fc.constantFrom(0, 2.9, 3, 9, 16, 40),
    experience: fc.array(
      fc.record({ specialty: fc.constantFrom(...SPECIALTIES), years: fc.constantFrom(0, 0.9, 4, 12, 30) }),
      { maxLength: 3 },
    ),
    accepting: fc.record({ newClients: fc.boolean(), asOf: day }, { requiredKeys: ['newClients'] }),
    insurance: some(INSURERS),
    price,
    needsReferral: fc.boolean(),
    accessibility: some(ACCESS),
    rating: fc.record({
      average: fc.constantFrom(0, 2.5, 4.2, 4.75, 5),
      count: fc.constantFrom(0, 1, 7, 400),
    }),
    updatedAt: instant,
  },
  { requiredKeys: ['id', 'name', 'specialties', 'location'] },
);

/** Ids are letters, digits, "-" and "_", and differ. */
export function randomDirectory(maxLength: number): fc.Arbitrary<Therapist[]> {
  return fc
    .uniqueArray(therapist, { maxLength, selector: ({ id }) => id, size: 'max' })
    .map((all) => all.map((one) => ({ ...one, id: `t${one.id}` }) as Therapist));
}

export const randomQuery: fc.Arbitrary<MatchQuery> = fc
  .record({
    near: place,
    radiusKm: fc.option(fc.constantFrom(1, 20, 100, 400, 20_100), { nil: undefined }),
    specialties: fc.option(fc.shuffledSubarray([...SPECIALTIES, 'nobody-has-it']), { nil: undefined }),
    modalities: seldom(fc.subarray(MODALITIES)),
    languages: seldom(some(['es', 'fr', 'de', 'es-AR'])),
    gender: seldom(fc.constantFrom(...GENDERS, 'any')),
    insurance: seldom(fc.constantFrom('Aetna', 'cigna', 'any')),
    accepting: seldom(fc.boolean()),
    price: seldom(
      fc.record({ atMost: fc.constantFrom(0, 59, 90.5, 200), currency: fc.constantFrom('USD', 'eur') }),
    ),
    accessibility: seldom(fc.subarray(['Step free', 'hearing-loop'])),
    withoutReferral: seldom(fc.boolean()),
    limit: seldom(fc.constantFrom(1, 3, 1000)),
    offset: seldom(fc.constantFrom(0, 1, 4)),
  })
  .map((query) => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as unknown as MatchQuery;
  });
