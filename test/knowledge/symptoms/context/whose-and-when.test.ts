import { expect } from 'chai';
import { assessText } from '../../../../knowledge/safety/assess-text.js';
import { readSymptoms } from '../../../../knowledge/symptoms/read-symptoms.js';

function contextsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    assessText(text).report.findings.map(({ concept, temporality, experiencer }) => [
      concept,
      `${temporality} ${experiencer}`,
    ]),
  );
}

describe('a question at large', () => {
  for (const text of [
    'How soon after a fracture may one be massaged, as a rule?',
    'Can you massage somebody with a pacemaker?',
    'Is it dangerous for blood clots?',
    "Why does your page ask about osteoporosis? I don't have it",
  ]) {
    it(`says of nobody that they have it: ${text}`, () => {
      expect(assessText(text).assessment.disposition).to.equal('routine');
    });
  }

  it('is not the question about the writer’s own body', () => {
    expect(assessText('can I have a massage with my pacemaker?').assessment.disposition).to.equal(
      'clearance',
    );
    expect(assessText('is it normal that my chest hurts when I walk?').assessment.disposition).not.to.equal(
      'routine',
    );
    expect(assessText('Is it dangerous to massage my blood clot?').assessment.disposition).not.to.equal(
      'routine',
    );
    expect(assessText('Why do you ask about osteoporosis? I have it.').assessment.disposition).to.equal(
      'clearance',
    );
  });
});

describe('a relative told of in the present', () => {
  it('is the person asked for, with their history', () => {
    const mum = contextsOf('Mum had 3 rounds of chemo and finished on Friday. she feels shivery now');
    expect(Object.values(mum)).not.to.be.empty;
    expect(Object.values(mum).every((context) => context.endsWith('patient'))).to.equal(true);
    const dad = contextsOf('dad has myeloma. today he feels nothing from the belly button down');
    expect(Object.values(dad).every((context) => context === 'current patient')).to.equal(true);
  });

  it('is somebody else where only the past is told', () => {
    const contexts = Object.values(contextsOf('my dad had a heart attack in 2010. my neck is stiff'));
    expect(contexts.some((context) => context.endsWith('other'))).to.equal(true);
    expect(
      assessText('my dad had a heart attack in 2010. he is fine, my neck is stiff').assessment.disposition,
    ).to.equal('routine');
  });
});

describe('a year', () => {
  const temporality = (today: string) =>
    readSymptoms('stroke in 2019', { today: new Date(today) }).findings[0]?.temporality;

  it('is long ago as seen from the day on which it is said', () => {
    expect(temporality('2026-11-26')).to.equal('past');
    expect(temporality('2019-12-01')).to.equal('current');
  });
});

describe('what happened once', () => {
  const dispositionOf = (text: string) => assessText(text).assessment.disposition;

  it('still counts where it was weeks ago, and no more where it was years ago', () => {
    expect(dispositionOf('I broke my arm six weeks ago, it feels stiff')).to.equal('clearance');
    for (const text of [
      'I broke my arm as a kid, now 40, it aches in the rain',
      'I broke my arm 20 years ago, it aches in the rain',
      'old whiplash from 2009, now just occasional neck stiffness',
      'I was in a car accident in 1998, fractured my collarbone, all healed. Only my traps are tight now.',
    ])
      expect(dispositionOf(text), text).to.equal('routine');
  });

  it('counts for ever where it is a condition that stays', () => {
    expect(dispositionOf('I had a clot in my leg in 2015, my neck is stiff')).to.equal('clearance');
  });
});

describe('what a doctor has looked into', () => {
  const dispositionOf = (text: string) => assessText(text).assessment.disposition;

  it('is settled where it is told as over, and not where it is still there', () => {
    expect(dispositionOf('the doctor did an ECG for my chest twinges, all fine, it was a muscle')).to.equal(
      'routine',
    );
    for (const text of [
      'I have chest pain, my GP checked me and everything is normal',
      'chest pain since this morning, the doctor did an ECG, all fine',
      'crushing chest pain, had an ECG, came back normal',
    ])
      expect(dispositionOf(text), text).to.equal('emergency');
  });
});
