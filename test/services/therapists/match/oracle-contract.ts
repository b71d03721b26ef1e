import { expect } from 'chai';
import fc from 'fast-check';
import { makeTherapists } from '../../../../bench/directory/make-therapists.js';
import type { MatchQuery, TherapistDirectory } from '../../../../services/therapists/directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { oracle, plainly } from './oracle.js';
import { NOW, randomDirectory, randomQuery } from './random-directory.js';

/** So many queries are asked of each random directory. */
const QUERIES = 100;

/** So many that no engine looks closely at all of them. */
const CROWD = 4000;
const TOWN = { lat: 42.36, lon: -71.06 };
const about = (degrees: number) => fc.double({ min: degrees - 0.1, max: degrees + 0.1, noNaN: true });
const wish = fc.constantFrom<Partial<MatchQuery>>(
  {},
  {},
  { radiusKm: 5 },
  { radiusKm: 60 },
  { gender: 'nonbinary' },
  { languages: ['zh'], accepting: true },
  { insurance: 'aetna', price: { atMost: 80, currency: 'USD' } },
);

/** Every directory answers as a look at every record does, to the last rank, whatever is asked. */
export function oracleContract(
  name: string,
  open: (therapists: Therapist[], now: () => Date) => Promise<TherapistDirectory>,
  { queries = 1000, largest = 150 }: { queries?: number; largest?: number } = {},
): void {
  it(`${name} loses nobody of a town full of therapists, whom it need not all look at`, async function () {
    this.timeout(300_000);
    const all = [...makeTherapists([{ ...TOWN, therapists: CROWD }], 7)];
    const directory = await open(all, () => NOW);
    const crowded = fc.record({
      near: fc.record({ lat: about(TOWN.lat), lon: about(TOWN.lon) }),
      specialties: fc.shuffledSubarray(['neck-pain', 'jaw', 'foot', 'prenatal']),
      limit: fc.constantFrom(1, 5, 40),
      offset: fc.constantFrom(0, 0, 5),
    });
    try {
      await fc.assert(
        fc.asyncProperty(crowded, wish, async (crowd, wished) => {
          const query: MatchQuery = { ...crowd, ...wished };
          expect(plainly(await directory.match(query))).to.deep.equal(oracle(all, query, NOW));
        }),
        { numRuns: 100, endOnFailure: true },
      );
    } finally {
      await directory.close();
    }
  });

  it(`${name} answers ${queries.toLocaleString('en')} random queries as a look at every record does`, async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(
        randomDirectory(largest),
        fc.array(randomQuery, { minLength: QUERIES, maxLength: QUERIES, size: 'max' }),
        async (all, asked) => {
          const directory = await open(all, () => NOW);
          try {
            for (const query of asked) {
              expect(plainly(await directory.match(query))).to.deep.equal(oracle(all, query, NOW));
            }
          } finally {
            await directory.close();
          }
        },
      ),
      { numRuns: queries / QUERIES },
    );
  });
}
