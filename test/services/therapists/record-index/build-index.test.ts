import { expect } from 'chai';
import fc from 'fast-check';
import {
  buildIndex,
  type Entry,
  nextIndex,
} from '../../../../services/therapists/record-index/build-index.js';
import { factsOf } from '../../../../services/therapists/record-index/facts.js';
import { rowOfId, rowOfNpi } from '../../../../services/therapists/record-index/find-row.js';
import type { Lists } from '../../../../services/therapists/record-index/lists.js';
import type { RecordIndex } from '../../../../services/therapists/record-index/record-index.js';
import { makeTherapist } from '../make-therapist.js';
import { randomDirectory } from '../match/random-directory.js';

/** An index with words in place of codes, for codes go by who came first. */
function spelled({ words, genders, currencies, ...index }: RecordIndex) {
  const word = (code: number) => words[code];
  const named = ({ ends, values }: Lists) => ({ ends, words: Array.from(values, word) });
  const { specialties, modalities, languages, insurance, accessibility, experience, ...rest } = index;
  return {
    ...rest,
    genders: Array.from(genders, word),
    currencies: Array.from(currencies, word),
    lists: [specialties, modalities, languages, insurance, accessibility].map(named),
    experience: Array.from(experience.values, (value, at) => (at % 2 === 0 ? word(value) : value)),
  };
}

describe('the index of a directory', () => {
  it('is the same whether it is made at once or from the one before, whatever was changed', () => {
    fc.assert(
      fc.property(
        randomDirectory(40),
        randomDirectory(20),
        fc.func(fc.boolean()),
        (before, changed, stays) => {
          const staying = before.filter(({ id }) => stays(id) && !changed.some((one) => one.id === id));
          const entries: Entry[] = [
            ...staying.map((one) => before.indexOf(one)),
            ...changed.map((one) => factsOf(one)),
          ];
          const all = [...staying, ...changed];
          const step = nextIndex(buildIndex(before.map(factsOf)), entries);
          expect(spelled(step)).to.deep.equal(spelled(buildIndex(all.map(factsOf))));
        },
      ),
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
