import { expect } from 'chai';
import { therapistCard } from '../../../dialogs/therapists/therapist-card.js';
import type { Match } from '../../../services/therapists/directory.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { makeTherapist } from '../../services/therapists/make-therapist.js';
import { TODAY } from '../support/talk.js';

function matched(therapist: Therapist): Match {
  return { therapist, distanceKm: 2, score: 50, reasons: ['Works with neck pain'], cautions: [] };
}

const FULL = makeTherapist('full', {
  credentials: [
    {
      title: 'LMT',
      licenceNumber: 'MT-04417',
      state: 'MA',
      expiresOn: '2027-05-31',
      verifiedOn: '2026-09-02',
    },
    { title: 'LMT', licenceNumber: 'MT-00001', state: 'NH', expiresOn: '2026-10-31' },
  ],
  experience: [{ specialty: 'neck-pain', years: 9 }],
  modalities: ['trigger-point'],
  languages: ['en', 'es'],
  price: { min: 90, max: 140, currency: 'USD', minutes: 60 },
  insurance: ['aetna'],
  rating: { average: 4.8, count: 61 },
  hours: 'Mo-Fr 08:00-18:00',
  accepting: { newClients: true, asOf: '2026-11-01' },
  needsReferral: true,
  accessibility: ['step-free'],
  location: { city: 'Boston', region: 'MA', lat: 42.36, lon: -71.06 },
  contact: {
    phone: '+1 (617) 555-0142',
    email: 'dana@example.org',
    website: 'https://example.org/',
    booking: 'https://example.org/book',
  },
});

describe('The card of a therapist', () => {
  const card = therapistCard(matched(FULL), 'en-US', TODAY);

  it('names the person, the place, the distance and why they fit', () => {
    expect(card).to.deep.include({
      id: 'full',
      name: 'Name of full',
      distance: '1.2 miles',
      reasons: ['Works with neck pain'],
    });
    expect(card.place).to.match(/Boston, MA/);
  });

  it('keeps what speaks against somebody out of why they fit', () => {
    const expired = 'Licence expired in March 2026: ask about it before you book';
    const match = { ...matched(FULL), reasons: ['Works with neck pain', expired], cautions: [expired] };
    expect(therapistCard(match, 'en-US', TODAY)).to.deep.include({
      reasons: ['Works with neck pain'],
      cautions: [expired],
    });
    expect(card).not.to.have.property('cautions');
  });

  it('shows every licence, and says of an expired one that it is', () => {
    expect(card.credentials).to.have.length(2);
    expect(card.credentials[0]).to.match(/MT-04417.*valid to May 2027.*checked September 2026/);
    expect(card.credentials[1]).to.match(/MT-00001.*expired in October 2026/);
  });

  it('has a fact for each thing that is known, in the same order on every card, and repeats no reason', () => {
    expect(card.facts.map(({ label }) => label)).to.deep.equal([
      'Works with',
      'Experience',
      'Techniques',
      'Speaks',
      'Cost',
      'Insurance',
      'Hours',
      'Referral',
      'Access',
    ]);
    const values = Object.fromEntries(card.facts.map(({ label, value }) => [label, value]));
    expect(values.Speaks).to.match(/Spanish/);
    expect(values.Cost).to.match(/\$90.*\$140/);
  });

  it('shows the address on the map where it is known, and takes nothing in it for part of the link', () => {
    const location = { address: '1 A&B St #2', city: 'Köln', postcode: '50667', lat: 50.9, lon: 6.9 };
    const { links } = therapistCard(matched(makeTherapist('x', { location })), 'en-US', TODAY);
    const { searchParams, hash } = new URL(links.at(-1)?.url ?? '');
    expect(searchParams.get('query')).to.equal('1 A&B St #2, Köln, 50667');
    expect(hash).to.equal('');
  });

  it('dials a number as it must be dialled', () => {
    const dialled = (phone: string) =>
      therapistCard(matched(makeTherapist('x', { contact: { phone } })), 'en-US', TODAY).links[0]?.url;
    expect(dialled('+1-617-555-0100')).to.equal('tel:+16175550100');
    expect(dialled('+44 (0)20 7946 0018')).to.equal('tel:+442079460018');
    expect(dialled('617.555.0100')).to.equal('tel:6175550100');
  });

  it('links to the telephone, e-mail, website, booking and map, each with an address that is safe', () => {
    expect(card.links.map(({ url }) => url)).to.deep.equal([
      'tel:+16175550142',
      'mailto:dana@example.org',
      'https://example.org/',
      'https://example.org/book',
      'https://www.google.com/maps/search/?api=1&query=42.36%2C-71.06',
    ]);
    for (const { label, url } of card.links) {
      expect(url).to.match(/^(?:https:|tel:|mailto:)/);
      expect(label).not.to.equal('');
    }
  });

  it('leaves out what is not known, and never says unknown', () => {
    const bare = therapistCard(matched(makeTherapist('bare')), 'en-US', TODAY);
    expect(bare.credentials).to.deep.equal([]);
    expect(bare.facts.map(({ label }) => label)).to.deep.equal(['Works with']);
    expect(bare.links.map(({ label }) => label)).to.deep.equal(['Map']);
    expect(JSON.stringify(bare)).not.to.match(/unknown|undefined|null|NaN/i);
  });

  it('says nothing of a referral that is not needed', () => {
    const without = therapistCard(matched(makeTherapist('x', { needsReferral: false })), 'en-US', TODAY);
    expect(without.facts.map(({ label }) => label)).not.to.include('Referral');
  });

  it('speaks of miles or kilometres as the locale does', () => {
    expect(therapistCard(matched(FULL), 'de-DE', TODAY).distance).to.equal('2 km');
  });
});
