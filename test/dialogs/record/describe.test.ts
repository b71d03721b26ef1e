import { expect } from 'chai';
import fc from 'fast-check';
import {
  complaintInWords,
  durationInWords,
  list,
  placeInWords,
  presentFindings,
  reportInWords,
  toldAbout,
} from '../../../dialogs/record/describe.js';
import { type Complaint, REGIONS, type Side } from '../../../knowledge/symptoms/report.js';
import { complaint, finding, reportOf } from '../../knowledge/safety/reports.js';
import { reason } from '../support/records.js';

describe('A place in words', () => {
  const table: [Complaint['region'], Side | undefined, string][] = [
    ['neck', undefined, 'neck'],
    ['neck', 'left', 'left neck'],
    ['neck', 'both', 'neck, on both sides'],
    ['knee', 'right', 'right knee'],
    ['knee', 'both', 'both knees'],
    ['foot', 'both', 'both feet'],
    ['calf', 'both', 'both calves'],
    ['upper_arm', 'both', 'both upper arms'],
    ['lower_back', undefined, 'lower back'],
    ['lower_back', 'both', 'lower back, on both sides'],
    ['whole_body', undefined, 'the whole body'],
  ];
  for (const [region, side, words] of table) {
    it(words, () => expect(placeInWords(side ? { region, side } : { region })).to.equal(words));
  }

  it('never shows the name that the code gives a region', () => {
    for (const region of REGIONS) {
      for (const side of [undefined, 'left', 'both'] as const) {
        expect(placeInWords(side ? { region, side } : { region })).not.to.include('_');
      }
    }
  });
});

describe('A duration in words', () => {
  const table: [days: [number, number], words: string][] = [
    [[0, 0], 'less than an hour'],
    [[0.02, 0.02], 'less than an hour'],
    [[1 / 24, 1 / 24], 'about 1 hour'],
    [[0.5, 0.5], 'about 12 hours'],
    [[1, 1], 'about 1 day'],
    [[7, 7], 'about 7 days'],
    [[13, 13], 'about 13 days'],
    [[14, 14], 'about 2 weeks'],
    [[21, 21], 'about 3 weeks'],
    [[60, 60], 'about 2 months'],
    [[180, 180], 'about 6 months'],
    [[365, 365], 'about 1 year'],
    [[730, 730], 'about 2 years'],
    [[7300, 7300], 'about 20 years'],
  ];
  for (const [days, words] of table) {
    it(`${days.join(' to ')} days: ${words}`, () => expect(durationInWords(days)).to.equal(words));
  }

  it('names a number between the shortest and the longest, in a unit that is not absurd', () => {
    const inDays = { hour: 1 / 24, day: 1, week: 7, month: 30.4, year: 365 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 3 }), (shortest, more) => {
        const longest = shortest * (1 + more);
        const [, count = '', unit = ''] =
          /^about (\d+) (hour|day|week|month|year)s?$/.exec(durationInWords([shortest, longest])) ?? [];
        const days = Number(count) * inDays[unit as keyof typeof inDays];
        expect(days).to.be.within(shortest * 0.6, longest * 1.4);
      }),
    );
  });
});

describe('A complaint in words', () => {
  const table: [Complaint, string][] = [
    [complaint('neck'), 'neck'],
    [
      complaint('shoulder', {
        side: 'left',
        durationDays: [21, 21],
        severity: 6,
        triggers: ['worse when sitting'],
      }),
      'left shoulder, for about 3 weeks, 6 out of 10, worse when sitting',
    ],
    [complaint('neck', { severity: 0 }), 'neck, 0 out of 10'],
    [complaint('neck', { onset: 'sudden', course: 'worse' }), 'neck, began suddenly, getting worse'],
    [complaint('neck', { onset: 'gradual', course: 'same' }), 'neck, not changing'],
    [complaint('neck', { course: 'better' }), 'neck, getting better'],
  ];
  for (const [given, words] of table) {
    it(words, () => expect(complaintInWords(given)).to.equal(words));
  }
});

describe('A report in words', () => {
  it('is empty where nothing is known', () => expect(reportInWords(reportOf())).to.deep.equal([]));

  it('has a line for each thing that was told', () => {
    expect(
      reportInWords(
        reportOf(['calf_swelling'], {
          complaints: [complaint('calf', { side: 'left' })],
          age: 45,
          pregnant: true,
          conditions: ['diabetes'],
          medications: ['warfarin'],
        }),
      ),
    ).to.deep.equal([
      'left calf',
      presentFindings(reportOf(['calf_swelling']))[0],
      'age 45',
      'pregnant, or could be, or has just given birth',
      'diabetes',
      'takes warfarin',
    ]);
  });

  it('leaves out what is absent, past, only feared or somebody else’s', () => {
    const findings = [
      finding('fever', { status: 'absent' }),
      finding('fever', { temporality: 'past' }),
      finding('fever', { temporality: 'hypothetical' }),
      finding('fever', { experiencer: 'other' }),
    ];
    expect(presentFindings(reportOf([], { findings }))).to.deep.equal([]);
  });

  it('says each finding once, and an uncertain one as such', () => {
    const [fever = ''] = presentFindings(reportOf(['fever']));
    expect(presentFindings(reportOf(['fever', 'fever']))).to.deep.equal([fever]);
    const findings = [finding('fever', { status: 'uncertain' })];
    expect(presentFindings(reportOf([], { findings }))).to.deep.equal([`perhaps ${fever}`]);
  });

  it('does not repeat a pain that the complaint names already, but names it without one', () => {
    expect(presentFindings(reportOf(['neck_pain'], { complaints: [complaint('neck')] }))).to.deep.equal([]);
    expect(presentFindings(reportOf(['neck_pain'], { complaints: [complaint('knee')] }))).to.have.length(1);
  });
});

describe('Findings in words', () => {
  it('leave out what only serves rules', () => {
    expect(presentFindings(reportOf(['ache_named', 'began_lately']))).to.deep.equal([]);
  });

  it('say the same words once, in the concept that takes most of them', () => {
    const findings = [
      finding('swelling', { text: 'swollen' }),
      finding('leg_swelling', { text: 'my leg is swollen' }),
      finding('part_huge', { text: 'my leg is swollen' }),
    ];
    const [leg = ''] = presentFindings(reportOf(['leg_swelling']));
    expect(presentFindings(reportOf([], { findings }))).to.deep.equal([leg]);
  });
});

describe('What was told about', () => {
  it('is the findings, or the rule’s label where it fired on none, each once', () => {
    const [fever = ''] = presentFindings(reportOf(['fever']));
    expect(
      toldAbout([
        reason('a', 'urgent', { concepts: ['fever'] }),
        reason('b', 'urgent', { concepts: ['fever'] }),
        reason('c', 'clearance', { label: 'your age' }),
      ]),
    ).to.deep.equal([fever, 'your age']);
  });
});

describe('A list in words', () => {
  const table: [string[], string][] = [
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ];
  for (const [parts, words] of table) it(`"${words}"`, () => expect(list(parts)).to.equal(words));
});
