import { expect } from 'chai';
import { chosenOf } from '../../../dialogs/therapists/compare.js';
import { makeTherapist } from '../../services/therapists/make-therapist.js';

const shown = ['Anna Bell', 'Ben Okafor', 'Anna Lund', 'Cy Wu'].map((name, at) => ({
  therapist: { ...makeTherapist(`t${at}`), name },
  distanceKm: at,
  score: 0,
  reasons: [],
  cautions: [],
}));
const chosen = (positions: number[], text = '') =>
  chosenOf(shown, positions, text).map(({ therapist }) => therapist.name);

describe('Who is to be compared', () => {
  it('goes by position', () => expect(chosen([1, 3])).to.deep.equal(['Anna Bell', 'Anna Lund']));
  it('goes by any name that only one of them has', () => {
    expect(chosen([], 'compare Ben and Lund')).to.deep.equal(['Ben Okafor', 'Anna Lund']);
    expect(chosen([], 'compare anna and ben')).to.deep.equal(['Ben Okafor']);
  });
  it('goes by both at once', () => {
    expect(chosen([4], 'compare Okafor and the fourth')).to.deep.equal(['Ben Okafor', 'Cy Wu']);
  });
  it('is the first two where nobody is named', () => {
    expect(chosen([], 'compare them')).to.deep.equal(['Anna Bell', 'Ben Okafor']);
  });
  it('is nobody for a position that was not shown, and never more than three', () => {
    expect(chosen([9])).to.deep.equal([]);
    expect(chosen([1, 2, 3, 4])).to.have.length(3);
  });
});
