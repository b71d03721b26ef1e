import { expect } from 'chai';
import { therapistSchema } from '../../../services/therapists/therapist.js';
import { makeTherapist } from './make-therapist.js';

const FULL = {
  id: 'boston-rivera',
  name: 'Dana Rivera',
  gender: 'female',
  languages: ['en', 'es-MX'],
  credentials: [
    {
      title: 'LMT',
      issuer: 'MA Division of Occupational Licensure',
      licenceNumber: 'MT-04417',
      state: 'MA',
      expiresOn: '2027-05-31',
      verifiedOn: '2026-09-02',
    },
  ],
  specialties: ['neck-pain', 'headache-migraine', 'post-surgical'],
  modalities: ['trigger-point', 'myofascial-release'],
  yearsInPractice: 14,
  experience: [{ specialty: 'headache-migraine', years: 9 }],
  location: {
    address: '12 Sample St',
    city: 'Boston',
    region: 'MA',
    postcode: '02139',
    country: 'US',
    lat: 42.365,
    lon: -71.104,
  },
  homeVisits: { radiusKm: 15 },
  accepting: { newClients: true, asOf: '2026-11-01' },
  hours: 'Mo-Fr 08:00-18:00',
  insurance: ['aetna'],
  price: { min: 90, max: 140, currency: 'USD', minutes: 60 },
  slidingScale: false,
  needsReferral: false,
  accessibility: ['step-free'],
  rating: { average: 4.8, count: 61 },
  reviews: [{ rating: 5, text: 'Kind.\nCareful.', on: '2026-08-14' }],
  contact: {
    phone: '+1-617-555-0142',
    email: 'dana@example.com',
    website: 'https://example.com',
    booking: 'tel:+16175550142',
  },
  npi: '1234567893',
  source: 'manual',
  updatedAt: '2026-11-01T00:00:00Z',
};

describe('a therapist record', () => {
  it('takes every field that the directory knows', () => {
    expect(therapistSchema.parse(FULL)).to.deep.equal(FULL);
  });

  it('needs no more than id, name, specialties and where it is', () => {
    const least = makeTherapist('a');
    expect(therapistSchema.parse(least)).to.deep.equal(least);
    for (const field of ['id', 'name', 'specialties', 'location'] as const) {
      const { [field]: _, ...rest } = least;
      expect(therapistSchema.safeParse(rest).success, field).to.equal(false);
    }
  });

  it('takes names of any script', () => {
    for (const name of [
      'José Ñúñez',
      'Nguyễn Thị Ánh',
      '山田 花子',
      'می\u200cخواهم',
      "Siobhán O'Dowd-Łukasz",
    ]) {
      expect(therapistSchema.safeParse(makeTherapist('a', { name })).success, name).to.equal(true);
    }
  });

  const location = (lat: number, lon: number) => ({ location: { lat, lon } });
  const refused: [string, object, string][] = [
    ['a field nobody knows', { favouriteColour: 'red' }, ''],
    ['a blank name', { name: '   ' }, 'name'],
    ['markup in a name', { name: 'Dana <script>alert(1)</script>' }, 'name'],
    ['a name turned round by a bidi override', { name: 'Dana \u202eareviR' }, 'name'],
    ['text smuggled in tag characters', { name: 'Dana\u{e0041}\u{e0042}' }, 'name'],
    ['a line break in a name', { name: 'Dana\nRivera' }, 'name'],
    ['a name without end', { name: 'x'.repeat(161) }, 'name'],
    ['an id with a slash', { id: 'a/b' }, 'id'],
    ['a latitude off the globe', location(91, 0), 'location.lat'],
    ['a longitude off the globe', location(0, -180.5), 'location.lon'],
    ['the point where maps put what they do not know', location(0, 0), 'location.lat'],
    ['a day that no calendar has', { accepting: { newClients: true, asOf: '2026-02-30' } }, 'accepting.asOf'],
    [
      'an American date',
      { credentials: [{ title: 'LMT', expiresOn: '05/31/2027' }] },
      'credentials.0.expiresOn',
    ],
    ['a website without TLS', { contact: { website: 'http://example.com' } }, 'contact.website'],
    ['a script for a website', { contact: { website: 'javascript:alert(1)' } }, 'contact.website'],
    ['a script for a booking page', { contact: { booking: 'data:text/html,x' } }, 'contact.booking'],
    [
      'an address with a password in it',
      { contact: { website: 'https://a:b@example.com' } },
      'contact.website',
    ],
    ['a telephone number in words', { contact: { phone: 'call me' } }, 'contact.phone'],
    ['a price upside down', { price: { min: 140, max: 90, currency: 'USD' } }, 'price.max'],
    ['six stars', { rating: { average: 6, count: 1 } }, 'rating.average'],
    ['half a review', { rating: { average: 4, count: 1.5 } }, 'rating.count'],
    ['a specialty in words', { specialties: ['Neck pain'] }, 'specialties.0'],
    ['a language in words', { languages: ['Spanish'] }, 'languages.0'],
    ['an NPI of nine digits', { npi: '123456789' }, 'npi'],
  ];
  for (const [what, change, field] of refused) {
    it(`refuses ${what}`, () => {
      const result = therapistSchema.safeParse({ ...makeTherapist('a'), ...change });
      expect(result.error?.issues[0]?.path.join('.')).to.equal(field);
    });
  }
});
