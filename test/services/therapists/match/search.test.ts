import { expect } from 'chai';
import type { MatchQuery, MatchResult } from '../../../../services/therapists/directory.js';
import { memoryDirectory } from '../../../../services/therapists/memory-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { makeTherapist } from '../make-therapist.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const HERE = { lat: 42, lon: -71 };
/** About that many kilometres north. */
const north = (km: number) => ({ location: { lat: 42 + km / 111.195, lon: -71 } });

function match(therapists: Therapist[], query: Partial<MatchQuery> = {}) {
  return memoryDirectory(therapists, { now: () => NOW }).match({ near: HERE, ...query });
}
const ids = (result: MatchResult) => result.matches.map(({ therapist }) => therapist.id);

describe('the filters', () => {
  const meets: [string, Partial<MatchQuery>, Partial<Therapist>, boolean][] = [
    ['any of the specialties', { specialties: ['jaw', 'neck-pain'] }, {}, true],
    ['none of the specialties', { specialties: ['jaw'] }, {}, false],
    ['a technique', { modalities: ['thai'] }, { modalities: ['thai', 'swedish'] }, true],
    ['an unknown technique', { modalities: ['thai'] }, {}, false],
    ['a language, whatever its country', { languages: ['es'] }, { languages: ['es-MX'] }, true],
    ['an unknown language', { languages: ['en'] }, {}, false],
    ['a gender', { gender: 'female' }, { gender: 'female' }, true],
    ['an unknown gender', { gender: 'female' }, {}, false],
    ['any gender', { gender: 'any' }, {}, true],
    [
      'an insurer, however it is written',
      { insurance: 'Blue Cross Blue Shield' },
      { insurance: ['blue-cross-blue-shield'] },
      true,
    ],
    ['an unknown insurer', { insurance: 'aetna' }, {}, false],
    ['new clients', { accepting: true }, { accepting: { newClients: true } }, true],
    ['no new clients', { accepting: true }, { accepting: { newClients: false } }, false],
    ['unknown whether there are new clients', { accepting: true }, {}, false],
    ['no wish for new clients', { accepting: false }, { accepting: { newClients: false } }, true],
    [
      'a price within the means',
      { price: { atMost: 90, currency: 'usd' } },
      { price: { min: 90, currency: 'USD' } },
      true,
    ],
    [
      'a dearer price',
      { price: { atMost: 89, currency: 'USD' } },
      { price: { min: 90, currency: 'USD' } },
      false,
    ],
    [
      'a price in another currency',
      { price: { atMost: 90, currency: 'USD' } },
      { price: { min: 9, currency: 'EUR' } },
      false,
    ],
    ['an unknown price', { price: { atMost: 90, currency: 'USD' } }, { slidingScale: true }, false],
    [
      'all that is needed for access',
      { accessibility: ['step-free', 'hearing loop'] },
      { accessibility: ['hearing-loop', 'step-free'] },
      true,
    ],
    [
      'half of what is needed for access',
      { accessibility: ['step-free', 'hearing loop'] },
      { accessibility: ['step-free'] },
      false,
    ],
    ['who needs no referral', { withoutReferral: true }, { needsReferral: false }, true],
    ['who needs a referral', { withoutReferral: true }, { needsReferral: true }, false],
    ['unknown whether a referral is needed', { withoutReferral: true }, {}, false],
    ['no wish about referrals', { withoutReferral: false }, { needsReferral: true }, true],
    [
      'an empty list of wishes',
      { specialties: [], languages: [], modalities: [], accessibility: [] },
      {},
      true,
    ],
  ];
  for (const [what, query, therapist, fits] of meets) {
    it(`${fits ? 'let through' : 'keep out'} ${what}`, async () => {
      const result = await match([makeTherapist('a', { ...therapist, ...north(0) })], query);
      expect(ids(result)).to.deep.equal(fits ? ['a'] : []);
    });
  }
});

describe('the radius', () => {
  it('widens until three fit, and says so', async () => {
    const result = await match([
      makeTherapist('a', north(1)),
      makeTherapist('b', north(30)),
      makeTherapist('c', north(39)),
      makeTherapist('d', north(79)),
    ]);
    expect(result).to.include({ radiusKm: 40, widened: true });
    expect(result.matches).to.have.length(3);
  });

  it('widens no further than brings somebody', async () => {
    const alone = (km: number) => match([makeTherapist('a', north(km))]);
    expect(await alone(1)).to.include({ radiusKm: 16, widened: false });
    expect(await alone(70)).to.include({ radiusKm: 80, widened: true });
    expect(await alone(200)).to.include({ radiusKm: 80, widened: true });
  });

  it('is obeyed where the patient named it', async () => {
    const result = await match([makeTherapist('a', north(4)), makeTherapist('b', north(6))], { radiusKm: 5 });
    expect(ids(result)).to.deep.equal(['a']);
    expect(result).to.include({ radiusKm: 5, widened: false });
  });

  it('reaches across the date line', async () => {
    const fiji = makeTherapist('fiji', { location: { lat: -16.8, lon: 179.99 } });
    const result = await match([fiji], { near: { lat: -16.8, lon: -179.99 } });
    expect(result.matches[0]?.distanceKm).to.be.closeTo(2.13, 0.01);
  });
});

describe('what to relax where nobody fits', () => {
  it('names the wish that would bring the most, with the number', async () => {
    const result = await match(
      [
        makeTherapist('a', { gender: 'female', languages: ['en'], ...north(1) }),
        makeTherapist('b', { gender: 'female', languages: ['en'], ...north(2) }),
        makeTherapist('c', { gender: 'male', languages: ['es'], ...north(3) }),
        makeTherapist('d', { gender: 'female', languages: ['es'], ...north(30) }),
      ],
      { gender: 'female', languages: ['es'], radiusKm: 10 },
    );
    expect(result.relax).to.deep.equal([
      { wish: 'languages', wouldFind: 2 },
      { wish: 'gender', wouldFind: 1 },
      { wish: 'radiusKm', wouldFind: 1 },
    ]);
  });

  it('names none where somebody fits, and none that would bring nobody', async () => {
    expect(await match([makeTherapist('a', north(1))])).not.to.have.property('relax');
    expect((await match([], { gender: 'female' })).relax).to.deep.equal([]);
  });
});

describe('the rank', () => {
  const credential = (expiresOn: string, verifiedOn?: string) => ({
    credentials: [{ title: 'LMT', expiresOn, ...(verifiedOn && { verifiedOn }) }],
  });
  const better: [string, Partial<Therapist>, Partial<Therapist>][] = [
    ['the foremost specialty that was asked for', { specialties: ['jaw'] }, { specialties: ['neck-pain'] }],
    ['more of the specialties', { specialties: ['jaw', 'neck-pain'] }, { specialties: ['jaw'] }],
    [
      'years with the condition',
      { specialties: ['jaw'], experience: [{ specialty: 'jaw', years: 9 }] },
      { specialties: ['jaw'], experience: [{ specialty: 'foot', years: 20 }] },
    ],
    ['nearness', north(2), north(12)],
    [
      'a checked licence over one that nobody checked',
      credential('2027-05-31', '2026-09-02'),
      credential('2027-05-31'),
    ],
    ['a licence in force over none that is known', credential('2027-05-31'), {}],
    ['none that is known over an expired one', {}, credential('2026-11-22', '2026-01-02')],
    ['new clients over unknown', { accepting: { newClients: true } }, {}],
    ['unknown over no new clients', {}, { accepting: { newClients: false } }],
    [
      'a record looked after lately',
      { updatedAt: '2026-11-01T00:00:00Z' },
      { updatedAt: '2024-01-01T00:00:00Z' },
    ],
    [
      'many good reviews over a single perfect one',
      { rating: { average: 4.8, count: 200 } },
      { rating: { average: 5, count: 1 } },
    ],
    ['no reviews over many bad ones', {}, { rating: { average: 3.2, count: 80 } }],
  ];
  for (const [what, first, second] of better) {
    it(`prefers ${what}`, async () => {
      // The better one has the later id, so that a tie would show.
      const result = await match(
        [makeTherapist('z', { ...north(0), ...first }), makeTherapist('a', { ...north(0), ...second })],
        { specialties: ['jaw', 'neck-pain'] },
      );
      expect(ids(result)).to.deep.equal(['z', 'a']);
    });
  }

  it('breaks ties by nearness, and then by id', async () => {
    expect(ids(await match([makeTherapist('a', north(0.2)), makeTherapist('b', north(0.1))]))).to.deep.equal([
      'b',
      'a',
    ]);
    expect(ids(await match(['c', 'a', 'B', 'b'].map((id) => makeTherapist(id, north(0)))))).to.deep.equal([
      'B',
      'a',
      'b',
      'c',
    ]);
  });

  it('counts a licence as valid on its last day, and takes any of several', async () => {
    const [last] = (await match([makeTherapist('a', { ...credential('2026-11-23'), ...north(0) })])).matches;
    expect(last?.reasons.join()).not.to.contain('expired');
    const two = {
      credentials: [
        { title: 'Old', expiresOn: '2020-01-01' },
        { title: 'LMT', expiresOn: '2027-01-01' },
      ],
    };
    const [first] = (await match([makeTherapist('a', { ...two, ...north(0) })])).matches;
    expect(first?.score).to.be.greaterThan(0);
  });
});

describe('the reasons', () => {
  it('say in plain words what was asked for first and warn last', async () => {
    const dana = makeTherapist('a', {
      specialties: ['jaw', 'neck-pain'],
      experience: [{ specialty: 'neck-pain', years: 9 }],
      languages: ['en', 'es'],
      modalities: ['thai'],
      insurance: ['aetna'],
      price: { min: 90, max: 140, currency: 'USD' },
      accessibility: ['step-free'],
      needsReferral: false,
      homeVisits: { radiusKm: 10 },
      accepting: { newClients: true, asOf: '2026-11-01' },
      rating: { average: 4.8, count: 61 },
      credentials: [{ title: 'LMT', expiresOn: '2026-03-31' }],
      ...north(2),
    });
    const wishes = {
      specialties: ['neck-pain', 'jaw'],
      languages: ['es'],
      modalities: ['thai'],
      insurance: 'Aetna',
      price: { atMost: 100, currency: 'USD' },
      accessibility: ['step-free'],
      withoutReferral: true,
    };
    expect((await match([dana], wishes)).matches[0]?.reasons).to.deep.equal([
      'Works with neck pain and jaw pain (9 years)',
      'Speaks Spanish',
      'Offers Thai massage',
      'Takes Aetna',
      'Costs $90 to $140',
      'Accessible: step free',
      'Needs no referral',
      'Can visit you at home',
      'Rated 4.8 out of 5 in 61 reviews',
      'Takes new clients (as of November 2026)',
      'Licence expired in March 2026: ask about it before you book',
    ]);
  });

  it('say nothing of what is not known', async () => {
    expect((await match([makeTherapist('a', north(0))])).matches[0]?.reasons).to.deep.equal([]);
  });
});
