import { expect } from 'chai';
import type { TherapistDirectory } from '../../../services/therapists/directory.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { makeTherapist } from './make-therapist.js';

const BOSTON = { lat: 42.36, lon: -71.06 };

/** What every directory must do, wherever it keeps its records. */
export function directoryContract(
  name: string,
  open: (therapists: Therapist[]) => Promise<TherapistDirectory>,
): void {
  describe(`${name}, as a directory of therapists`, () => {
    it('counts its records and gives each by id', async () => {
      const dana = makeTherapist('dana', { languages: ['en'] });
      const directory = await open([dana, makeTherapist('kai')]);
      expect(await directory.size()).to.equal(2);
      expect(await directory.get('dana')).to.deep.equal(dana);
    });

    it('gives nothing for an id that it does not have, not even an inherited one', async () => {
      const directory = await open([makeTherapist('dana')]);
      for (const id of ['nobody', '', 'constructor', '__proto__'])
        expect(await directory.get(id)).to.equal(undefined);
    });

    it('is empty where there are no records', async () => {
      const directory = await open([]);
      expect(await directory.size()).to.equal(0);
      expect((await directory.match({ near: BOSTON })).matches).to.deep.equal([]);
    });

    it('finds who fits, with the distance and reasons', async () => {
      const directory = await open([
        makeTherapist('far', { location: { lat: 40.71, lon: -74 } }),
        makeTherapist('near'),
        makeTherapist('other', { specialties: ['foot'] }),
      ]);
      const result = await directory.match({ near: BOSTON, specialties: ['neck-pain'] });
      expect(result.matches.map(({ therapist }) => therapist.id)).to.deep.equal(['near']);
      expect(result.total).to.equal(1);
      expect(result.matches[0]?.distanceKm).to.equal(0);
      expect(result.matches[0]?.reasons[0]).to.equal('Works with neck pain');
    });

    it('pages through all that fit without losing or repeating one', async () => {
      const all = Array.from({ length: 7 }, (_, i) => makeTherapist(`t${i}`));
      const directory = await open(all);
      const ids: string[] = [];
      for (const offset of [0, 3, 6, 9]) {
        const { matches, total } = await directory.match({ near: BOSTON, limit: 3, offset });
        expect(total).to.equal(7);
        ids.push(...matches.map(({ therapist }) => therapist.id));
      }
      expect(ids).to.deep.equal(all.map(({ id }) => id));
    });

    it('says which wish stands in the way where nobody fits', async () => {
      const directory = await open([makeTherapist('dana', { gender: 'female' })]);
      const result = await directory.match({ near: BOSTON, gender: 'male' });
      expect(result.matches).to.deep.equal([]);
      expect(result.relax).to.deep.equal([{ wish: 'gender', wouldFind: 1 }]);
    });
  });
}
