import { expect } from 'chai';
import { mergerFor } from '../../../../services/therapists/import/merge.js';
import { NPPES_COVERS } from '../../../../services/therapists/import/nppes/draft.js';
import { makeTherapist } from '../make-therapist.js';

const standing = makeTherapist('dana', {
  source: 'clinic',
  hours: 'Mo-Fr',
  contact: { phone: '617-555-0100', email: 'dana@example.org' },
  credentials: [{ title: 'LMT', licenceNumber: 'MT-1', state: 'MA', expiresOn: '2027-05-31' }],
});

describe('a record that is there already', () => {
  it('gives way to the whole record of a file that speaks about all fields', () => {
    const incoming = makeTherapist('dana', { name: 'New' });
    expect(mergerFor({})(standing, incoming)).to.deep.equal(incoming);
  });

  it('keeps the fields that the file has no column for', () => {
    const incoming = makeTherapist('dana', { name: 'New', contact: { phone: '617-555-0199' } });
    const merged = mergerFor({ covers: ['name', 'contact.phone'] })(standing, incoming);
    expect(merged).to.deep.equal({
      ...standing,
      name: 'New',
      contact: { phone: '617-555-0199', email: 'dana@example.org' },
    });
  });

  it('loses what the file has a column for and an empty cell', () => {
    const merge = mergerFor({ covers: ['hours', 'contact.phone', 'contact.email'] });
    const merged = merge(standing, makeTherapist('dana'));
    expect(merged).not.to.have.any.keys('hours', 'contact');
    expect(merged.credentials).to.deep.equal(standing.credentials);
  });

  it('only gains what it lacks from a register, where it came from elsewhere', () => {
    const incoming = makeTherapist('npi-1', {
      name: 'DANA',
      npi: '1234567893',
      gender: 'female',
      source: 'nppes',
      updatedAt: '2024-07-08T00:00:00Z',
      contact: { phone: '+1-617-555-0142' },
      credentials: [{ title: 'LMT', licenceNumber: 'MT-1', state: 'MA' }],
    });
    expect(mergerFor({ covers: NPPES_COVERS, fillsIn: true })(standing, incoming)).to.deep.equal({
      ...standing,
      npi: '1234567893',
      gender: 'female',
    });
  });

  it('is brought up to date by the register that it came from, but for what somebody added to a licence', () => {
    const registered = { ...standing, source: 'nppes', specialties: ['jaw'] };
    const incoming = makeTherapist('dana', {
      name: 'Dana Married',
      specialties: [],
      source: 'nppes',
      credentials: [
        { title: 'LMT', licenceNumber: 'MT-1', state: 'MA' },
        { title: 'LMT', licenceNumber: 'ME-2', state: 'ME' },
      ],
    });
    const merged = mergerFor({ covers: NPPES_COVERS, fillsIn: true })(registered, incoming);
    expect(merged.name).to.equal('Dana Married');
    expect(merged.specialties).to.deep.equal(['jaw']);
    expect(merged.hours).to.equal('Mo-Fr');
    expect(merged.contact).to.deep.equal({ email: 'dana@example.org' });
    expect(merged.credentials).to.deep.equal([
      { title: 'LMT', licenceNumber: 'MT-1', state: 'MA', expiresOn: '2027-05-31' },
      { title: 'LMT', licenceNumber: 'ME-2', state: 'ME' },
    ]);
  });

  it('is itself not touched', () => {
    const before = structuredClone(standing);
    mergerFor({ covers: ['contact.phone'] })(standing, makeTherapist('dana'));
    expect(standing).to.deep.equal(before);
  });
});
