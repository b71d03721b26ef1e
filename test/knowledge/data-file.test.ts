import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parse } from 'yaml';
import { z } from 'zod';
import { CodedError } from '../../knowledge/coded-error.js';
import { parseData, projectPath, readDataFile } from '../../knowledge/data-file.js';

const shipped = ['knowledge', 'dialogs', 'services', 'bots'].flatMap((folder) =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

describe('A data file', () => {
  it('is read alike by the quick parser and by the one that knows where a fault is', () => {
    expect(shipped.length).to.be.above(50);
    for (const name of shipped) {
      const text = readFileSync(projectPath(name), 'utf8');
      expect(load(text, { schema: CORE_SCHEMA }), name).to.deep.equal(parse(text));
    }
  });

  it('is refused by file, line and field', () => {
    const schema = z.object({ name: z.string(), list: z.array(z.object({ count: z.number() })) });
    const fault = (text: string) => {
      try {
        parseData(text, schema, projectPath('some', 'file.yaml'));
      } catch (error) {
        return error instanceof CodedError ? `${error.code} ${error.message}` : error;
      }
      return 'no fault';
    };
    expect(fault('name: a\nlist:\n  - count: 1\n  - count: x\n')).to.match(
      /^DATA_FILE_INVALID some\/file\.yaml:4: list\.1\.count: /,
    );
    expect(fault('name: a\n  bad: [\n')).to.match(/^DATA_FILE_SYNTAX some\/file\.yaml:\d: /);
    expect(fault('name: a\nlist: []\n')).to.equal('no fault');
  });

  it('that is not there is named', () => {
    expect(() => readDataFile(projectPath('none.yaml'), z.string())).to.throw(/none\.yaml: cannot be read/);
  });
});
