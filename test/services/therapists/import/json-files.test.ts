import { expect } from 'chai';
import fc from 'fast-check';
import { JsonElements } from '../../../../services/therapists/import/json/json-elements.js';
import { makeTherapist } from '../make-therapist.js';
import { importText, refusal } from './import-file.js';

const dana = makeTherapist('dana');
const kai = makeTherapist('kai', { name: 'Kai "the [hands]" {Lee}, é' });

describe('a JSON file of therapists', () => {
  for (const [form, text] of Object.entries({
    'a list': JSON.stringify([dana, kai]),
    'a list over many lines': JSON.stringify([dana, kai], null, 2),
    'a directory': JSON.stringify({ version: 1, therapists: [dana, kai] }),
    'a directory over many lines': JSON.stringify({ therapists: [dana, kai], version: 1 }, null, 2),
    'JSON Lines': `${JSON.stringify(dana)}\n\n${JSON.stringify(kai)}\n`,
  })) {
    it(`may be ${form}`, async () => {
      const { therapists, faults, covers } = await importText(text, 'json');
      expect(faults).to.deep.equal([]);
      expect(therapists).to.deep.equal([dana, kai]);
      expect(covers).to.equal(undefined);
    });
  }

  it('may hold nobody', async () => {
    for (const text of ['[]', '{"version": 1, "therapists": [ \n ]}\n'])
      expect((await importText(text, 'json')).therapists).to.deep.equal([]);
  });

  it('gives therapists the coordinates of their postcode where they bring none', async () => {
    const { therapists } = await importText(
      '[{"id":"a","name":"A","specialties":[],"location":{"city":"Cambridge","region":"MA"}}]',
      'json',
    );
    expect(therapists[0]?.location).to.include({ country: 'US', city: 'Cambridge' });
    expect(therapists[0]?.location.lat).to.be.closeTo(42.37, 0.05);
  });

  it('loads its good records and rejects the others by line and reason', async () => {
    const { therapists, faults, lines } = await importText(
      `[\n${JSON.stringify(dana)},\n7,\n{"id": "x", "name": },\n${JSON.stringify({ ...kai, about: 'x' })},\n{"__proto__": {"id": "p"}, "name": "P"},\n\n${JSON.stringify(kai)},\n]`,
      'json',
    );
    expect(therapists).to.deep.equal([dana, kai]);
    expect(lines).to.deep.equal([2, 8]);
    expect(faults).to.deep.equal([
      '3: is not a therapist: a record is a JSON object',
      '4: is not JSON',
      '5: about is not a field of the record',
      '6: location: its postcode or city is not known here; correct it, or add lat and lon',
    ]);
  });

  it('rejects a bad line of JSON Lines and loads the others', async () => {
    const { therapists, faults } = await importText(
      `${JSON.stringify(dana)}\n{"id":\n${JSON.stringify(kai)}`,
      'json',
    );
    expect(therapists).to.deep.equal([dana, kai]);
    expect(faults).to.deep.equal(['2: is not JSON']);
  });

  it('rejects a record of ten megabytes and loads the next one', async () => {
    const huge = JSON.stringify({ ...dana, hours: 'x'.repeat(10_000_000) });
    for (const text of [`[${huge},\n${JSON.stringify(kai)}]`, `${huge}\n${JSON.stringify(kai)}`]) {
      const { therapists, faults } = await importText(text, 'json');
      expect(therapists).to.deep.equal([kai]);
      expect(faults).to.deep.equal(['1: the record is longer than eight megabytes']);
    }
  });

  for (const [what, [text, fault]] of Object.entries({
    'is cut off': [`[${JSON.stringify(dana)},\n{"id": "kai", "na`, 'IMPORT_JSON .*:2: the file is cut off'],
    'has a bracket too many': [`[${JSON.stringify(dana)}}]`, 'IMPORT_JSON .*:1: the list ends'],
    'has something behind the list': [`[${JSON.stringify(dana)}] more`, 'IMPORT_JSON .*:1: the list ends'],
    'is of another version': ['{"version": 2, "therapists": []}', 'IMPORT_JSON .*"version": 1'],
    'is null': ['null', 'IMPORT_JSON .*a list of therapists'],
    'is one record over many lines': [JSON.stringify(dana, null, 2), 'IMPORT_JSON .*JSON Lines'],
    'is empty': ['', 'IMPORT_EMPTY'],
  } satisfies Record<string, [string, string]>)) {
    it(`is refused where it ${what}`, async () => {
      expect(await refusal(importText(text, 'json'))).to.match(new RegExp(fault));
    });
  }

  it('is parted into its values wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.json({ noUnicodeString: false }), { minLength: 1 }),
        fc.constantFrom(',', ' ,\n '),
        fc.integer({ min: 1, max: 7 }),
        (values, comma, size) => {
          const bytes = Buffer.from(`${values.join(comma)}]`);
          const reader = new JsonElements(1);
          const found: unknown[] = [];
          for (let at = 0; at < bytes.length; at += size) {
            for (const element of reader.read(bytes.subarray(at, at + size)))
              found.push('text' in element ? JSON.parse(element.text) : element);
          }
          expect(found).to.deep.equal(values.map((text) => JSON.parse(text)));
          expect(reader.tail?.toString()).to.equal(']');
        },
      ),
    );
  });
});
