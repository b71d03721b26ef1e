import { expect } from 'chai';
import fc from 'fast-check';
import { pagesFor } from '../../../knowledge/guide/condition-pages.js';
import { loadGuide } from '../../../knowledge/guide/load-guide.js';
import {
  emptyReport,
  type Finding,
  REGIONS,
  type Region,
  type Report,
} from '../../../knowledge/symptoms/report.js';

const report = (known: Partial<Report>): Report => ({ ...emptyReport(), ...known });
const sore = (...regions: Region[]) => regions.map((region) => ({ region, triggers: [] }));
const has = (concept: string, change: Partial<Finding> = {}): Finding => ({
  concept,
  status: 'present',
  experiencer: 'patient',
  temporality: 'current',
  text: concept,
  start: 0,
  end: concept.length,
  ...change,
});

const general = ['what-is-medical-massage', 'benefit-pain-relief', 'physician-check'];

const table: { name: string; known: Partial<Report>; pages: string[] }[] = [
  { name: 'a sore neck', known: { complaints: sore('neck') }, pages: ['condition-neck-pain'] },
  { name: 'a sore low back', known: { complaints: sore('lower_back') }, pages: ['condition-back-pain'] },
  { name: 'a sore upper back', known: { complaints: sore('upper_back') }, pages: ['condition-back-pain'] },
  { name: 'a sore shoulder', known: { complaints: sore('shoulder') }, pages: ['condition-shoulder-pain'] },
  { name: 'headache', known: { complaints: sore('head') }, pages: ['condition-headache-migraine'] },
  { name: 'migraine by name', known: { conditions: ['migraines'] }, pages: ['condition-headache-migraine'] },
  {
    name: 'buttock and calf together',
    known: { complaints: sore('buttock', 'calf') },
    pages: ['condition-sciatica'],
  },
  { name: 'sciatica by name', known: { conditions: ['sciatica'] }, pages: ['condition-sciatica'] },
  {
    name: 'a low back with a leg',
    known: { complaints: sore('lower_back', 'thigh') },
    pages: ['condition-back-pain', 'condition-sciatica'],
  },
  {
    name: 'a numb hand',
    known: { complaints: sore('hand'), findings: [has('hand_numbness')] },
    pages: ['condition-carpal-tunnel'],
  },
  {
    name: 'carpal tunnel by name',
    known: { conditions: ['carpal tunnel syndrome'] },
    pages: ['condition-carpal-tunnel'],
  },
  {
    name: 'an older knee',
    known: { complaints: sore('knee'), age: 45 },
    pages: ['condition-knee-osteoarthritis'],
  },
  {
    name: 'a young knee with the diagnosis',
    known: { age: 30, conditions: ['osteoarthritis of the knee'] },
    pages: ['condition-knee-osteoarthritis'],
  },
  {
    name: 'fibromyalgia all over',
    known: { complaints: sore('whole_body'), conditions: ['fibromyalgia'] },
    pages: ['condition-fibromyalgia', ...general],
  },
  { name: 'a wish for less stress', known: { goals: ['less stress'] }, pages: ['benefit-stress-relief'] },
  { name: 'anxiety', known: { conditions: ['generalised anxiety disorder'] }, pages: ['condition-anxiety'] },
  { name: 'muscle spasms', known: { conditions: ['muscle spasms'] }, pages: ['condition-muscle-spasm'] },
  { name: 'a wish for better posture', known: { goals: ['better posture'] }, pages: ['benefit-posture'] },
  {
    name: 'the first complaint first',
    known: { complaints: sore('shoulder', 'neck') },
    pages: ['condition-shoulder-pain', 'condition-neck-pain'],
  },
];

const unspecific: { name: string; known: Partial<Report>; uncovered: Region[] }[] = [
  { name: 'nothing said', known: {}, uncovered: [] },
  { name: 'a hip', known: { complaints: sore('hip') }, uncovered: ['hip'] },
  { name: 'a young knee', known: { complaints: sore('knee'), age: 44 }, uncovered: ['knee'] },
  { name: 'a knee of unknown age', known: { complaints: sore('knee') }, uncovered: ['knee'] },
  { name: 'a sore hand that is not numb', known: { complaints: sore('hand') }, uncovered: ['hand'] },
  {
    name: 'a hand that is said not to be numb',
    known: { complaints: sore('hand'), findings: [has('hand_numbness', { status: 'absent' })] },
    uncovered: ['hand'],
  },
  {
    name: 'a hand that was numb once',
    known: { complaints: sore('hand'), findings: [has('hand_numbness', { temporality: 'past' })] },
    uncovered: ['hand'],
  },
  {
    name: "a relative's numb hand",
    known: { complaints: sore('hand'), findings: [has('hand_numbness', { experiencer: 'other' })] },
    uncovered: ['hand'],
  },
  {
    name: 'a condition whose name only looks alike',
    known: { conditions: ['menstrual cramps', 'discharge'] },
    uncovered: [],
  },
];

describe('pagesFor', () => {
  for (const { name, known, pages } of table) {
    it(`answers ${name} with ${pages[0]}`, () => {
      const chosen = pagesFor(report(known));
      expect(chosen.pages).to.deep.equal(pages);
      expect(chosen.specific).to.equal(true);
    });
  }

  for (const { name, known, uncovered } of unspecific) {
    it(`gives the general pages for ${name}, and says so`, () => {
      expect(pagesFor(report(known))).to.deep.equal({ pages: general, specific: false, uncovered });
    });
  }

  it('adds the general pages where one complaint of several has no page', () => {
    expect(pagesFor(report({ complaints: sore('neck', 'hip') }))).to.deep.equal({
      pages: ['condition-neck-pain', ...general],
      specific: true,
      uncovered: ['hip'],
    });
  });

  it('always names pages that exist, each once', () => {
    const guide = loadGuide();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...REGIONS), { maxLength: 6 }),
        fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined }),
        fc.array(fc.constantFrom('stress', 'migraine', 'anxiety', 'less pain', 'posture'), { maxLength: 4 }),
        (regions, age, goals) => {
          const chosen = pagesFor(
            report({ complaints: sore(...regions), goals, ...(age !== undefined && { age }) }),
          );
          expect(chosen.pages.length).to.be.greaterThan(0);
          expect(new Set(chosen.pages).size).to.equal(chosen.pages.length);
          for (const page of chosen.pages) expect(guide.page(page), page).not.to.equal(undefined);
          for (const region of chosen.uncovered) expect(regions).to.include(region);
        },
      ),
    );
  });
});
