import { expect } from 'chai';
import fc from 'fast-check';
import { CodedError } from '../../../../knowledge/coded-error.js';
import { type Therapist, therapistSchema } from '../../../../services/therapists/therapist.js';
import { makeTherapist } from '../make-therapist.js';
import { importText } from './import-file.js';

const csv =
  'id,name,zip,specialty,price,npi,more credentials\na,"A, ""the"" one",02139,jaw,90,1234567893,"[{}]"\nb,B,97205,,,,\n';
const json = JSON.stringify({ version: 1, therapists: [makeTherapist('a'), makeTherapist('b')] }, null, 1);

/** The text with some of its bytes replaced, doubled or left out. */
const damaged = (text: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        drop: fc.nat(4),
        put: fc.oneof(
          fc.constantFrom('"', ',', '\n', '\r', '{', '}', '[', ']', '\\', '\0', '=', '<b>'),
          fc.string(),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((cuts) =>
      cuts.reduce((given, { at, drop, put }) => given.slice(0, at) + put + given.slice(at + drop), text),
    );

async function survives(text: string | Buffer, format: 'csv' | 'json' | 'nppes'): Promise<void> {
  let therapists: Therapist[] = [];
  try {
    ({ therapists } = await importText(text, format));
  } catch (error) {
    expect(error).to.be.instanceOf(CodedError);
    expect(String(error)).not.to.match(/undefined|\[object|NaN/);
  }
  for (const therapist of therapists) expect(therapistSchema.parse(therapist)).to.deep.equal(therapist);
}

describe('a file that is damaged or hostile', () => {
  it('gives checked therapists or a refusal that says what is wrong, and nothing else', async () => {
    for (const [format, text] of [
      ['csv', csv],
      ['json', json],
      ['nppes', csv],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(damaged(text), (one) => survives(one, format)),
        { numRuns: 300 },
      );
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(Buffer.from(bytes), format)),
      );
    }
  });

  it('may nest a hundred thousand brackets', async () => {
    const deep = '['.repeat(100_000);
    await survives(`[${deep}`, 'json');
    await survives(`[${deep}${']'.repeat(100_000)}, ${JSON.stringify(makeTherapist('a'))}]`, 'json');
    await survives(`{"id":${deep}\n`, 'json');
    await survives(`name,zip,reviews\nA,02139,"${deep}"\n`, 'csv');
  });

  it('cannot reach into the program by the names of its fields', async () => {
    const text = `[{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "id": "a"}]`;
    const { therapists, faults } = await importText(text, 'json');
    expect([therapists.length, faults.length]).to.deep.equal([0, 1]);
    await importText('__proto__,constructor,name,zip\n1,2,A,02139\n');
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });
});
