import { expect } from 'chai';
import fc from 'fast-check';
import type { MatchQuery } from '../../../../services/therapists/directory.js';
import { matchTherapists } from '../../../../services/therapists/match/match-therapists.js';
import { prepareTherapists } from '../../../../services/therapists/match/prepared.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { makeTherapist } from '../make-therapist.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const HERE = { lat: 42, lon: -71 };
/** About that many kilometres north. */
const north = (km: number) => ({ location: { lat: 42 + km / 111.195, lon: -71 } });

function match(therapists: Therapist[], query: Partial<MatchQuery> = {}) {
  return matchTherapists(prepareTherapists(therapists), { near: HERE, ...query }, NOW);
}
const ids = (result: ReturnType<typeof match>) => result.matches.map(({ therapist }) => therapist.id);

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
    ['an empty list of wishes', { specialties: [], languages: [], modalities: [] }, {}, true],
  ];
  for (const [what, query, therapist, fits] of meets) {
    it(`${fits ? 'let through' : 'keep out'} ${what}`, () => {
      expect(match([makeTherapist('a', { ...therapist, ...north(0) })], query).total).to.equal(fits ? 1 : 0);
    });
  }
});

describe('the radius', () => {
  it('widens until three fit, and says so', () => {
    const result = match([
      makeTherapist('a', north(1)),
      makeTherapist('b', north(30)),
      makeTherapist('c', north(39)),
      makeTherapist('d', north(79)),
    ]);
    expect(result).to.include({ radiusKm: 40, widened: true, total: 3 });
  });

  it('widens no further than brings somebody', () => {
    expect(match([makeTherapist('a', north(1))])).to.include({ radiusKm: 16, widened: false, total: 1 });
    expect(match([makeTherapist('a', north(70))])).to.include({ radiusKm: 80, widened: true, total: 1 });
    expect(match([makeTherapist('a', north(200))])).to.include({ radiusKm: 80, widened: true, total: 0 });
  });

  it('is obeyed where the patient named it', () => {
    const result = match([makeTherapist('a', north(4)), makeTherapist('b', north(6))], { radiusKm: 5 });
    expect(ids(result)).to.deep.equal(['a']);
    expect(result).to.include({ radiusKm: 5, widened: false });
  });

  it('reaches across the date line', () => {
    const fiji = makeTherapist('fiji', { location: { lat: -16.8, lon: 179.99 } });
    const result = match([fiji], { near: { lat: -16.8, lon: -179.99 } });
    expect(result.matches[0]?.distanceKm).to.be.closeTo(2.13, 0.01);
  });
});

describe('what to relax where nobody fits', () => {
  it('names the wish that would bring the most, with the number', () => {
    const result = match(
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

  it('names none where somebody fits, and none that would bring nobody', () => {
    expect(match([makeTherapist('a', north(1))])).not.to.have.property('relax');
    expect(match([], { gender: 'female' }).relax).to.deep.equal([]);
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
    it(`prefers ${what}`, () => {
      // The better one has the later id, so that a tie would show.
      const result = match(
        [makeTherapist('z', { ...north(0), ...first }), makeTherapist('a', { ...north(0), ...second })],
        { specialties: ['jaw', 'neck-pain'] },
      );
      expect(ids(result)).to.deep.equal(['z', 'a']);
    });
  }

  it('breaks ties by id', () => {
    expect(ids(match(['c', 'a', 'B', 'b'].map((id) => makeTherapist(id, north(0)))))).to.deep.equal([
      'B',
      'a',
      'b',
      'c',
    ]);
  });

  it('counts a licence as valid on its last day, and takes any of several', () => {
    const [last] = match([makeTherapist('a', { ...credential('2026-11-23'), ...north(0) })]).matches;
    expect(last?.reasons.join()).not.to.contain('expired');
    const two = {
      credentials: [
        { title: 'Old', expiresOn: '2020-01-01' },
        { title: 'LMT', expiresOn: '2027-01-01' },
      ],
    };
    expect(match([makeTherapist('a', { ...two, ...north(0) })]).matches[0]?.score).to.be.greaterThan(0);
  });
});

describe('the reasons', () => {
  it('say in plain words what was asked for first and warn last', () => {
    const dana = makeTherapist('a', {
      specialties: ['jaw', 'neck-pain'],
      experience: [{ specialty: 'neck-pain', years: 9 }],
      languages: ['en', 'es'],
      modalities: ['thai'],
      insurance: ['aetna'],
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
    };
    expect(match([dana], wishes).matches[0]?.reasons).to.deep.equal([
      'Works with neck pain and jaw pain (9 years)',
      'Speaks Spanish',
      'Offers Thai massage',
      'Takes Aetna',
      'Can visit you at home',
      'Rated 4.8 out of 5 in 61 reviews',
      'Takes new clients (as of November 2026)',
      'Licence expired in March 2026: ask about it before you book',
    ]);
  });

  it('say nothing of what is not known', () => {
    expect(match([makeTherapist('a', north(0))]).matches[0]?.reasons).to.deep.equal([]);
  });
});

describe('any directory and any wishes', () => {
  const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
  const day = fc.constantFrom('2024-01-31', '2026-11-22', '2026-11-23', '2028-01-31');
  const therapist = fc.record(
    {
      name: fc.constant('Some One'),
      specialties: some(['neck-pain', 'jaw', 'foot']),
      location: fc.record({
        lat: fc.double({ min: 41, max: 43, noNaN: true }),
        lon: fc.double({ min: -72, max: -70, noNaN: true }),
      }),
      gender: fc.constantFrom('female' as const, 'male' as const),
      languages: some(['en', 'es-MX', 'fr']),
      modalities: some(['thai', 'cupping']),
      insurance: some(['aetna', 'cigna']),
      accepting: fc.record({ newClients: fc.boolean() }),
      yearsInPractice: fc.nat(40),
      rating: fc.record({ average: fc.double({ min: 1, max: 5, noNaN: true }), count: fc.nat(300) }),
      credentials: fc.array(fc.record({ title: fc.constant('LMT'), expiresOn: day, verifiedOn: day }), {
        maxLength: 2,
      }),
    },
    { requiredKeys: ['name', 'specialties', 'location'] },
  );
  const directory = fc
    .array(therapist, { maxLength: 40 })
    .map((all) => all.map((one, i) => ({ id: `t${i}`, ...one }) as Therapist));
  const query = fc
    .record({
      radiusKm: maybe(fc.constantFrom(1, 20, 100, 400)),
      specialties: maybe(some(['neck-pain', 'jaw'])),
      modalities: maybe(some(['thai', 'cupping'])),
      languages: maybe(some(['es', 'fr'])),
      gender: maybe(fc.constantFrom('female', 'male')),
      insurance: maybe(fc.constantFrom('aetna', 'cigna')),
      accepting: maybe(fc.boolean()),
    })
    .map((wishes) => {
      const said = Object.entries(wishes).filter(([, value]) => value !== undefined);
      return { near: HERE, limit: 1000, ...Object.fromEntries(said) } as MatchQuery;
    });

  /** The spherical law of cosines: another formula than the one under test, and good enough from a metre on. */
  function oracleKm({ lat, lon }: { lat: number; lon: number }): number {
    const [a, b, c] = [lat, HERE.lat, lon - HERE.lon].map((degrees) => (degrees * Math.PI) / 180) as [
      number,
      number,
      number,
    ];
    return (
      6371.0088 * Math.acos(Math.min(1, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(c)))
    );
  }
  function oracle(all: Therapist[], wishes: MatchQuery, radiusKm: number): string[] {
    return all
      .filter((t) => {
        const shares = (wanted: string[] | undefined, has: string[] | undefined) =>
          wanted === undefined || wanted.some((one) => has?.includes(one));
        return (
          oracleKm(t.location) <= radiusKm &&
          shares(wishes.specialties, t.specialties) &&
          shares(wishes.modalities, t.modalities) &&
          shares(
            wishes.languages,
            t.languages?.map((code) => code.slice(0, 2)),
          ) &&
          (wishes.gender === undefined || t.gender === wishes.gender) &&
          shares(wishes.insurance === undefined ? undefined : [wishes.insurance], t.insurance) &&
          (!wishes.accepting || t.accepting?.newClients === true)
        );
      })
      .map(({ id }) => id);
  }

  it('find exactly those whom a plain look at each record finds', () => {
    fc.assert(
      fc.property(directory, query, (all, wishes) => {
        const result = matchTherapists(prepareTherapists(all), wishes, NOW);
        expect(ids(result).sort()).to.deep.equal(oracle(all, wishes, result.radiusKm).sort());
        expect(result.total).to.equal(result.matches.length);
      }),
    );
  });

  it('give whole points in falling order, and no expired licence above a valid one', () => {
    fc.assert(
      fc.property(directory, query, (all, wishes) => {
        const { matches } = matchTherapists(prepareTherapists(all), wishes, NOW);
        const isExpired = ({ credentials = [] }: Therapist) =>
          credentials.length > 0 && credentials.every(({ expiresOn = '' }) => expiresOn < '2026-11-23');
        const order = matches.map(({ therapist }) => isExpired(therapist));
        expect(order).to.deep.equal([...order].sort());
        const scores = matches.map(({ score }) => score);
        expect(scores.every(Number.isInteger)).to.equal(true);
        expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('give the same answer whatever order the records are in, and fill every slot of every reason', () => {
    fc.assert(
      fc.property(directory, query, (all, wishes) => {
        const answer = matchTherapists(prepareTherapists(all), wishes, NOW);
        expect(matchTherapists(prepareTherapists([...all].reverse()), wishes, NOW)).to.deep.equal(answer);
        expect(answer.matches.flatMap(({ reasons }) => reasons).join()).not.to.match(/[{}]|undefined|NaN/);
      }),
    );
  });

  it('count truly what a relaxed wish would find', () => {
    fc.assert(
      fc.property(directory, query, (all, wishes) => {
        const prepared = prepareTherapists(all);
        for (const { wish, wouldFind } of matchTherapists(prepared, wishes, NOW).relax ?? []) {
          const { [wish]: _, ...relaxed } = wishes;
          const radiusKm = wish === 'radiusKm' ? 80 : (wishes.radiusKm ?? 80);
          expect(
            matchTherapists(prepared, { ...(relaxed as MatchQuery), radiusKm }, NOW).total,
            wish,
          ).to.equal(wouldFind);
        }
      }),
    );
  });
});
