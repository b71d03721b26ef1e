import type { MatchQuery, TherapistDirectory } from '../../services/therapists/directory.js';
import type { Town } from './make-therapists.js';

const SPECIALTIES = [
  'neck-pain',
  'jaw',
  'foot',
  'prenatal',
  'back-pain',
  'shoulder-pain',
  'headache-migraine',
];
const WISHES: readonly Partial<MatchQuery>[] = [
  {},
  { gender: 'female' },
  { languages: ['es'] },
  { insurance: 'aetna' },
  { price: { atMost: 90, currency: 'USD' }, accepting: true },
  { accessibility: ['step-free'] },
  { languages: ['zh'], gender: 'nonbinary' },
  { radiusKm: 25 },
];

/** What patients in and around a town ask for: a query of each kind after the other. */
export function queriesIn({ lat, lon }: Pick<Town, 'lat' | 'lon'>, count: number): MatchQuery[] {
  return Array.from({ length: count }, (_, at) => ({
    near: { lat: lat + ((at * 7) % 100) / 1000 - 0.05, lon: lon + ((at * 13) % 100) / 1000 - 0.05 },
    specialties: at % 5 === 0 ? SPECIALTIES.slice(0, 3) : [SPECIALTIES[at % SPECIALTIES.length] ?? ''],
    ...WISHES[at % WISHES.length],
  }));
}

export interface Latency {
  'p50 ms': string;
  'p99 ms': string;
  'longest ms': string;
}

/** One after the other, after some that warm up. */
export async function timeMatches(
  match: TherapistDirectory['match'] | ((query: MatchQuery) => unknown),
  queries: readonly MatchQuery[],
): Promise<Latency> {
  for (const query of queries.slice(0, Math.min(50, queries.length / 4))) await match(query);
  const times: number[] = [];
  for (const query of queries) {
    const before = performance.now();
    await match(query);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  return { 'p50 ms': at(0.5), 'p99 ms': at(0.99), 'longest ms': at(1) };
}
