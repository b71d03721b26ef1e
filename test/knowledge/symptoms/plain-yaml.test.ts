import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { projectPath } from '../../../knowledge/data-file.js';
import { parsePlainYaml } from '../../../knowledge/symptoms/plain-yaml.js';

describe('plain YAML', () => {
  const folder = projectPath('knowledge', 'symptoms');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );

  it('finds the files it is for', () => {
    expect(files.length).to.be.greaterThan(15);
  });

  for (const name of files) {
    it(`reads ${name} as YAML does`, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const plain = parsePlainYaml(text);
      expect(plain).to.deep.equal(parse(text));
    });
  }

  it('agrees with YAML on whatever it takes', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('no', 'true', '1', '1e3', '0x1', 'a: b', '- a', '# x', "it's", '"q"'),
    );
    const data = fc.oneof(
      fc.array(word),
      fc.dictionary(word, fc.array(word)),
      fc.array(fc.dictionary(word, word)),
    );
    fc.assert(
      fc.property(data, fc.boolean(), (value, flow) => {
        const text = stringify(value, { collectionStyle: flow ? 'flow' : 'any' });
        const plain = parsePlainYaml(text);
        if (plain !== undefined) expect(plain).to.deep.equal(parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves to YAML what is more than plain', () => {
    for (const text of [
      '',
      'a: &x 1',
      '- |\n  a',
      'a: 1.5',
      '{a: 1}',
      'a: b: c',
      'a: 1\na: 2',
      '- a # b',
      '- true',
    ]) {
      expect(parsePlainYaml(text), text).to.equal(undefined);
    }
  });
});
