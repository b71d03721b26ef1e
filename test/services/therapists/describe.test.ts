import { expect } from 'chai';
import {
  describeAccepting,
  describeCredential,
  describeDistance,
  describeExperience,
  describeHomeVisits,
  describeHours,
  describeInsurance,
  describeLanguages,
  describeModalities,
  describePlace,
  describePrice,
  describeRating,
  describeSpecialties,
} from '../../../services/therapists/describe.js';

const NOW = new Date('2026-11-23T12:00:00Z');

describe('a credential in words', () => {
  const licence = {
    title: 'LMT',
    licenceNumber: 'MT-04417',
    state: 'MA',
    expiresOn: '2027-05-31',
    verifiedOn: '2026-09-02',
  };
  it('says the licence, how long it is valid and when it was checked', () => {
    expect(describeCredential(licence, NOW)).to.equal(
      'LMT, licence MT-04417 (MA), valid to May 2027, checked September 2026',
    );
  });
  it('says plainly that a licence expired, from the day after its last', () => {
    expect(describeCredential(licence, new Date('2027-05-31T23:59:00Z'))).to.contain('valid to May 2027');
    expect(describeCredential(licence, new Date('2027-06-01T00:00:00Z'))).to.contain('expired in May 2027');
  });
  it('leaves out what is not known', () => {
    expect(describeCredential({ title: 'LMT' }, NOW)).to.equal('LMT');
    expect(describeCredential({ title: 'BCTMB', issuer: 'NCBTMB', expiresOn: '2028-01-31' }, NOW)).to.equal(
      'BCTMB, NCBTMB, valid to January 2028',
    );
  });
});

describe('what a card says', () => {
  const table: [string, string | undefined, string | undefined][] = [
    ['miles where the locale thinks in miles', describeDistance(2, 'en-US'), '1.2 miles'],
    ['kilometres in a country that has them', describeDistance(2, 'en-US', 'DE'), '2 km'],
    ['kilometres where the locale has them', describeDistance(2, 'en-CA', 'US'), '2 km'],
    ['miles where both have them', describeDistance(2, 'en-US', 'GB'), '1.2 miles'],
    ['one mile', describeDistance(1.609344, 'en-GB'), '1 mile'],
    ['kilometres elsewhere', describeDistance(2, 'de-DE'), '2 km'],
    ['whole numbers from ten on', describeDistance(23.4, 'en-CA'), '23 km'],
    ['a locale that is none', describeDistance(16.09344, '!!'), '10 miles'],
    ['a doorstep', describeDistance(0.01, 'fr-FR'), 'less than 0.1 km'],
    [
      'a price',
      describePrice({ price: { min: 90, max: 140, currency: 'USD', minutes: 60 } }),
      '$90 to $140 for 60 minutes',
    ],
    ['one price', describePrice({ price: { min: 90, max: 90, currency: 'USD' } }), '$90'],
    ['the least price', describePrice({ price: { min: 90.5, currency: 'USD' } }), 'from $90.50'],
    [
      'a sliding scale',
      describePrice({ price: { min: 90, currency: 'USD' }, slidingScale: true }),
      'from $90, sliding scale',
    ],
    [
      'only a sliding scale',
      describePrice({ slidingScale: true }),
      'Sliding scale: you pay by what you earn',
    ],
    ['no price', describePrice({ slidingScale: false }), undefined],
    ['a rating', describeRating({ rating: { average: 4.8, count: 61 } }), '4.8 from 61 reviews'],
    ['one review', describeRating({ rating: { average: 5, count: 1 } }), '5.0 from 1 review'],
    ['no review', describeRating({ rating: { average: 0, count: 0 } }), undefined],
    ['no rating', describeRating({}), undefined],
    ['languages', describeLanguages({ languages: ['en', 'es', 'yue'] }), 'English, Spanish and Cantonese'],
    [
      'languages in the reader’s own',
      describeLanguages({ languages: ['en', 'es'] }, 'es'),
      'inglés and español',
    ],
    ['no languages', describeLanguages({}), undefined],
    [
      'experience, the longest first',
      describeExperience({
        yearsInPractice: 14,
        experience: [
          { specialty: 'jaw', years: 1 },
          { specialty: 'headache-migraine', years: 9 },
        ],
      }),
      '14 years in practice, 9 years with headaches and migraine, 1 year with jaw pain',
    ],
    ['a beginner', describeExperience({ yearsInPractice: 0.5 }), 'less than a year in practice'],
    ['no experience known', describeExperience({}), undefined],
    ['hours', describeHours({ hours: 'Mo-Fr 08:00-18:00' }), 'Monday to Friday 08:00 to 18:00'],
    [
      'single days',
      describeHours({ hours: 'Mo,We 08:00-12:00; Sa 09:00-13:00' }),
      'Monday, Wednesday 08:00 to 12:00; Saturday 09:00 to 13:00',
    ],
    ['hours in words', describeHours({ hours: 'by appointment' }), 'by appointment'],
    ['no hours', describeHours({}), undefined],
    [
      'an address',
      describePlace({
        location: {
          address: '12 Sample St',
          city: 'Boston',
          region: 'MA',
          postcode: '02139',
          lat: 1,
          lon: 1,
        },
      }),
      '12 Sample St, Boston, MA 02139',
    ],
    ['only a city', describePlace({ location: { city: 'Boston', lat: 1, lon: 1 } }), 'Boston'],
    ['no address', describePlace({ location: { lat: 1, lon: 1 } }), undefined],
    ['insurers', describeInsurance({ insurance: ['aetna', 'some-plan'] }), 'Aetna and some plan'],
    ['no insurers', describeInsurance({}), undefined],
    [
      'techniques',
      describeModalities({ modalities: ['deep-tissue', 'thai'] }),
      'deep tissue massage and Thai massage',
    ],
    ['specialties', describeSpecialties({ specialties: ['neck-pain', 'jaw'] }), 'neck pain and jaw pain'],
    [
      'new clients',
      describeAccepting({ accepting: { newClients: true, asOf: '2026-11-01' } }),
      'Yes, as of November 2026',
    ],
    ['no new clients', describeAccepting({ accepting: { newClients: false } }), 'No'],
    [
      'home visits',
      describeHomeVisits({ homeVisits: { radiusKm: 15 } }, 'en-CA'),
      'Within 15 km of the practice',
    ],
  ];
  for (const [what, said, expected] of table) {
    it(`words ${what}`, () => expect(said).to.equal(expected));
  }
});
