import type { Therapist } from '../../services/therapists/therapist.js';
import { insurers, modalities, specialties } from '../../services/therapists/vocabulary/vocabulary.js';

/** A town and how many therapists work in it. */
export interface Town {
  lat: number;
  lon: number;
  therapists: number;
}

/** The day on which the made-up directory is looked at. */
const TODAY = new Date('2026-11-23T12:00:00Z');
const DAY_MS = 86_400_000;
/** One in so many works outside, up to five times as far away. */
const OUTSIDE = 5;
const TOWN_DEGREES = 0.06;

/** Made-up therapists, as a real directory has them: gaps, expired licences, few reviews. The same for a seed. */
export function* makeTherapists(towns: readonly Town[], seed = 1): Generator<Therapist> {
  const random = numbersFrom(seed);
  let number = 0;
  for (const town of towns) {
    for (let count = 0; count < town.therapists; count++) yield makeTherapist(number++, town, random);
  }
}

function makeTherapist(number: number, town: Town, random: () => number): Therapist {
  const below = (most: number) => Math.floor(random() * most);
  const maybe = <T extends object>(share: number, make: () => T): Partial<T> =>
    random() < share ? make() : {};
  const some = (words: readonly { id: string }[], most: number) => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => words[below(words.length)]?.id ?? '')),
  ];
  const dayAgo = (days: number) => new Date(TODAY.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  const reach = TOWN_DEGREES * (below(OUTSIDE) === 0 ? 5 : 1);
  const offset = () => (random() + random() - 1) * reach;
  const own = some(specialties, 6);
  const years = 1 + below(35);
  const digits = String(number).padStart(7, '0');
  return {
    id: `made-up-${digits}`,
    name: `Therapist ${digits} Example`,
    ...maybe(0.9, () => ({
      gender: (['female', 'female', 'male', 'nonbinary'] as const)[below(4)] ?? 'female',
    })),
    ...maybe(0.9, () => ({ languages: ['en', ...['es', 'fr', 'zh', 'pt'].slice(below(8))] })),
    ...maybe(0.9, () => ({
      credentials: [
        {
          title: 'LMT',
          issuer: 'Division of Occupational Licensure of an Imaginary State',
          licenceNumber: `MT-${digits}`,
          state: 'MA',
          ...maybe(0.95, () => ({ expiresOn: dayAgo(60 - below(900)) })),
          ...maybe(0.7, () => ({ verifiedOn: dayAgo(below(1000)) })),
        },
      ],
    })),
    specialties: own,
    modalities: some(modalities, 5),
    ...maybe(0.9, () => ({ yearsInPractice: years })),
    ...maybe(0.6, () => ({ experience: [{ specialty: own[0] ?? '', years: 1 + below(years) }] })),
    location: {
      address: `${1 + below(900)} Sample Street, Suite ${1 + below(90)}`,
      city: 'Imaginary Town',
      region: 'MA',
      postcode: '02139',
      country: 'US',
      lat: round(town.lat + offset()),
      lon: round(town.lon + offset()),
    },
    ...maybe(0.8, () => ({ accepting: { newClients: random() < 0.8, asOf: dayAgo(below(500)) } })),
    ...maybe(0.7, () => ({ hours: 'Mo-Fr 08:00-18:00, Sa 09:00-13:00' })),
    ...maybe(0.6, () => ({ insurance: some(insurers, 4) })),
    ...maybe(0.7, () => ({ price: { min: 60 + below(100), max: 180, currency: 'USD', minutes: 60 } })),
    ...maybe(0.3, () => ({ slidingScale: true })),
    ...maybe(0.3, () => ({ needsReferral: random() < 0.2 })),
    ...maybe(0.4, () => ({ accessibility: ['step-free', ...['parking', 'lift'].slice(below(3))] })),
    ...maybe(0.6, () => ({ rating: { average: 3 + below(21) / 10, count: below(200) } })),
    reviews: Array.from({ length: below(5) }, () => ({
      rating: 3 + below(3),
      text: 'Listened well, explained what was done and why, and the neck turned more freely for some days.',
      on: dayAgo(below(900)),
    })),
    contact: {
      phone: '+1-617-555-0142',
      email: `therapist-${digits}@example.com`,
      website: `https://example.com/therapists/${digits}`,
    },
    source: 'made-up',
    updatedAt: `${dayAgo(below(600))}T09:00:00Z`,
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
