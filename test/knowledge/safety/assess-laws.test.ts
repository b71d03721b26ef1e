import { expect } from 'chai';
import fc from 'fast-check';
import { assess } from '../../../knowledge/safety/assess.js';
import { isWorse } from '../../../knowledge/safety/assessment.js';
import { conceptsNamed } from '../../../knowledge/safety/condition.js';
import { loadRules } from '../../../knowledge/safety/load-rules.js';
import { type Finding, REGIONS, type Report } from '../../../knowledge/symptoms/report.js';
import { complaint, finding, reportOf } from './reports.js';

const concepts = [...new Set(loadRules().rules.flatMap((rule) => conceptsNamed(rule.when)))];

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    concept: fc.constantFrom(...concepts),
    status: fc.constantFrom('present' as const, 'absent' as const, 'uncertain' as const),
    experiencer: fc.constantFrom('patient' as const, 'other' as const),
    temporality: fc.constantFrom('current' as const, 'past' as const, 'hypothetical' as const),
  })
  .map(({ concept, ...rest }) => finding(concept, rest));

const anyReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 8 }),
    age: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    pregnant: fc.option(fc.boolean(), { nil: undefined }),
    regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { maxLength: 3 }),
    medications: fc.subarray(['warfarin', 'prednisone', 'ibuprofen']),
  })
  .map(({ findings, age, pregnant, regions, medications }) =>
    reportOf([], {
      findings,
      medications,
      complaints: regions.map((region) => complaint(region)),
      ...(age === undefined ? {} : { age }),
      ...(pregnant === undefined ? {} : { pregnant }),
    }),
  );

function isLowered(before: Report, after: Report): boolean {
  return isWorse(assess(before).disposition, assess(after).disposition);
}

describe('laws of assess', () => {
  it('never lowers on one more present finding', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...concepts), (report, concept) => {
        const more = { ...report, findings: [...report.findings, finding(concept)] };
        expect(isLowered(report, more)).to.equal(false);
      }),
    );
  });

  it('never raises where a finding turns absent', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), (report, pick) => {
        const findings = report.findings.map((one, at) =>
          at === pick % report.findings.length ? { ...one, status: 'absent' as const } : one,
        );
        expect(isWorse(assess({ ...report, findings }).disposition, assess(report).disposition)).to.equal(
          false,
        );
      }),
    );
  });

  it('never lowers where an uncertain finding becomes certain', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const findings = report.findings.map((one) =>
          one.status === 'uncertain' ? { ...one, status: 'present' as const } : one,
        );
        expect(isLowered(report, { ...report, findings })).to.equal(false);
      }),
    );
  });

  it('does not care in which order things were said', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const turned = {
          ...report,
          findings: report.findings.toReversed(),
          complaints: report.complaints.toReversed(),
          medications: report.medications.toReversed(),
        };
        expect(assess(turned)).to.deep.equal(assess(report));
      }),
    );
  });

  it('asks only what a yes would make worse, worst first', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { disposition, questions } = assess(report);
        questions.forEach((question, at) => {
          expect(isWorse(question.couldBecome, disposition)).to.equal(true);
          const before = questions[at - 1];
          if (before) expect(isWorse(question.couldBecome, before.couldBecome)).to.equal(false);
          const answered = { ...report, findings: [...report.findings, finding(question.concept)] };
          expect(assess(answered).disposition).to.equal(question.couldBecome);
        });
      }),
    );
  });
});
