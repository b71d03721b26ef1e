import { expect } from 'chai';
import { emptyReport, REGIONS, type Report } from '../../../knowledge/symptoms/report.js';
import { specialties, specialtiesFor, specialtyLabel } from '../../../services/therapists/specialties.js';

/** The guide's pages (their ids are fixed). */
const PAGES =
  'what-is-medical-massage, medical-vs-relaxation, techniques, first-session, benefit-stress-relief, benefit-pain-relief, benefit-circulation, benefit-inflammation, benefit-posture, condition-neck-pain, condition-back-pain, condition-shoulder-pain, condition-headache-migraine, condition-carpal-tunnel, condition-muscle-spasm, condition-knee-osteoarthritis, condition-fibromyalgia, condition-sciatica, condition-anxiety, safety-who-should-wait, safety-side-effects, physician-check, choosing-a-therapist, finding-a-therapist, credentials, cost-and-insurance, aftercare'.split(
    ', ',
  );

const complaint = (region: Report['complaints'][number]['region'], severity?: number) => ({
  region,
  triggers: [],
  ...(severity !== undefined && { severity }),
});
const finding = (
  concept: string,
  more: Partial<Report['findings'][number]> = {},
): Report['findings'][number] => ({
  concept,
  status: 'present',
  experiencer: 'patient',
  temporality: 'current',
  text: concept,
  start: 0,
  end: 1,
  ...more,
});

describe('the vocabulary of specialties', () => {
  it('leads to pages that the guide has', () => {
    for (const { id, pages } of specialties) expect(PAGES, id).to.include.members(pages);
  });

  it('covers each condition page, and each body region', () => {
    const pages = specialties.flatMap((one) => one.pages);
    expect(pages).to.include.members(PAGES.filter((page) => page.startsWith('condition-')));
    expect([...new Set(specialties.flatMap(({ regions }) => regions))]).to.include.members([...REGIONS]);
  });

  it('claims a page of its own only where one of its pages is about it', () => {
    for (const { id, own, pages } of specialties.filter((one) => one.own)) {
      expect(
        pages.some((page) => /^(condition|benefit)-/.test(page)),
        `${id} ${own}`,
      ).to.equal(true);
    }
  });

  it('has a label for every entry, and words for an id that it does not have', () => {
    expect(specialtyLabel('headache-migraine')).to.equal('headaches and migraine');
    expect(specialtyLabel('hand-therapy')).to.equal('hand therapy');
  });
});

describe('specialtiesFor', () => {
  const cases: [string, Partial<Report>, string[]][] = [
    ['nothing for an empty report', {}, []],
    ['neck pain for a neck', { complaints: [complaint('neck')] }, ['neck-pain']],
    [
      'carpal tunnel and hands for a wrist',
      { complaints: [complaint('wrist')] },
      ['carpal-tunnel', 'wrist-hand'],
    ],
    [
      'the worst complaint first',
      { complaints: [complaint('neck', 3), complaint('jaw', 8)] },
      ['jaw', 'neck-pain'],
    ],
    [
      'pregnancy ahead of the complaint',
      { pregnant: true, complaints: [complaint('neck')] },
      ['prenatal', 'neck-pain'],
    ],
    [
      'training with children for a child',
      { about: 'child', age: 9, complaints: [complaint('neck')] },
      ['pediatric', 'neck-pain'],
    ],
    [
      'training with older people, last',
      { age: 82, complaints: [complaint('neck')] },
      ['neck-pain', 'geriatric'],
    ],
    [
      'cancer ahead of the complaint',
      { conditions: ['breast cancer'], complaints: [complaint('neck')] },
      ['oncology', 'neck-pain'],
    ],
    ['a condition as the patient names it', { conditions: ['plantar fasciitis'] }, ['foot']],
    ['a current finding', { findings: [finding('migraine')] }, ['headache-migraine']],
    [
      'an operation of the past',
      { findings: [finding('surgery', { temporality: 'past' })] },
      ['post-surgical'],
    ],
    ['no pain of the past', { findings: [finding('migraine', { temporality: 'past' })] }, []],
    ['no finding that is absent', { findings: [finding('migraine', { status: 'absent' })] }, []],
    ['no finding of somebody else', { findings: [finding('migraine', { experiencer: 'other' })] }, []],
    ['a goal in the patient’s words', { goals: ['less stress'] }, ['anxiety-stress']],
  ];
  for (const [what, report, expected] of cases) {
    it(`asks for ${what}`, () => {
      expect(specialtiesFor({ ...emptyReport(), ...report })).to.deep.equal(expected);
    });
  }

  it('names each specialty once, and something for every region', () => {
    for (const region of REGIONS) {
      const found = specialtiesFor({ ...emptyReport(), complaints: [complaint(region), complaint(region)] });
      expect(found, region).to.have.length.greaterThan(0);
      expect(new Set(found).size).to.equal(found.length);
    }
  });
});
