import { expect } from 'chai';
import { stepBack } from '../../../dialogs/record/trail.js';
import { changeWishes, queryOf, withWishes } from '../../../dialogs/therapists/search.js';
import { finishedRecord } from '../support/records.js';

const BOSTON = { label: 'Boston, MA', lat: 42.36, lon: -71.06, country: 'US' };

describe('The search for therapists', () => {
  it('adds a wish, and takes back what no longer matters', () => {
    expect(withWishes({ gender: 'female' }, { insurance: 'aetna' })).to.deep.equal({
      gender: 'female',
      insurance: 'aetna',
    });
    expect(withWishes({ gender: 'female', insurance: 'aetna' }, { gender: 'any' })).to.deep.equal({
      insurance: 'aetna',
    });
    expect(withWishes({ languages: ['es'] }, { languages: [] })).to.deep.equal({});
    const price = { atMost: 80, currency: 'USD' };
    expect(withWishes({ price, accepting: true }, { lifted: ['price'] })).to.deep.equal({ accepting: true });
    expect(withWishes({ gender: 'female' }, { reset: true })).to.deep.equal({});
  });

  it('asks for no specialty where the patient lets it go, though the complaint would', () => {
    expect(withWishes({ specialties: ['jaw'] }, { lifted: ['specialties'] })).to.deep.equal({
      specialties: [],
    });
  });

  it('looks half as far for closer and twice as far for further, within reason', () => {
    expect(withWishes({}, { closer: true }, 40).radiusKm).to.equal(20);
    expect(withWishes({}, { closer: true }, 6).radiusKm).to.equal(5);
    expect(withWishes({}, { farther: true }, 40).radiusKm).to.equal(80);
    expect(withWishes({}, { farther: true }, 400).radiusKm).to.equal(500);
  });

  it('asks nothing of the directory before a place is known', () => {
    expect(queryOf(finishedRecord())).to.equal(undefined);
    expect(queryOf(finishedRecord({ place: BOSTON, wishes: { gender: 'male' } }))).to.include({
      gender: 'male',
    });
  });

  it('goes back one wish at a time, to the very search before', () => {
    const record = finishedRecord({ place: BOSTON, trail: ['place'] });
    changeWishes(record, { gender: 'female' });
    changeWishes(record, { gender: 'female', insurance: 'aetna' });
    const once = stepBack(record);
    expect(once).to.deep.include({ wishes: { gender: 'female' }, place: BOSTON, searching: true, offset: 0 });
    const twice = once && stepBack(once);
    expect(twice).to.deep.include({ wishes: {}, place: BOSTON, searching: true });
    expect(twice && stepBack(twice)).not.to.have.property('place');
  });
});
