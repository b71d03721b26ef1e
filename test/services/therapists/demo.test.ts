import { expect } from 'chai';
import { projectPath } from '../../../knowledge/data-file.js';
import { createPlaces } from '../../../services/places/create-places.js';
import { openLowdbDirectory } from '../../../services/therapists/lowdb/lowdb-directory.js';
import { dayOf } from '../../../services/therapists/match/day.js';
import { distanceKm } from '../../../services/therapists/match/distance.js';
import { licenceOf } from '../../../services/therapists/match/licence.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { insurers, modalities, specialties } from '../../../services/therapists/vocabulary/vocabulary.js';

const CITIES =
  'Boston, New York, Austin, Chicago, Los Angeles, Seattle, Denver, Atlanta, Miami, Phoenix, Philadelphia, San Francisco, Minneapolis, Portland, Nashville, Washington'.split(
    ', ',
  );

describe('the demonstration directory', () => {
  const therapists: Therapist[] = [];
  before(async () => {
    const file = projectPath('services', 'therapists', 'demo', 'therapists.json');
    for await (const therapist of (await openLowdbDirectory(file)).all()) therapists.push(therapist);
  });
  const inCity = (city: string) => therapists.filter(({ location }) => location.city === city);

  it('has at least 84 therapists, at least five in each large city, all marked as made up', () => {
    expect(therapists.length).to.be.at.least(84);
    for (const city of CITIES) expect(inCity(city).length, city).to.be.at.least(5);
    expect(therapists.every(({ source }) => source === 'demo')).to.equal(true);
  });

  it('has somebody for the neck and somebody for the back, with a licence in force, in every city', () => {
    const inForce = (one: Therapist) => licenceOf(one, dayOf('2026-11-23'), 730).standing !== 'expired';
    for (const city of new Set(therapists.map(({ location }) => location.city ?? ''))) {
      for (const specialty of ['neck-pain', 'back-pain']) {
        const found = inCity(city).filter((one) => one.specialties.includes(specialty) && inForce(one));
        expect(found, `${specialty} in ${city}`).to.have.length.greaterThan(0);
      }
    }
  });

  it('keeps to the vocabulary and uses all specialties', () => {
    const used = new Set(therapists.flatMap((one) => one.specialties));
    expect([...used].sort()).to.deep.equal(specialties.map(({ id }) => id).sort());
    expect(modalities.map(({ id }) => id)).to.include.members(
      therapists.flatMap((one) => one.modalities ?? []),
    );
    expect(insurers.map(({ id }) => id)).to.include.members(therapists.flatMap((one) => one.insurance ?? []));
  });

  it('cannot be mistaken for anybody real: numbers and addresses are those set aside for fiction', () => {
    for (const { id, contact = {}, npi, credentials = [] } of therapists) {
      expect(contact.phone ?? '+1-000-555-0100', id).to.match(/^\+1-\d{3}-555-01\d{2}$/);
      expect(contact.email ?? 'a@example.com', id).to.match(/@example\.(com|org)$/);
      for (const url of [contact.website, contact.booking]) {
        expect(url ?? 'https://example.com/', id).to.match(/^https:\/\/example\.(com|org)\//);
      }
      expect(npi, id).to.equal(undefined);
      for (const { licenceNumber = 'D' } of credentials) expect(licenceNumber, id).to.contain('D');
    }
  });

  it('has postcode, city and coordinates that belong together', async () => {
    const places = createPlaces();
    for (const { id, location } of therapists) {
      const found = await places.find(location.postcode ?? '');
      if (found.kind !== 'found') throw new Error(`${id}: no such postcode`);
      expect(found.place.label, id).to.equal(`${location.city}, ${location.region} ${location.postcode}`);
      expect(distanceKm(found.place, location), id).to.be.lessThan(3);
    }
  });

  it('shows what real directories are like: gaps, expired and unchecked licences, full practices, few reviews', () => {
    const share = (holds: (one: Therapist) => boolean) => therapists.filter(holds).length / therapists.length;
    const standing = (one: Therapist) => licenceOf(one, dayOf('2026-11-23'), 730).standing;
    const shares = {
      expired: share((one) => standing(one) === 'expired'),
      unverified: share((one) => standing(one) === 'unexpired'),
      full: share(({ accepting }) => accepting?.newClients === false),
      noPrice: share(({ price }) => !price),
      noRating: share(({ rating }) => !rating),
      fewReviews: share(({ rating }) => rating !== undefined && rating.count <= 3),
    };
    for (const [what, part] of Object.entries(shares)) expect(part, what).to.be.within(0.03, 0.25);
  });

  it('never claims more years with a condition than in practice', () => {
    for (const { id, experience = [], yearsInPractice, specialties: own } of therapists) {
      for (const { specialty, years } of experience) {
        expect(years, id).to.be.at.most(yearsInPractice ?? 0);
        expect(own, id).to.include(specialty);
      }
    }
  });
});
