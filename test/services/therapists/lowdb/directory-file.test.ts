import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CodedError } from '../../../../knowledge/coded-error.js';
import { DirectoryFile } from '../../../../services/therapists/lowdb/directory-file.js';
import { updateDirectory } from '../../../../services/therapists/lowdb/update-directory.js';
import { makeTherapist } from '../make-therapist.js';

const secret = 'what-nobody-should-read';
const good = (...ids: string[]) =>
  JSON.stringify({ version: 1, therapists: ids.map((id) => makeTherapist(id)) });
const record = (change: object) =>
  JSON.stringify({ version: 1, therapists: [makeTherapist('a'), { ...makeTherapist('b'), ...change }] });

describe('the directory file', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'directory-'));
    file = join(folder, 'therapists.json');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => expect.fail('it was taken'),
      (error: CodedError) => error,
    );

  it('is null to lowdb where it is not there yet', async () => {
    expect(await new DirectoryFile(file).read()).to.equal(null);
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
    [
      'a truncated file',
      good('a').slice(0, 40),
      /cut off at character \d+ \(line 1\): restore it from its \.bak/,
    ],
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
      await writeFile(file, content);
      const error = await refusal(new DirectoryFile(file).read());
      expect(error).to.include({ name: 'CodedError', code: 'DIRECTORY_INVALID' });
      expect(error.message).to.match(message).and.to.contain(file);
      expect(`${error.message}${error.stack}`).not.to.contain(secret);
      await refusal(updateDirectory(file, () => [makeTherapist('z')]));
      await refusal(new DirectoryFile(file).write({ version: 1, therapists: [makeTherapist('z')] }));
      expect(Buffer.from(await readFile(file))).to.deep.equal(Buffer.from(content));
    });
  }

  it('is refused as unreadable where it is a folder', async () => {
    await mkdir(file);
    expect(await refusal(new DirectoryFile(file).read())).to.have.property('code', 'DIRECTORY_UNREADABLE');
  });

  it('takes a byte order mark, which some editors write', async () => {
    await writeFile(file, `\ufeff${good('a')}`);
    expect((await new DirectoryFile(file).read())?.therapists).to.have.length(1);
  });

  it('keeps the generation before as .bak, and leaves nothing else behind', async () => {
    await updateDirectory(file, () => [makeTherapist('a')]);
    const first = await readFile(file, 'utf8');
    await updateDirectory(file, (before) => [...before, makeTherapist('b')]);
    expect((await new DirectoryFile(file).read())?.therapists.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(await readFile(`${file}.bak`, 'utf8')).to.equal(first);
    expect((await readdir(folder)).sort()).to.deep.equal(['therapists.json', 'therapists.json.bak']);
  });

  it('is as it was where the change is not valid or fails', async () => {
    await updateDirectory(file, () => [makeTherapist('a')]);
    const before = await readFile(file, 'utf8');
    const twice = refusal(updateDirectory(file, () => [makeTherapist('b'), makeTherapist('b')]));
    expect(await twice).to.have.property('code', 'DIRECTORY_INVALID');
    await refusal(updateDirectory(file, () => Promise.reject(new Error('no'))));
    expect(await readFile(file, 'utf8')).to.equal(before);
    expect(await readdir(folder)).to.deep.equal(['therapists.json']);
  });

  it('is checked again where somebody else changed it since it was read', async () => {
    await writeFile(file, good('a'));
    const adapter = new DirectoryFile(file);
    await adapter.read();
    await writeFile(file, '[]');
    expect(await refusal(adapter.write({ version: 1, therapists: [] }))).to.have.property(
      'code',
      'DIRECTORY_INVALID',
    );
    expect(await readFile(file, 'utf8')).to.equal('[]');
  });

  it('is followed where it is a link', async () => {
    const real = join(folder, 'real.json');
    await writeFile(real, good('a'));
    await symlink(real, file);
    await updateDirectory(file, () => [makeTherapist('b')]);
    expect(JSON.parse(await readFile(real, 'utf8')).therapists[0].id).to.equal('b');
  });
});
