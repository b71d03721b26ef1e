import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../../../knowledge/coded-error.js';
import { readOrMakeSecret } from '../../../../services/channels/direct-line/secret-file.js';

describe('readOrMakeSecret', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secret-'));
    path = join(folder, 'direct-line.secret');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('takes the configured one, and writes nothing', async () => {
    expect(await readOrMakeSecret(folder, 'configured')).to.equal('configured');
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('makes one, once, for its owner only', async () => {
    const secret = await readOrMakeSecret(folder);
    expect(secret).to.match(/^[\w-]{43}$/);
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
    expect(await readOrMakeSecret(folder)).to.equal(secret);
    expect(await readdir(folder)).to.deep.equal(['direct-line.secret']);
  });

  it('makes the folder too', async () => {
    await readOrMakeSecret(join(folder, 'data', 'here'));
    expect(await readdir(join(folder, 'data', 'here'))).to.have.length(1);
  });

  it('makes the same for all who ask at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrMakeSecret(folder)));
    expect(new Set(secrets).size).to.equal(1);
    expect(await readdir(folder)).to.have.length(1);
  });

  it('takes one that an operator wrote, and closes it to others', async () => {
    await writeFile(path, `${'k'.repeat(32)}\r\n`);
    await chmod(path, 0o644);
    expect(await readOrMakeSecret(folder)).to.equal('k'.repeat(32));
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
  });

  for (const [what, content] of [
    ['is empty', ''],
    ['is too short', 'k'.repeat(31)],
    ['holds more than a word', `${'k'.repeat(40)} k`],
    ['holds zeros', '\0'.repeat(43)],
    ['has no end', 'k'.repeat(5000)],
  ] as const) {
    it(`refuses a file that ${what}, naming it and not what is in it`, async () => {
      await writeFile(path, content);
      const error = await readOrMakeSecret(folder).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(CodedError).and.include({ code: 'DIRECT_LINE_SECRET_DAMAGED' });
      expect((error as Error).message)
        .to.include(path)
        .and.not.include('kkk');
      expect(await readFile(path, 'utf8')).to.equal(content);
    });
  }

  it('says where it cannot be kept', async () => {
    await writeFile(path, 'x');
    const error = await readOrMakeSecret(path).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(CodedError).and.include({ code: 'DIRECT_LINE_SECRET_UNAVAILABLE' });
    expect((error as Error).message).to.include(path);
  });
});
