import { expect } from 'chai';
import type { EditableDirectory } from '../../../services/therapists/editable-directory.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { makeTherapist } from './make-therapist.js';

const BOSTON = { lat: 42.36, lon: -71.06 };

/** What every directory must do, wherever it keeps its records. */
export function directoryContract(
  name: string,
  open: (therapists: Therapist[]) => Promise<EditableDirectory>,
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
      expect(result.more).to.equal(false);
      expect(result.matches[0]?.distanceKm).to.equal(0);
      expect(result.matches[0]?.reasons[0]).to.equal('Works with neck pain');
    });

    it('pages through all that fit without losing or repeating one', async () => {
      const all = Array.from({ length: 7 }, (_, i) => makeTherapist(`t${i}`));
      const directory = await open(all);
      const ids: string[] = [];
      for (const offset of [0, 3, 6, 9]) {
        const { matches, more } = await directory.match({ near: BOSTON, limit: 3, offset });
        expect(more).to.equal(offset < 6 && offset + 3 < 7);
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

    it('gives all records, each once', async () => {
      const all = [makeTherapist('b', { yearsInPractice: 3 }), makeTherapist('a')];
      const directory = await open(all);
      const found: Therapist[] = [];
      for await (const therapist of directory.all()) found.push(therapist);
      expect(found).to.have.deep.members(all);
    });

    it('adds, changes and leaves alone, and counts each', async () => {
      const directory = await open([makeTherapist('a'), makeTherapist('b')]);
      const changed = makeTherapist('b', { gender: 'male' });
      const counts = await directory.upsert([makeTherapist('a'), changed, makeTherapist('c')]);
      expect(counts).to.deep.equal({ added: 1, changed: 1, unchanged: 1 });
      expect(await directory.size()).to.equal(3);
      expect(await directory.get('b')).to.deep.equal(changed);
      expect(await directory.upsert([changed])).to.deep.equal({ added: 0, changed: 0, unchanged: 1 });
    });

    it('finds a changed record by what it is now', async () => {
      const directory = await open([makeTherapist('a')]);
      await directory.upsert([
        makeTherapist('a', { location: { lat: 40.7, lon: -74 }, specialties: ['jaw'] }),
      ]);
      expect((await directory.match({ near: BOSTON })).matches).to.deep.equal([]);
      const { matches } = await directory.match({ near: { lat: 40.7, lon: -74 }, specialties: ['jaw'] });
      expect(matches.map(({ therapist }) => therapist.id)).to.deep.equal(['a']);
    });

    it('takes records from a stream, and the last of several of one id', async () => {
      const directory = await open([]);
      async function* stream() {
        yield makeTherapist('a');
        yield makeTherapist('a', { yearsInPractice: 2 });
      }
      expect(await directory.upsert(stream())).to.deep.equal({ added: 1, changed: 1, unchanged: 0 });
      expect(await directory.get('a')).to.have.property('yearsInPractice', 2);
    });

    it('knows a record by its NPI too, and keeps the id', async () => {
      const directory = await open([makeTherapist('dana', { npi: '1234567893' })]);
      const incoming = makeTherapist('npi-1234567893', { npi: '1234567893', gender: 'female' });
      expect(await directory.upsert([incoming])).to.deep.equal({ added: 0, changed: 1, unchanged: 0 });
      expect(await directory.get('dana')).to.deep.equal({ ...incoming, id: 'dana' });
      expect(await directory.get('npi-1234567893')).to.equal(undefined);
    });

    it('prefers the id where id and NPI point to two records, and forgets an NPI that is gone', async () => {
      const directory = await open([
        makeTherapist('a', { npi: '1234567893' }),
        makeTherapist('b', { npi: '1245319599' }),
      ]);
      await directory.upsert([makeTherapist('a', { npi: '1245319599' })]);
      expect(await directory.size()).to.equal(2);
      expect(await directory.get('a')).to.have.property('npi', '1245319599');
      await directory.upsert([makeTherapist('c', { npi: '1234567893' })]);
      expect(await directory.get('c')).to.have.property('npi', '1234567893');
    });

    it('merges as told, and keeps the id whatever the merge says', async () => {
      const directory = await open([makeTherapist('a', { gender: 'female', hours: 'Mo 08:00-12:00' })]);
      await directory.upsert([makeTherapist('a', { gender: 'male' })], {
        merge: (standing, incoming) => ({ ...standing, ...incoming, id: 'other' }),
      });
      expect(await directory.get('a')).to.include({ gender: 'male', hours: 'Mo 08:00-12:00' });
      expect(await directory.get('other')).to.equal(undefined);
    });

    it('counts without changing anything on a dry run', async () => {
      const directory = await open([makeTherapist('a')]);
      const version = await directory.version();
      const records = [makeTherapist('a', { gender: 'male' }), makeTherapist('b')];
      expect(await directory.upsert(records, { dryRun: true })).to.deep.equal({
        added: 1,
        changed: 1,
        unchanged: 0,
      });
      expect(await directory.get('a')).to.deep.equal(makeTherapist('a'));
      expect(await directory.size()).to.equal(1);
      expect(await directory.version()).to.equal(version);
    });

    it('removes those that are there, and says how many', async () => {
      const directory = await open([makeTherapist('a'), makeTherapist('b'), makeTherapist('c')]);
      expect(await directory.remove(['a', 'nobody', 'c', 'a'])).to.equal(2);
      expect(await directory.get('a')).to.equal(undefined);
      const { matches } = await directory.match({ near: BOSTON });
      expect(matches.map(({ therapist }) => therapist.id)).to.deep.equal(['b']);
    });

    it('has another version after a change, and the same without', async () => {
      const directory = await open([makeTherapist('a')]);
      const first = await directory.version();
      await directory.upsert([makeTherapist('a')]);
      await directory.remove(['nobody']);
      expect(await directory.version()).to.equal(first);
      await directory.upsert([makeTherapist('b')]);
      const second = await directory.version();
      expect(second).not.to.equal(first);
      await directory.remove(['b']);
      expect(await directory.version()).not.to.equal(second);
    });

    it('loses none of many changes at once', async () => {
      const directory = await open([]);
      const ids = Array.from({ length: 20 }, (_, i) => `t${i}`);
      await Promise.all(ids.map((id) => directory.upsert([makeTherapist(id)])));
      expect(await directory.size()).to.equal(20);
    });

    it('stands as it was where a stream of records fails at its beginning', async () => {
      const directory = await open([makeTherapist('a')]);
      const failing = (async function* () {
        yield* [] as Therapist[];
        throw new Error('the file ends in the middle of a row');
      })();
      const failure = await directory.upsert(failing).catch(String);
      expect(failure).to.contain('in the middle of a row');
      expect(await directory.size()).to.equal(1);
      expect(await directory.upsert([makeTherapist('b')])).to.include({ added: 1 });
    });
  });
}
