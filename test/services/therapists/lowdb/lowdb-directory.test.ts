import { rename, rm, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { openLowdbDirectory } from '../../../../services/therapists/lowdb/lowdb-directory.js';
import { directoryText, makeTherapist } from '../make-therapist.js';
import { inFolder } from './in-folder.js';

describe('the reading side of the directory file', () => {
  const at = inFolder();
  /** As another process does it. */
  const put = async (...ids: string[]) => {
    await writeFile(`${at.file}.new`, directoryText(ids.map((id) => makeTherapist(id))));
    await rename(`${at.file}.new`, at.file);
  };

  it('reads on first use, so that it opens before the file is there', async () => {
    const directory = await openLowdbDirectory(at.file);
    await put('a');
    expect(await directory.size()).to.equal(1);
  });

  it('refuses by name while there is no file, and serves once there is', async () => {
    const directory = await openLowdbDirectory(at.file);
    const error = await directory.size().catch((caught) => caught);
    expect(error).to.include({ code: 'DIRECTORY_UNREADABLE' });
    expect(error.message).to.contain(at.file);
    await put('a');
    expect(await directory.size()).to.equal(1);
  });

  it('swaps a changed file in', async () => {
    await put('a');
    const directory = await openLowdbDirectory(at.file, { lookEveryMs: 0 });
    expect(await directory.size()).to.equal(1);
    await put('a', 'b');
    expect(await directory.size()).to.equal(2);
    expect(await directory.get('b')).to.have.property('id', 'b');
  });

  it('keeps the old records while the new file is not valid or gone, tells of it once, and takes it once mended', async () => {
    await put('a');
    const refused: unknown[] = [];
    const directory = await openLowdbDirectory(at.file, {
      lookEveryMs: 0,
      onRefused: (error) => refused.push(error),
    });
    await directory.size();
    await writeFile(at.file, '{"version": 1, "therap');
    expect(await directory.get('a')).to.have.property('id', 'a');
    expect(await directory.size()).to.equal(1);
    expect(refused).to.have.length(1);
    expect(refused[0]).to.have.property('code', 'DIRECTORY_INVALID');
    await rm(at.file);
    expect(await directory.size()).to.equal(1);
    await put('b', 'c');
    expect(await directory.size()).to.equal(2);
  });

  it('gives whole generations to many callers at once while the file changes under them', async () => {
    await put('a', 'b');
    const directory = await openLowdbDirectory(at.file, { lookEveryMs: 0 });
    const sizes = new Set<number>();
    const asking = Array.from({ length: 50 }, async () => sizes.add(await directory.size()));
    await put('a', 'b', 'c', 'd');
    await Promise.all(asking);
    sizes.add(await directory.size());
    expect([...sizes].every((size) => size === 2 || size === 4)).to.equal(true);
    expect(sizes.has(4)).to.equal(true);
  });

  it('decides by the given clock which licences have expired', async () => {
    await writeFile(
      at.file,
      directoryText([makeTherapist('a', { credentials: [{ title: 'LMT', expiresOn: '2027-05-31' }] })]),
    );
    const reasonsOn = async (day: string) => {
      const directory = await openLowdbDirectory(at.file, { now: () => new Date(day) });
      return (await directory.match({ near: { lat: 42.36, lon: -71.06 } })).matches[0]?.reasons.join() ?? '';
    };
    expect(await reasonsOn('2027-05-31')).not.to.contain('expired');
    expect(await reasonsOn('2027-06-01')).to.contain('expired in May 2027');
  });
});
