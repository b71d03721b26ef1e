import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CodedError } from '../../../../knowledge/coded-error.js';
import { emptyGeneration } from '../../../../services/therapists/generation/next-generation.js';
import { DirectoryFile } from '../../../../services/therapists/lowdb/directory-file.js';
import { generationWork } from '../../../../services/therapists/lowdb/generation-work.js';
import { openLowdbDirectory } from '../../../../services/therapists/lowdb/lowdb-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { makeTherapist } from '../make-therapist.js';
import { inFolder } from './in-folder.js';

const secret = 'what-nobody-should-read';
const good = (...ids: string[]) =>
  JSON.stringify({ version: 1, therapists: ids.map((id) => makeTherapist(id)) });
const record = (change: object) =>
  JSON.stringify({ version: 1, therapists: [makeTherapist('a'), { ...makeTherapist('b'), ...change }] });

describe('the directory file', () => {
  const at = inFolder();
  const upsert = async (...therapists: Therapist[]) => (await openLowdbDirectory(at.file)).upsert(therapists);
  const adapter = () => new DirectoryFile(at.file, generationWork());
  const idsInFile = async () =>
    JSON.parse(await readFile(at.file, 'utf8')).therapists.map(({ id }: Therapist) => id);
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => expect.fail('it was taken'),
      (error: CodedError) => error,
    );

  it('is null to lowdb where it is not there yet', async () => {
    expect(await adapter().read()).to.equal(null);
  });

  const refused: [string, string | Uint8Array, RegExp][] = [
    ['an empty file', '', /is empty/],
    ['null', 'null', /holds null/],
    ['a bare number', '0', /holds a bare number/],
    ['a bare list', '[]', /holds a bare list/],
    ['another form', '{"users": []}', /version is missing/],
    ['a later version', '{"version": 2, "therapists": []}', /version is not 1/],
    ['therapists that are no list', '{"version": 1, "therapists": {}}', /therapists is not a list/],
    ['more than a directory', '{"version": 1, "therapists": [], "x": 1}', /more than version and therapists/],
    ['a truncated file', good('a').slice(0, 40), /cut off at character \d+ \(line 1\)$/],
    ['what is not JSON', `{"version": 1, "therapists": [${secret}]}`, /not JSON at character 30 \(line 1\)/],
    ['a foreign file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not UTF-8/],
    [
      'a field that is not known',
      record({ [secret.replaceAll('-', '_')]: 1 }),
      /record 2 \(id "b"\): .* is not a field/,
    ],
    ['a wrong field', record({ location: { lat: 99, lon: 1 } }), /record 2 \(id "b"\): location\.lat: /],
    ['a record without a name', record({ name: undefined }), /record 2 \(id "b"\): name: /],
    ['a record that is none', '{"version": 1, "therapists": [null]}', /record 1: the record: /],
    ['one id twice', good('a', 'b', 'a'), /records 1 and 3 have the same id "a"/],
  ];
  for (const [what, content, message] of refused) {
    it(`refuses ${what} by name, quotes none of it, and is never written over`, async () => {
      await writeFile(at.file, content);
      const error = await refusal(adapter().read());
      expect(error).to.include({ name: 'CodedError', code: 'DIRECTORY_INVALID' });
      expect(error.message).to.match(message).and.to.contain(at.file);
      expect(`${error.message}${error.stack}`).not.to.contain(secret);
      await refusal(upsert(makeTherapist('z')));
      await refusal(adapter().write(emptyGeneration()));
      expect(Buffer.from(await readFile(at.file))).to.deep.equal(Buffer.from(content));
    });
  }

  it('is refused as unreadable where it is a folder', async () => {
    await mkdir(at.file);
    expect(await refusal(adapter().read())).to.have.property('code', 'DIRECTORY_UNREADABLE');
  });

  it('takes a byte order mark, which some editors write', async () => {
    await writeFile(at.file, `\ufeff${good('a')}`);
    expect((await adapter().read())?.index.size).to.equal(1);
  });

  it('keeps the generation before as .bak, and leaves nothing else behind', async () => {
    await upsert(makeTherapist('a'));
    const first = await readFile(at.file, 'utf8');
    await upsert(makeTherapist('b'));
    expect(await idsInFile()).to.deep.equal(['a', 'b']);
    expect(await readFile(`${at.file}.bak`, 'utf8')).to.equal(first);
    expect((await readdir(at.folder)).sort()).to.deep.equal(['therapists.json', 'therapists.json.bak']);
  });

  it('offers the .bak where it is whole, and only then', async () => {
    await upsert(makeTherapist('a'), makeTherapist('b'));
    await upsert(makeTherapist('c'));
    await writeFile(at.file, '');
    const { message } = await refusal(adapter().read());
    expect(message).to.contain(`${at.file}.bak, is whole and holds 2 records`);
    await writeFile(`${at.file}.bak`, 'null');
    expect((await refusal(adapter().read())).message).not.to.contain('.bak');
  });

  it('keeps what an operator wrote, in the form and order it was written', async () => {
    const byHand = JSON.stringify(
      { version: 1, therapists: [makeTherapist('b'), makeTherapist('a')] },
      null,
      4,
    );
    await writeFile(at.file, byHand);
    await upsert(makeTherapist('c'), makeTherapist('b', { yearsInPractice: 3 }));
    expect(await idsInFile()).to.deep.equal(['b', 'a', 'c']);
    const record = byHand.slice(byHand.lastIndexOf('        {'), byHand.lastIndexOf('}\n    ]'));
    expect(await readFile(at.file, 'utf8')).to.contain(record.trim());
  });

  it('is read however its JSON is written', async () => {
    const therapists = [makeTherapist('a', { name: 'Zoë "]}" \\' })];
    await writeFile(at.file, `{"therapists":${JSON.stringify(therapists)} , "version":1}`);
    expect(await (await openLowdbDirectory(at.file)).get('a')).to.deep.equal(therapists[0]);
    await upsert(makeTherapist('b'));
    expect(await idsInFile()).to.deep.equal(['a', 'b']);
  });

  it('is as it was where the change is not valid or fails', async () => {
    await upsert(makeTherapist('a'));
    const before = await readFile(at.file, 'utf8');
    const wrong = refusal(upsert(makeTherapist('b'), makeTherapist('c', { name: '' })));
    expect(await wrong).to.have.property('code', 'DIRECTORY_INVALID');
    expect((await wrong).message).to.contain('record (id "c"): name: ');
    const failing = (async function* () {
      yield makeTherapist('d');
      throw new Error('no');
    })();
    await refusal((await openLowdbDirectory(at.file)).upsert(failing));
    expect(await readFile(at.file, 'utf8')).to.equal(before);
    expect(await readdir(at.folder)).to.deep.equal(['therapists.json']);
  });

  it('is checked again where somebody else changed it since it was read', async () => {
    await writeFile(at.file, good('a'));
    const one = adapter();
    await one.read();
    await writeFile(at.file, '[]');
    expect(await refusal(one.write(emptyGeneration()))).to.have.property('code', 'DIRECTORY_INVALID');
    expect(await readFile(at.file, 'utf8')).to.equal('[]');
  });

  it('is not written over where somebody without the lock changed it meanwhile', async () => {
    await writeFile(at.file, good('a'));
    const meanwhile = (async function* () {
      yield makeTherapist('b');
      await writeFile(at.file, good('a', 'x'));
    })();
    const error = await refusal((await openLowdbDirectory(at.file)).upsert(meanwhile));
    expect(error).to.have.property('code', 'DIRECTORY_CHANGED');
    expect(await idsInFile()).to.deep.equal(['a', 'x']);
    await upsert(makeTherapist('b'));
    expect(await idsInFile()).to.deep.equal(['a', 'x', 'b']);
  });

  it('is followed where it is a link', async () => {
    const real = join(at.folder, 'real.json');
    await writeFile(real, good('a'));
    await symlink(real, at.file);
    await upsert(makeTherapist('b'));
    expect(JSON.parse(await readFile(real, 'utf8')).therapists[1].id).to.equal('b');
  });
});
