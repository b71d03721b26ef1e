import { expect } from 'chai';
import { meantOf } from '../../../dialogs/therapists/shown-list.js';
import { makeTherapist } from '../../services/therapists/make-therapist.js';

const shown = ['Anna Bell', 'Ben Okafor', 'Anna Lund', 'Cy Wu'].map((name, at) => ({
  therapist: { ...makeTherapist(`t${at}`), name },
  distanceKm: at,
  score: 0,
  reasons: [],
  cautions: [],
}));
const chosen = (positions: number[], text = '') =>
  meantOf(shown, positions, text).map(({ therapist }) => therapist.name);

describe('Whom of the list a text means', () => {
  it('goes by position', () => expect(chosen([1, 3])).to.deep.equal(['Anna Bell', 'Anna Lund']));
  it('goes by any name that only one of them has', () => {
    expect(chosen([], 'compare Ben and Lund')).to.deep.equal(['Ben Okafor', 'Anna Lund']);
    expect(chosen([], 'compare anna and ben')).to.deep.equal(['Ben Okafor']);
  });
  it('goes by both at once', () => {
    expect(chosen([4], 'compare Okafor and the fourth')).to.deep.equal(['Ben Okafor', 'Cy Wu']);
  });
  it('is nobody for a position that was not shown, and for words that name nobody', () => {
    expect(chosen([9])).to.deep.equal([]);
    expect(chosen([], 'compare them')).to.deep.equal([]);
  });
  it('is nobody for an English word that is a name as well, unless the rest of the name is said', () => {
    expect(chosen([], 'will a bell ring')).to.deep.equal([]);
    expect(chosen([], 'Anna Bell')).to.deep.equal(['Anna Bell']);
  });
});
