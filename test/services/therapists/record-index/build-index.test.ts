import { expect } from 'chai';
import fc from 'fast-check';
import { buildIndex } from '../../../../services/therapists/record-index/build-index.js';
import { factsAt, factsOf } from '../../../../services/therapists/record-index/facts.js';
import { rowOfId, rowOfNpi } from '../../../../services/therapists/record-index/find-row.js';
import { makeTherapist } from '../make-therapist.js';
import { randomDirectory } from '../match/random-directory.js';

describe('the index of a directory', () => {
  it('gives back the facts that each row was made of, and knows where its record stands', () => {
    fc.assert(
      fc.property(randomDirectory(30), (all) => {
        const facts = all.map(factsOf);
        const index = buildIndex(facts);
        expect([...index.positions].sort((a, b) => a - b)).to.deep.equal([...all.keys()]);
        for (const [row, position] of index.positions.entries()) {
          expect(factsAt(index, row)).to.deep.equal(facts[position]);
        }
      }),
    );
  });

  it('finds the row of every id, and of no other', () => {
    fc.assert(
      fc.property(randomDirectory(30), (all) => {
        const index = buildIndex(all.map(factsOf));
        for (const [position, { id }] of all.entries()) {
          expect(index.positions[rowOfId(index, id) ?? -1]).to.equal(position);
          expect(rowOfId(index, `${id}~`)).to.equal(undefined);
        }
        for (const id of ['', '~', 'T']) expect(rowOfId(index, id)).to.equal(undefined);
      }),
    );
  });

  it('finds the row of an NPI, of several the first by id', () => {
    const all = [
      makeTherapist('c', { npi: '1234567893' }),
      makeTherapist('b', { npi: '1234567893' }),
      makeTherapist('d', { npi: '1245319599' }),
      makeTherapist('e'),
    ];
    const index = buildIndex(all.map(factsOf));
    const idOf = (npi: string) => all[index.positions[rowOfNpi(index, npi) ?? -1] ?? -1]?.id;
    expect(idOf('1234567893')).to.equal('b');
    expect(idOf('1245319599')).to.equal('d');
    expect(idOf('1111111112')).to.equal(undefined);
  });
});
