import { expect } from 'chai';
import fc from 'fast-check';
import type { MatchQuery } from '../../../../services/therapists/directory.js';
import { memoryDirectory } from '../../../../services/therapists/memory-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { oracleContract } from './oracle-contract.js';
import { NOW, randomDirectory, randomQuery } from './random-directory.js';

const match = (all: readonly Therapist[], query: MatchQuery) =>
  memoryDirectory(all, { now: () => NOW }).match(query);

describe('any directory and any wishes', () => {
  oracleContract('the index', async (all, now) => memoryDirectory(all, { now }), { queries: 10_000 });

  it('give whole points in falling order, and no expired licence above a valid one', async () => {
    const isExpired = ({ credentials = [] }: Therapist) =>
      credentials.length > 0 &&
      credentials.every(({ expiresOn }) => expiresOn !== undefined && expiresOn < '2026-11-23');
    await fc.assert(
      fc.asyncProperty(randomDirectory(40), randomQuery, async (all, query) => {
        const { matches } = await match(all, { ...query, limit: 1000 });
        const order = matches.map(({ therapist }) => isExpired(therapist));
        expect(order).to.deep.equal([...order].sort());
        const scores = matches.map(({ score }) => score);
        expect(scores.every(Number.isInteger)).to.equal(true);
        expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('give the same answer whatever order the records are in, and fill every slot of every reason', async () => {
    await fc.assert(
      fc.asyncProperty(randomDirectory(40), randomQuery, async (all, query) => {
        const answer = await match(all, query);
        expect(await match([...all].reverse(), query)).to.deep.equal(answer);
        expect(answer.matches.flatMap(({ reasons }) => reasons).join()).not.to.match(/[{}]|undefined|NaN/);
      }),
    );
  });
});
