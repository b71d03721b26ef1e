import { expect } from 'chai';
import type { EditableDirectory } from '../../../../services/therapists/editable-directory.js';
import {
  type ImportOptions,
  type ImportSummary,
  importTherapists,
} from '../../../../services/therapists/import/import-therapists.js';
import type { FaultyRow } from '../../../../services/therapists/import/imported-row.js';
import { type ImportFormat, readTherapists } from '../../../../services/therapists/import/read-therapists.js';
import { memoryDirectory } from '../../../../services/therapists/memory-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { makeTherapist } from '../make-therapist.js';
import { NOW, places, refusal, withFile } from './import-file.js';

const LIST = [
  'id,name,zip,state,npi,hours',
  'dana,Dana,02139,,1234567893,Mo-Fr',
  'kai,Kai,97205,OR,,',
  'lee,Lee,,MA,,',
  'bad,<b>,02139,MA,,',
].join('\n');

async function load(
  directory: EditableDirectory,
  text: string,
  { format = 'csv', ...options }: Partial<ImportOptions> & { format?: ImportFormat } = {},
): Promise<{ summary: ImportSummary; rejected: FaultyRow[]; progress: number[] }> {
  return withFile(text, async (file) => {
    const rejected: FaultyRow[] = [];
    const progress: number[] = [];
    const source = await readTherapists(file, format, { places, now: () => NOW });
    const summary = await importTherapists(source, directory, {
      onRejected: (row) => {
        rejected.push(row);
      },
      onProgress: (bytes) => progress.push(bytes / source.bytes),
      ...options,
    });
    return { summary, rejected, progress };
  });
}

async function idsIn(directory: EditableDirectory): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of directory.all()) ids.push(id);
  return ids;
}

describe('importing therapists', () => {
  it('takes over the good rows, and says what became of each', async () => {
    const directory = memoryDirectory([]);
    const { summary, rejected, progress } = await load(directory, LIST);
    expect(await idsIn(directory)).to.deep.equal(['dana', 'kai']);
    expect(summary).to.deep.equal({
      rows: 4,
      added: 2,
      changed: 0,
      unchanged: 0,
      rejected: 2,
      passedOver: 0,
      elsewhere: 0,
    });
    expect(rejected.map(({ line, id }) => [line, id])).to.deep.equal([
      [4, 'lee'],
      [5, 'bad'],
    ]);
    expect(progress.at(-1)).to.equal(1);
  });

  it('changes nothing when the same file comes again', async () => {
    const directory = memoryDirectory([]);
    await load(directory, LIST);
    const version = await directory.version();
    const { summary } = await load(directory, LIST);
    expect(summary).to.include({ added: 0, changed: 0, unchanged: 2 });
    expect(await directory.version()).to.equal(version);
  });

  it('knows a therapist by the NPI, and keeps the id and what the file does not speak of', async () => {
    const standing: Therapist = makeTherapist('old-id', {
      npi: '1234567893',
      languages: ['es'],
      hours: 'Sa',
    });
    const directory = memoryDirectory([standing]);
    const { summary } = await load(directory, LIST);
    expect(summary).to.include({ added: 1, changed: 1 });
    expect(await directory.get('old-id')).to.deep.include({
      name: 'Dana',
      languages: ['es'],
      specialties: ['neck-pain'],
      hours: 'Mo-Fr',
    });
  });

  it('in a dry run counts and changes nothing', async () => {
    const directory = memoryDirectory([]);
    const { summary, rejected } = await load(directory, LIST, { dryRun: true });
    expect(summary).to.include({ added: 2, rejected: 2 });
    expect(rejected).to.have.length(2);
    expect(await directory.size()).to.equal(0);
  });

  it('takes only the therapists of a state, told by region or postcode', async () => {
    const directory = memoryDirectory([]);
    const { summary } = await load(directory, LIST, { state: 'MA' });
    expect(await idsIn(directory)).to.deep.equal(['dana']);
    expect(summary).to.include({ added: 1, elsewhere: 1 });
  });

  it('leaves the directory alone where the file turns out to be broken at its end', async () => {
    const directory = memoryDirectory([makeTherapist('here')]);
    const cutOff = `[${JSON.stringify(makeTherapist('new'))},\n{"id": "x`;
    expect(await refusal(load(directory, cutOff, { format: 'json' }))).to.include('IMPORT_JSON');
    expect(await idsIn(directory)).to.deep.equal(['here']);
  });

  it('leaves the directory alone where the rejected rows cannot be written down', async () => {
    const directory = memoryDirectory([]);
    const full = () => Promise.reject(new Error('the disk is full'));
    expect(await refusal(load(directory, LIST, { onRejected: full }))).to.include('the disk is full');
    expect(await directory.size()).to.equal(0);
  });
});
