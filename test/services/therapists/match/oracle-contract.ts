import { expect } from 'chai';
import fc from 'fast-check';
import type { TherapistDirectory } from '../../../../services/therapists/directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { oracle, plainly } from './oracle.js';
import { NOW, randomDirectory, randomQuery } from './random-directory.js';

/** So many queries are asked of each random directory. */
const QUERIES = 100;

/** Every directory answers as a look at every record does, to the last rank, whatever is asked. */
export function oracleContract(
  name: string,
  open: (therapists: Therapist[], now: () => Date) => Promise<TherapistDirectory>,
  { queries = 1000, largest = 150 }: { queries?: number; largest?: number } = {},
): void {
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
