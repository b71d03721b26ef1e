import { expect } from 'chai';
import { readAssignments } from '../../../../services/therapists/edit/assignments.js';
import { addTherapist, editTherapist } from '../../../../services/therapists/edit/edit-therapist.js';
import type { EditableDirectory } from '../../../../services/therapists/editable-directory.js';
import { memoryDirectory } from '../../../../services/therapists/memory-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { NOW, places, refusal } from '../import/import-file.js';
import { makeTherapist } from '../make-therapist.js';

const dana = makeTherapist('dana', {
  name: 'Dana Rivera',
  location: { city: 'Cambridge', region: 'MA', postcode: '02139', country: 'US', lat: 42.365, lon: -71.104 },
  credentials: [
    { title: 'LMT', licenceNumber: 'MT-1', state: 'MA', expiresOn: '2026-05-31' },
    { title: 'LMT', licenceNumber: 'ME-2', state: 'ME' },
  ],
  contact: { phone: '617-555-0142', email: 'dana@example.org' },
  reviews: [{ rating: 5, text: 'Kind,\nand "strong"' }],
  experience: [{ specialty: 'neck-pain', years: 9 }],
});

const add = (directory: EditableDirectory, ...words: string[]) =>
  addTherapist(readAssignments(words), { directory, places, now: NOW });
async function edit(standing: Therapist, ...words: string[]): Promise<Therapist | undefined> {
  const directory = memoryDirectory([standing]);
  const shown = await editTherapist(standing, readAssignments(words), { directory, places, now: NOW });
  expect(await directory.get(standing.id)).to.deep.equal(shown);
  return shown;
}
const updatedAt = NOW.toISOString();

describe('adding a therapist', () => {
  it('takes columns by any of their names, and looks the place up', async () => {
    const directory = memoryDirectory([]);
    const added = await add(directory, 'Full Name=Kai Lee', 'zip=02139', 'specialty=TMJ; Migraine');
    expect(added).to.deep.equal({
      id: 'kai-lee-02139',
      name: 'Kai Lee',
      specialties: ['jaw', 'headache-migraine'],
      location: { postcode: '02139', region: 'MA', country: 'US', lat: 42.3647, lon: -71.1042 },
      source: 'manual',
      updatedAt,
    });
    expect(await directory.get('kai-lee-02139')).to.deep.equal(added);
  });

  it('refuses who is there already, by id and by NPI, and what is not right', async () => {
    const directory = memoryDirectory([{ ...dana, npi: '1234567893' }]);
    const before = await directory.version();
    for (const [words, fault] of [
      [['id=dana', 'name=Dana', 'zip=02139'], 'THERAPIST_EXISTS'],
      [['id=new', 'name=Dana', 'zip=02139', 'npi=1234567893'], 'THERAPIST_EXISTS'],
      [['name=Dana'], 'THERAPIST_INVALID location'],
      [['zip=02139'], 'THERAPIST_INVALID name: is missing'],
      [['name=Dana', 'zip=02139', 'price=-1'], 'THERAPIST_INVALID price.min: must not be negative'],
    ] satisfies [string[], string][]) {
      expect(await refusal(add(directory, ...words))).to.include(fault);
    }
    expect(await directory.version()).to.equal(before);
  });
});

describe('editing a therapist', () => {
  it('changes what is named and leaves all else as it is', async () => {
    expect(await edit(dana, 'phone=617-555-0199', 'hours=Mo-Fr 08:00-18:00')).to.deep.equal({
      ...dana,
      contact: { phone: '617-555-0199', email: 'dana@example.org' },
      hours: 'Mo-Fr 08:00-18:00',
      updatedAt,
    });
  });

  it('renews the first licence and keeps the others', async () => {
    const edited = await edit(dana, 'licence expires on=2028-05-31');
    expect(edited?.credentials).to.deep.equal([
      { title: 'LMT', licenceNumber: 'MT-1', state: 'MA', expiresOn: '2028-05-31' },
      { title: 'LMT', licenceNumber: 'ME-2', state: 'ME' },
    ]);
  });

  it('empties a field that is given nothing', async () => {
    expect(await edit(dana, 'email=')).to.deep.equal({
      ...dana,
      contact: { phone: '617-555-0142' },
      updatedAt,
    });
  });

  it('looks a new postcode up, and does not keep the old state', async () => {
    const edited = await edit(dana, 'postcode=97205', 'city=Portland');
    expect(edited?.location).to.deep.equal({
      city: 'Portland',
      region: 'OR',
      postcode: '97205',
      country: 'US',
      lat: 45.5207,
      lon: -122.6888,
    });
  });

  it('keeps coordinates where only the street changes', async () => {
    const edited = await edit(dana, 'address=12 Sample St');
    expect(edited?.location).to.deep.equal({ ...dana.location, address: '12 Sample St' });
  });

  it('notes when that was, unless it is told', async () => {
    expect((await edit(dana, 'hours=Sa'))?.updatedAt).to.equal(updatedAt);
    expect((await edit(dana, 'updated at=2026-10-01'))?.updatedAt).to.equal('2026-10-01T00:00:00Z');
    expect(await refusal((async () => edit(dana, 'updated at=2027-10-01'))())).to.include('future');
  });

  it('refuses what is not right, and another id', async () => {
    for (const [word, fault] of [
      ['id=kai', 'THERAPIST_INVALID id: stays'],
      ['name=', 'THERAPIST_INVALID name: is missing'],
      ['website=javascript:alert(1)', 'THERAPIST_INVALID contact.website'],
      ['lat=0', 'THERAPIST_INVALID location'],
      ['shoe size=9', 'COLUMN_UNKNOWN'],
      ['phone', 'ASSIGNMENT_INVALID'],
    ] as const) {
      expect(await refusal((async () => edit(dana, word))())).to.include(fault);
    }
    expect(await refusal((async () => edit(dana, 'zip=02139', 'postcode=02139'))())).to.include(
      'given twice',
    );
  });
});
