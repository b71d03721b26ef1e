import { expect } from 'chai';
import { assess } from '../../../knowledge/safety/assess.js';
import { DISPOSITIONS, type Disposition } from '../../../knowledge/safety/assessment.js';
import { loadRules } from '../../../knowledge/safety/load-rules.js';
import type { Finding, Report } from '../../../knowledge/symptoms/report.js';
import { complaint, finding, reportOf } from './reports.js';

interface Row {
  what: string;
  report: Report;
  disposition: Disposition;
  rule?: string;
}

const table: Row[] = [
  { what: 'an empty report', report: reportOf(), disposition: 'routine' },
  {
    what: 'chest pressure',
    report: reportOf(['chest_pressure']),
    disposition: 'emergency',
    rule: 'chest_pain',
  },
  {
    what: 'jaw pain with a cold sweat',
    report: reportOf(['cold_sweat'], { complaints: [complaint('jaw')] }),
    disposition: 'emergency',
    rule: 'heart_without_chest_pain',
  },
  {
    what: 'a drooping face',
    report: reportOf(['face_droop']),
    disposition: 'emergency',
    rule: 'stroke_signs',
  },
  {
    what: 'numbness between the legs',
    report: reportOf(['saddle_numbness']),
    disposition: 'emergency',
    rule: 'cauda_equina',
  },
  {
    what: 'bladder trouble without back pain',
    report: reportOf(['urinary_retention']),
    disposition: 'urgent',
    rule: 'bladder_or_bowel',
  },
  {
    what: 'bladder trouble with back pain',
    report: reportOf(['urinary_retention', 'back_pain']),
    disposition: 'emergency',
    rule: 'cauda_equina',
  },
  {
    what: 'a swollen calf',
    report: reportOf(['calf_swelling']),
    disposition: 'urgent',
    rule: 'calf_swelling',
  },
  {
    what: 'a swollen calf after a long flight',
    report: reportOf(['calf_swelling', 'long_journey']),
    disposition: 'emergency',
    rule: 'leg_clot',
  },
  {
    what: 'a puffy leg without a side',
    report: reportOf(['leg_swelling']),
    disposition: 'clearance',
    rule: 'leg_swelling',
  },
  { what: 'a painful calf by itself', report: reportOf(['calf_pain']), disposition: 'routine' },
  { what: 'night pain by itself', report: reportOf(['night_pain', 'back_pain']), disposition: 'routine' },
  { what: 'dizziness by itself', report: reportOf(['dizziness']), disposition: 'routine' },
  { what: 'old age and back pain', report: reportOf(['back_pain'], { age: 82 }), disposition: 'routine' },
  {
    what: 'a fall, back pain and old age',
    report: reportOf(['back_pain', 'fall_or_knock'], { age: 82 }),
    disposition: 'urgent',
    rule: 'spine_fracture',
  },
  {
    what: 'back pain after a crash',
    report: reportOf(['back_pain', 'major_injury']),
    disposition: 'emergency',
    rule: 'spine_injury_major',
  },
  {
    what: 'back pain after cancer',
    report: reportOf(['back_pain', 'cancer_history']),
    disposition: 'urgent',
    rule: 'spine_cancer',
  },
  {
    what: 'back pain with fever',
    report: reportOf(['back_pain', 'fever']),
    disposition: 'urgent',
    rule: 'spine_infection',
  },
  {
    what: 'back pain with fever, very ill',
    report: reportOf(['back_pain', 'fever', 'very_unwell']),
    disposition: 'emergency',
    rule: 'spine_infection_unwell',
  },
  {
    what: 'headache with fever',
    report: reportOf(['headache', 'fever']),
    disposition: 'urgent',
    rule: 'headache_with_fever',
  },
  {
    what: 'headache with fever and a stiff neck',
    report: reportOf(['headache', 'fever', 'stiff_neck']),
    disposition: 'emergency',
    rule: 'meningitis',
  },
  {
    what: 'a first headache at 70',
    report: reportOf(['new_headache'], { age: 70 }),
    disposition: 'urgent',
    rule: 'headache_late_in_life',
  },
  { what: 'a new headache at 30', report: reportOf(['new_headache'], { age: 30 }), disposition: 'clearance' },
  { what: 'clumsy hands', report: reportOf(['clumsy_hands']), disposition: 'urgent', rule: 'myelopathy' },
  {
    what: 'clumsy hands with bladder trouble',
    report: reportOf(['clumsy_hands', 'incontinence']),
    disposition: 'emergency',
    rule: 'myelopathy_fast',
  },
  {
    what: 'stiff shoulders with pain on chewing',
    report: reportOf(['both_shoulders_stiff', 'jaw_chewing_pain'], { age: 71 }),
    disposition: 'urgent',
    rule: 'giant_cell_arteritis',
  },
  {
    what: 'a blow to the head',
    report: reportOf(['head_injury']),
    disposition: 'urgent',
    rule: 'head_injury',
  },
  {
    what: 'a blow to the head on a blood thinner by name',
    report: reportOf(['head_injury'], { medications: ['apixaban 5 mg'] }),
    disposition: 'emergency',
    rule: 'head_injury_with_signs',
  },
  {
    what: 'headache and vision change, pregnant by slot',
    report: reportOf(['headache', 'vision_change'], { pregnant: true }),
    disposition: 'emergency',
    rule: 'pre_eclampsia',
  },
  {
    what: 'bleeding in pregnancy',
    report: reportOf(['pregnant', 'vaginal_bleeding']),
    disposition: 'urgent',
    rule: 'pregnancy_bleeding',
  },
  {
    what: 'bleeding and belly pain in pregnancy',
    report: reportOf(['pregnant', 'vaginal_bleeding', 'abdominal_pain']),
    disposition: 'emergency',
    rule: 'pregnancy_bleeding_heavy',
  },
  { what: 'a wish to die', report: reportOf(['suicidal']), disposition: 'emergency', rule: 'suicidal' },
  {
    what: 'swelling of the tongue',
    report: reportOf(['airway_swelling']),
    disposition: 'emergency',
    rule: 'anaphylaxis',
  },
  {
    what: 'pregnancy',
    report: reportOf([], { pregnant: true }),
    disposition: 'clearance',
    rule: 'pregnancy',
  },
  {
    what: 'warfarin',
    report: reportOf([], { medications: ['warfarin'] }),
    disposition: 'clearance',
    rule: 'blood_thinner',
  },
  { what: 'diabetes', report: reportOf(['diabetes']), disposition: 'routine' },
  {
    what: 'belly pain of 9',
    report: reportOf([], { complaints: [complaint('abdomen', { severity: 9 })] }),
    disposition: 'emergency',
    rule: 'acute_abdomen',
  },
];

describe('assess', () => {
  for (const { what, report, disposition, rule } of table) {
    it(`finds ${what} to be ${disposition}`, () => {
      const assessment = assess(report);
      expect(assessment.disposition).to.equal(disposition);
      if (rule) expect(assessment.reasons.map((reason) => reason.rule)).to.include(rule);
    });
  }

  const notCounted: [string, Partial<Finding>][] = [
    ['absent', { status: 'absent' }],
    ["another person's", { experiencer: 'other' }],
    ['over', { temporality: 'past' }],
    ['only imagined', { temporality: 'hypothetical' }],
  ];
  for (const [what, change] of notCounted) {
    it(`does not count chest pressure that is ${what}`, () => {
      expect(assess(reportOf([], { findings: [finding('chest_pressure', change)] })).disposition).to.equal(
        'routine',
      );
    });
  }

  it('counts an uncertain finding as present', () => {
    const report = reportOf([], { findings: [finding('face_droop', { status: 'uncertain' })] });
    expect(assess(report).disposition).to.equal('emergency');
  });

  it('counts a past finding where the past matters', () => {
    const report = reportOf([], { findings: [finding('cancer_history', { temporality: 'past' })] });
    expect(assess(report).disposition).to.equal('clearance');
  });

  it('counts a wish to die that is said as an if', () => {
    const report = reportOf([], { findings: [finding('suicidal', { temporality: 'hypothetical' })] });
    expect(assess(report).disposition).to.equal('emergency');
  });

  it('takes a kind of a sign for the sign, and names what was told', () => {
    const { reasons } = assess(reportOf(['high_fever']));
    const fever = reasons.find(({ rule }) => rule === 'fever');
    expect(fever?.concepts).to.deep.equal(['high_fever']);
  });

  it('is not talked down: absent findings beside a present one change nothing', () => {
    const report = reportOf(['chest_pressure']);
    const played = {
      ...report,
      findings: [
        ...report.findings,
        finding('chest_pressure', { status: 'absent' }),
        finding('cold_sweat', { status: 'absent' }),
      ],
    };
    expect(assess(played).disposition).to.equal('emergency');
  });

  it('gives the reasons worst first, each with its words, its source and the concepts it rests on', () => {
    const { reasons } = assess(reportOf(['calf_swelling', 'long_journey', 'diabetes']));
    const dispositions = reasons.map((reason) => DISPOSITIONS.indexOf(reason.disposition));
    expect(dispositions).to.deep.equal(dispositions.toSorted());
    expect(reasons[0]?.disposition).to.equal('emergency');
    expect(reasons[0]?.concepts).to.deep.equal(['calf_swelling', 'long_journey']);
    expect(reasons[0]?.source).to.include('Wells');
    expect(reasons[0]?.label).to.be.a('string');
  });

  it('adds a caution without changing the disposition', () => {
    const assessment = assess(reportOf(['diabetes']));
    expect(assessment.cautions).to.deep.include({
      rule: 'diabetes',
      scope: 'adapt',
      label: 'Light pressure on the feet and wherever feeling is reduced',
      source: 'consensus',
    });
  });

  it('forbids massage of a leg that may hold a clot', () => {
    expect(assess(reportOf(['calf_swelling'])).cautions.map((caution) => caution.scope)).to.include(
      'absolute',
    );
  });

  it('points a wish to die to the crisis line, an overdose to poison control', () => {
    expect(assess(reportOf(['suicidal'])).reasons[0]?.action).to.equal('crisis_line');
    expect(assess(reportOf(['overdose'])).reasons[0]?.action).to.equal('poison_control');
    expect(assess(reportOf(['violence'])).reasons[0]?.action).to.equal('domestic_violence_line');
  });

  it('fires nothing on a report in which every concept of every rule is absent', () => {
    const concepts = new Set(loadRules().questions.keys());
    const findings = [...concepts].map((concept) => finding(concept, { status: 'absent' }));
    const assessment = assess(reportOf([], { findings }));
    expect(assessment.reasons).to.deep.equal([]);
    expect(assessment.cautions).to.deep.equal([]);
  });
});
