import { expect } from 'chai';
import fc from 'fast-check';
import { buildLexicon } from '../../../knowledge/symptoms/lexicon/lexicon.js';
import { readSymptoms } from '../../../knowledge/symptoms/read-symptoms.js';

const lexicon = buildLexicon(
  [
    {
      id: 'calf_swelling',
      label: 'a swollen calf',
      phrases: ['<calf> swollen'],
      not: ['swollen calf {0,4} gym'],
      past: 'ignore',
    },
    { id: 'numbness', label: 'numbness', phrases: ['numb', '"can not feel"'], past: 'ignore' },
    { id: 'clot', label: 'a clot', phrases: ['clot'], past: 'keep' },
    { id: 'dying', label: 'dying', phrases: ['dying'], idioms: ['dying for a'], past: 'ignore' },
  ],
  { calf: ['calf', 'lower leg'] },
);
const read = (message: string) => readSymptoms(message, { lexicon });
const found = (message: string) =>
  read(message).findings.map(({ concept, status, temporality, experiencer }) =>
    [concept, status, temporality, experiencer].join(' '),
  );

describe('reading findings', () => {
  it('carries the patient’s words and their place', () => {
    const message = 'Since Monday my “lower leg” is really swolen 😟';
    const [finding] = read(message).findings;
    expect(finding?.concept).to.equal('calf_swelling');
    expect(message.slice(finding?.start, finding?.end))
      .to.equal('lower leg” is really swolen')
      .and.equal(finding?.text);
  });

  const table: [string, string[]][] = [
    ["I can't feel my foot", ['numbness present current patient']],
    [
      'no numbness, no swollen calf',
      ['numbness absent current patient', 'calf_swelling absent current patient'],
    ],
    ['my calf is not swollen', ['calf_swelling absent current patient']],
    ['I had a clot in 2015, all clear', ['clot present past patient']],
    ['my dad had a clot', ['clot present past other']],
    ["my husband's calf is swollen", ['calf_swelling present current patient']],
    ['swollen calf muscle from the gym', []],
    ['I am dying for a massage', []],
    ['what if it is a clot?', ['clot uncertain hypothetical patient']],
  ];
  for (const [message, expected] of table) {
    it(`reads "${message}" as ${expected.join(', ') || 'nothing'}`, () => {
      expect(found(message)).to.deep.equal(expected);
    });
  }

  it('lets an idiom cancel its own sentence only', () => {
    expect(found('I am dying for a massage. I think I am dying')).to.deep.equal([
      'dying present current patient',
    ]);
  });

  it('finds a danger at the end of a very long message, and keeps the list short', () => {
    const { findings } = read(`${'my foot is numb and '.repeat(5000)}. My calf is swollen`);
    expect(findings.at(-1)?.concept).to.equal('calf_swelling');
    expect(findings.length).to.be.lessThan(20);
  });

  it('reads any text at all, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        expect(read(message)).to.deep.equal(read(message));
      }),
      { numRuns: 200 },
    );
  });
});

describe('reading complaints', () => {
  const one = (message: string) => read(message).complaints[0];

  it('gathers region, side, time, severity and triggers', () => {
    expect(
      one('My left shoulder has been sore for three weeks, 6/10, worse when I sit at the computer'),
    ).to.deep.equal({
      region: 'shoulder',
      side: 'left',
      durationDays: [21, 21],
      severity: 6,
      triggers: ['worse when I sit at the computer'],
    });
  });

  const regions: [string, string[]][] = [
    ['my back hurts', ['lower_back']],
    ['between the shoulder blades it burns', ['upper_back']],
    ['shin pain and a stiff nek', ['calf', 'neck']],
    ['my bum hurts', ['buttock']],
    ['sore tummy', ['abdomen']],
    ['everything hurts, pain all over', ['whole_body']],
    ['no pain in my knee, the ankle hurts', ['ankle']],
    ['my neck hurts when I turn my head', ['neck']],
    ['my heart goes on; on the other hand, come back later', []],
    ['my grandmother had a bad hip', []],
    ["I'm numb between my legs", []],
    ['numb between the legs, and my inner thigh hurts', ['thigh']],
    ['my back hurts and I came back home', ['lower_back']],
    ['the back of my knee hurts', ['knee']],
  ];
  for (const [message, expected] of regions) {
    it(`"${message}" is about ${expected.join(', ') || 'no region'}`, () => {
      expect(read(message).complaints.map(({ region }) => region)).to.deep.equal(expected);
    });
  }

  const sides: [string, (string | undefined)[]][] = [
    ['my right knee and left ankle hurt', ['right', 'left']],
    ['both knees hurt', ['both']],
    ['pain on the left side of my neck', ['left']],
    ['right now my neck hurts', [undefined]],
    ['I left work because of my neck', [undefined]],
    ['left and right wrist', ['both']],
  ];
  for (const [message, expected] of sides) {
    it(`"${message}" has the side ${expected.join(', ') || 'open'}`, () => {
      expect(read(message).complaints.map(({ side }) => side)).to.deep.equal(expected);
    });
  }

  const durations: [string, [number, number] | undefined][] = [
    ['neck pain for three weeks', [21, 21]],
    ['neck pain since Tuesday', [1, 7]],
    ['my neck has hurt for ages', [180, 3650]],
    ['sore neck for a couple of days', [2, 3]],
    ['on and off for 2 yrs my neck aches', [730, 730]],
    ['neck pain for the last 2-3 months', [60, 90]],
    ['neck pain since my 30s', undefined],
    ['I work 8 hours a day and my neck hurts', undefined],
    ['I have 44 years and pain in my neck', undefined],
    ['I have had 5 years of neck pain', [1825, 1825]],
    ['my neck hurts, I am 45 years old', undefined],
    ['neck pain, I have been a smoker for 30 years', undefined],
    ['my neck pain started a year and a half ago', [548, 548]],
    ['neck pain for 2 months, 4/10, from desk work, I am 34', [60, 60]],
    ['neck pain for 2 months, desk work', [60, 60]],
    ['neck pain from desk work for 2 months', [60, 60]],
    ['I work at a desk and have had neck pain for 2 months', [60, 60]],
    ['I have worked at a desk for 10 years, neck pain', undefined],
    ['neck pain, I have been working as a nurse for 10 years', undefined],
  ];
  for (const [message, expected] of durations) {
    it(`"${message}" has lasted ${expected?.join(' to ') ?? 'it does not say how long'}`, () => {
      expect(one(message)?.durationDays).to.deep.equal(expected);
    });
  }

  const ages: [message: string, age: number | undefined][] = [
    ['I am 45', 45],
    ['44 years of age, bad back', 44],
    ['I have 44 years', 44],
    ['I have 44 years and pain in my neck', 44],
    ['I have 5 years of back pain', undefined],
    ['sore temples, 68', 68],
    ['72, sore temples', 72],
    ['3, 4 and 5 are sore', undefined],
    ['sore temples, 68. Never had it before', 68],
    ['worse at 3, 40 or 60 degrees', undefined],
    ['pain 7, 8 some days', undefined],
    ['I have 5 years with this knee', undefined],
  ];
  for (const [message, expected] of ages) {
    it(`"${message}" tells ${expected === undefined ? 'no age' : `the age of ${expected}`}`, () => {
      expect(read(message).age).to.equal(expected);
    });
  }

  const triggers: [message: string, triggers: string[], isGettingWorse: boolean][] = [
    ['my knee hurts, worse on stairs', ['worse on stairs'], false],
    ['my knee hurts, worse in the morning', ['worse in the morning'], false],
    ['my knee hurts, worse at night', ['worse at night'], false],
    ['my knee hurts, worse on going down the stairs', ['worse on going down the stairs'], false],
    ['neck pain for 2 months, 4/10, from desk work, I am 34', ['from desk work'], false],
    ['neck pain, worse on the left', [], true],
    ['neck pain, worse by the hour', [], true],
    ['neck pain, worse every day', [], true],
    ['neck pain, worse when I sit, and getting worse', ['worse when I sit'], true],
    ['it hurts from my neck to my arm on and off', [], false],
  ];
  for (const [message, expected, isGettingWorse] of triggers) {
    it(`"${message}" is brought on by ${expected.join(', ') || 'nothing it names'}`, () => {
      const { complaints, findings } = readSymptoms(message);
      expect(complaints.flatMap((complaint) => complaint.triggers)).to.deep.equal(expected);
      expect(findings.some(({ concept }) => concept === 'getting_worse')).to.equal(isGettingWorse);
    });
  }

  const severities: [string, number | undefined][] = [
    ['neck pain 7/10', 7],
    ['neck pain, eight out of ten', 8],
    ['mild neck ache', 2],
    ['severe neck pain', 8],
    ['the worst pain imaginable in my neck', 10],
    ['neck pain is not severe', undefined],
    ['neck pain was 8/10, now 3/10', 3],
    ['neck pain since 7/10/2024', undefined],
    ['really bad neck', undefined],
  ];
  for (const [message, expected] of severities) {
    it(`"${message}" is ${expected ?? 'without a number'}`, () =>
      expect(one(message)?.severity).to.equal(expected));
  }

  it('keeps facts without a region apart, for the complaint under discussion', () => {
    expect(read('it came on gradually and is getting worse, 5/10').loose).to.deep.equal({
      onset: 'gradual',
      course: 'worse',
      severity: 5,
    });
  });
});

describe('reading the person', () => {
  const table: [string, object][] = [
    ["I'm 45", { age: 45 }],
    ['45yo male', { age: 45, sex: 'male' }],
    ['45 f, sore neck', { age: 45, sex: 'female' }],
    ['a 34-year-old woman', { age: 34, sex: 'female' }],
    ['my 3 month old has a fever', { age: 0, about: 'child' }],
    ['my daughter, 7, has a sore leg', { about: 'child', sex: 'female' }],
    ["my husband can't move his arm right now", { about: 'other', sex: 'male' }],
    ['I want a female therapist', {}],
    ['28 weeks pregnant', { pregnant: true, sex: 'female' }],
    ['not pregnant', { pregnant: false }],
    ['I could be pregnant', { pregnant: true, sex: 'female' }],
    ['my neck hurts when I lift my son', {}],
  ];
  for (const [message, expected] of table) {
    it(`"${message}" tells ${JSON.stringify(expected)}`, () => {
      const { age, sex, pregnant, about } = read(message);
      const told = Object.fromEntries(
        Object.entries({ age, sex, pregnant, about }).filter(([, value]) => value !== undefined),
      );
      if (message.includes('7, has')) delete told.age;
      expect(told).to.deep.equal(expected);
    });
  }
});

describe('reading medicines, conditions and goals', () => {
  const medicines: [string, string[]][] = [
    ['I take warfarin and ibuprofen', ['warfarin', 'ibuprofen']],
    ['taking ibuprophen', ['ibuprofen']],
    ['I am on eliquis, I stopped taking aspirin', ['eliquis']],
    ['I used to take prednisone', []],
    ['allergic to penicillin', []],
    ['should I take ibuprofen?', []],
    ["I'd rather not take opioids", []],
    ['no blood thinners', []],
    ['I am on Blood Thinners', ['blood thinners']],
  ];
  for (const [message, expected] of medicines) {
    it(`"${message}" names ${expected.join(', ') || 'no medicine taken now'}`, () => {
      expect(read(message).medications).to.deep.equal(expected);
    });
  }

  it('keeps a lasting condition that is told in the past, and no denied or feared one', () => {
    expect(read('history of hypertension, I have asthma').conditions).to.deep.equal([
      'hypertension',
      'asthma',
    ]);
    expect(read('no diabetes. What if it is gout? I had a sprain in 2010').conditions).to.deep.equal([]);
  });

  it('names what the patient hopes for', () => {
    expect(read('I want to relax and sleep better').goals).to.deep.equal(['relax', 'sleep better']);
  });
});

describe('reading a correction', () => {
  for (const message of [
    'sorry, the left one',
    'I meant my neck',
    'no wait, I have no numbness',
    'I was wrong about the fever',
    'no, 45',
  ]) {
    it(`"${message}" is one`, () => expect(read(message).correction).to.equal(true));
  }
  for (const message of ['my left knee hurts', 'no', 'sorry to hear that', 'no fever']) {
    it(`"${message}" is none`, () => expect(read(message).correction).to.equal(false));
  }
});

describe('A medicine that is not taken', () => {
  for (const text of [
    'I do not take warfarin',
    "I don't take any blood thinners",
    'not taking warfarin',
    'never used my warfarin',
  ]) {
    it(`is not taken: "${text}"`, () => {
      const { findings, medications } = readSymptoms(text);
      expect(medications).to.deep.equal([]);
      expect(findings.filter(({ status }) => status === 'present')).to.deep.equal([]);
    });
  }

  it('is another matter than a pain that is not taken seriously', () => {
    const { findings } = readSymptoms('my doctor did not take my chest pain seriously');
    const chest = findings.filter(({ concept }) => concept === 'chest_pain');
    expect(chest).to.have.length(1);
    expect(chest[0]).to.include({ status: 'present' });
  });
});
