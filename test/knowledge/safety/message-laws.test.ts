import { expect } from 'chai';
import fc from 'fast-check';
import { ownTriageSet } from '../../../bench/safety/triage-sets.js';
import { assessText } from '../../../knowledge/safety/assess-text.js';

const { cases } = ownTriageSet();
const anyCase = fc.constantFrom(...cases);
function dispositionOf(text: string, age?: number): string {
  return assessText(text, age === undefined ? {} : { age }).assessment.disposition;
}

/** Those that are seen as they stand; how many are, triage.test.ts tells. */
const emergencies = cases.filter(
  ({ text, age, gold }) => gold === 'emergency' && dispositionOf(text, age) === 'emergency',
);

/** Each says all that it says by itself, so that their order means nothing. */
const SENTENCES = [
  'My left calf is swollen and hot.',
  'I have crushing chest pain.',
  'My neck is stiff from the desk.',
  'I do not have a fever.',
  'No numbness anywhere.',
  'My mother had a stroke in 2009.',
  'I took a long flight last week.',
  'I am 30 weeks pregnant.',
  'My lower back aches after gardening.',
  'I have osteoporosis.',
  'My head has been hurting since Monday.',
  'I take warfarin.',
  'What does an hour cost?',
  'Would a massage help my shoulder?',
];

// None names a person: "she" in the next sentence would be that person.
const IDLE = [
  'Thanks for reading.',
  'Sorry for the long message!',
  'It rained all day here.',
  'Greetings from Leeds 😊',
  'A leaflet brought me here.',
];

describe('laws of reading a message', () => {
  it('independent sentences mean the same in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES, { minLength: 2, maxLength: 5 }), (sentences) => {
        const expected = dispositionOf(sentences.toSorted().join(' '));
        expect(dispositionOf(sentences.join(' ')), sentences.join(' ')).to.equal(expected);
      }),
    );
  });

  it('composed and decomposed letters are the same', () => {
    const accents = ['é', 'ü', 'ñ', 'å', 'ç'];
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...accents), fc.nat(), ({ text, age }, accent, seed) => {
        const place = seed % (text.length + 1);
        const accented = `${text.slice(0, place)} ${accent}t${accent} ${text.slice(place)}`;
        const read = (form: 'NFC' | 'NFD') => {
          const { report, assessment } = assessText(
            accented.normalize(form),
            age === undefined ? {} : { age },
          );
          return [
            assessment.disposition,
            report.findings.map(({ concept, status }) => `${concept} ${status}`),
          ];
        };
        expect(read('NFD')).to.deep.equal(read('NFC'));
      }),
    );
  });

  it('idle talk before or after changes nothing', () => {
    const changed = cases.flatMap(({ text, age }) => {
      const alone = dispositionOf(text, age);
      return IDLE.flatMap((idle) => [`${text}\n${idle}`, `${idle}\n${text}`]).filter(
        (longer) => dispositionOf(longer, age) !== alone,
      );
    });
    expect(changed).to.deep.equal([]);
  }).timeout(120_000);

  const disguises: Record<string, (text: string) => string> = {
    'zero-width spaces between letters': (text) => [...text].join('\u200b'),
    'soft hyphens': (text) => text.replace(/(\p{L}{3})(?=\p{L})/gu, '$1\u00ad'),
    'bidi marks around words': (text) => text.replace(/\p{L}+/gu, '\u202b$&\u202c'),
    'tag characters behind words': (text) => text.replace(/\p{L}+/gu, '$&\u{e0069}\u{e0067}\u{e006e}'),
    'full-width letters': (text) =>
      text.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    'Cyrillic look-alikes': (text) =>
      text.replace(/[aeopcyx]/g, (letter) => 'аеорсух'['aeopcyx'.indexOf(letter)] ?? letter),
    'mathematical letters': (text) =>
      text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
    'marks heaped on letters': (text) => text.replace(/[a-z]/g, '$&\u0336\u0489'),
    'emoji between sentences': (text) => `😀🔥 ${text} 💀🙏`,
    'another script before it': (text) => `мне больно, 我的背痛\n${text}`,
    capitals: (text) => text.toUpperCase(),
  };
  for (const [name, disguise] of Object.entries(disguises)) {
    it(`an emergency is seen through ${name}`, () => {
      const hidden = emergencies
        .map(({ text, age }) => [disguise(text), age] as const)
        .filter(([text, age]) => dispositionOf(text, age) !== 'emergency')
        .map(([text]) => text);
      expect(hidden).to.deep.equal([]);
    });
  }

  it('nothing at all, numbers and heaps of one sign say nothing and break nothing', () => {
    for (const text of ['', ' ', '\n\n', '12345', '0', '????', '\u202e', '\ud800', 'a'.repeat(100_000)]) {
      expect(dispositionOf(text), JSON.stringify(text.slice(0, 20))).to.equal('routine');
    }
  });
});
