import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { makeTherapists } from '../../../../bench/directory/make-therapists.js';
import type { EditableDirectory } from '../../../../services/therapists/editable-directory.js';
import { openLowdbDirectory } from '../../../../services/therapists/lowdb/lowdb-directory.js';
import type { Therapist } from '../../../../services/therapists/therapist.js';
import { directoryText } from '../make-therapist.js';
import { inFolder } from './in-folder.js';

const TOWN = { lat: 42.36, lon: -71.06 };
const THERAPISTS = [...makeTherapists([{ ...TOWN, therapists: 1200 }])];
const QUERY = { near: TOWN, specialties: ['neck-pain'], languages: ['es'], limit: 50 };

describe('a directory file that is too large for a conversation to wait for', function () {
  this.timeout(120_000);
  const at = inFolder();
  let snapshots = '';
  beforeEach(async () => {
    snapshots = join(at.folder, 'kept', 'directory');
    await put(THERAPISTS);
  });
  async function put(therapists: Therapist[]): Promise<void> {
    await writeFile(`${at.file}.new`, directoryText(therapists));
    await rename(`${at.file}.new`, at.file);
  }
  const open = () => openLowdbDirectory(at.file, { snapshots });
  async function answers(directory: EditableDirectory): Promise<unknown> {
    return { match: await directory.match(QUERY), size: await directory.size(), ids: await idsOf(directory) };
  }
  async function idsOf(directory: EditableDirectory): Promise<string[]> {
    const ids: string[] = [];
    for await (const { id } of directory.all()) ids.push(id);
    return ids;
  }
  const snapshot = async () => join(snapshots, (await readdir(snapshots))[0] ?? '');

  it('is large indeed', async () => {
    expect((await stat(at.file)).size).to.be.greaterThan(1_000_000);
  });

  it('answers from what was kept as it did from the file', async () => {
    const first = await answers(await open());
    expect(await readdir(snapshots)).to.have.length(1);
    expect(await answers(await open())).to.deep.equal(first);
  });

  it('is checked anew where what was kept is damaged, or of another text', async () => {
    const first = await answers(await open());
    const kept = await readFile(await snapshot());
    kept.fill(0x20, kept.length - 2000, kept.length - 1000);
    await writeFile(await snapshot(), kept);
    expect(await answers(await open())).to.deep.equal(first);
    await put(THERAPISTS.slice(0, -1));
    expect(await (await open()).size()).to.equal(THERAPISTS.length - 1);
    await writeFile(await snapshot(), 'something else');
    expect(await (await open()).size()).to.equal(THERAPISTS.length - 1);
  });

  it('is refused as a small one is, naming record and field', async () => {
    const wrong = { ...(THERAPISTS[0] as Therapist), id: 'wrong', name: '' };
    await put([...THERAPISTS, wrong]);
    const error = await (await open()).size().catch((caught) => caught);
    expect(error).to.include({ name: 'CodedError', code: 'DIRECTORY_INVALID' });
    expect(error.message).to.match(/record 1201 \(id "wrong"\): name: /);
  });

  it('can be changed, and what was kept fits the changed file', async () => {
    const directory = await open();
    const [first, second] = THERAPISTS as [Therapist, Therapist];
    await directory.upsert([{ ...first, yearsInPractice: 50 }]);
    await directory.remove([second.id]);
    expect(await directory.get(first.id)).to.have.property('yearsInPractice', 50);
    expect(await directory.size()).to.equal(THERAPISTS.length - 1);
    const kept = await readFile(await snapshot());
    const again = await open();
    expect(await answers(again)).to.deep.equal(await answers(directory));
    expect(await readFile(await snapshot())).to.deep.equal(kept);
    const { therapists } = JSON.parse(await readFile(at.file, 'utf8'));
    expect(therapists.map(({ id }: Therapist) => id)).to.deep.equal(await idsOf(again));
  });

  it('is swapped in while conversations go on with the one before', async () => {
    const directory = await openLowdbDirectory(at.file, { snapshots, lookEveryMs: 0 });
    await directory.size();
    await put(THERAPISTS.slice(0, 1100));
    expect(await directory.size()).to.equal(THERAPISTS.length);
    while ((await directory.size()) === THERAPISTS.length) await setImmediate();
    expect(await directory.size()).to.equal(1100);
  });

  it('does without a folder to keep anything in', async () => {
    await writeFile(join(at.folder, 'kept'), 'a file stands in the way');
    expect(await (await open()).size()).to.equal(THERAPISTS.length);
  });
});
