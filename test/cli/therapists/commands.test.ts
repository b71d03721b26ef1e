import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openLowdbDirectory } from '../../../services/therapists/lowdb/lowdb-directory.js';
import type { Therapist } from '../../../services/therapists/therapist.js';
import { runText } from '../../support/command-line.js';

describe('massage-guide therapists', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-therapists-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...command: string[]) =>
    runText(['therapists', ...command], { DATA_DIR: join(folder, 'data') });

  it('adds, shows, lists, edits and removes a therapist of the own list', async () => {
    expect((await run('add', 'id=kai', 'name=Kai Lee', 'zip=02139', 'expires=2020-01-01')).code).to.equal(0);
    expect((await run('show', 'kai')).output).to.match(/^id: kai\nname: Kai Lee\n(.*\n)*postcode: 02139\n/);
    expect((await run('list', '--state', 'Massachusetts')).output).to.match(
      /^kai +Kai Lee +02139, MA +LICENCE EXPIRED\n$/,
    );
    expect((await run('list', '--state', 'OR')).output).to.equal('');
    expect((await run('edit', 'kai', 'phone=617-555-0142')).output).to.include('phone: 617-555-0142\n');
    const shown = JSON.parse((await run('show', 'kai', '--json')).output) as Therapist;
    expect(shown.contact).to.deep.equal({ phone: '617-555-0142' });
    const listed = JSON.parse((await run('list', '--json')).output) as Therapist;
    expect(listed).to.deep.equal(shown);
    expect((await run('remove', 'kai', 'nobody')).errors).to.match(/^THERAPIST_UNKNOWN: .*"nobody"/);
    expect((await run('remove', 'kai')).output).to.equal('1 removed\n');
    expect((await run('list')).output).to.equal('');
  });

  it('shows the therapists of the demo where there is no own list, and never changes them', async () => {
    expect((await run('list')).output).to.match(/^boston-rivera .*Dana Rivera/);
    for (const change of [
      ['edit', 'boston-rivera', 'phone=1234567'],
      ['remove', 'boston-rivera'],
    ])
      expect((await run(...change)).errors).to.match(/^DIRECTORY_IS_DEMO: /);
  });

  it('checks the directory: a line for each thing to look at, and exit code 1 where there is one', async () => {
    const dana = ['name=Dana Rivera', 'zip=02139', 'expires=2020-01-01', 'phone=(617) 495-1000'];
    await run('add', 'id=dana', ...dana);
    expect(await run('check')).to.deep.equal({
      code: 1,
      output: 'dana: credentials.0.expiresOn: expired on 2020-01-01\n1 to look at, in 1 of 1 therapists.\n',
      errors: '',
    });
    expect(JSON.parse((await run('check', '--json')).output)).to.deep.equal({
      id: 'dana',
      field: 'credentials.0.expiresOn',
      fault: 'expired on 2020-01-01',
    });
    await run('edit', 'dana', 'expires=2099-12-31');
    expect(await run('check')).to.deep.include({
      code: 0,
      output: '1 therapists, and nothing to look at.\n',
    });
  });

  it('exports a sheet that import reads as the same list', async () => {
    const sheet = join(folder, 'sheet.csv');
    expect((await run('export', sheet)).code).to.equal(0);
    const imported = await run('import', sheet);
    expect(imported.output).to.match(/^.*\n {2}(\d+) were added, 0 changed/);
    expect(imported.code).to.equal(0);
    const demo = JSON.parse(readFileSync('services/therapists/demo/therapists.json', 'utf8')).therapists;
    const own = await openLowdbDirectory(join(folder, 'data', 'therapists.json'));
    for (const therapist of demo) expect(await own.get(therapist.id)).to.deep.equal(therapist);
    expect(await own.size()).to.equal(demo.length);
  });

  it('has the template of the docs', async () => {
    const template = readFileSync('docs/therapists-template.csv', 'utf8');
    expect((await run('export', '--template')).output).to.equal(`${template.split('\r\n')[0]}\r\n`);
    const copy = join(folder, 'template.csv');
    copyFileSync('docs/therapists-template.csv', copy);
    const { code, output } = await run('import', copy);
    expect([code, output]).to.deep.equal([
      0,
      `${copy}\n  2 were added, 0 changed; 0 are there already as they are\n`,
    ]);
    expect((await run('show', 'example-robin')).output).to.include(
      'specialties: neck-pain; headache-migraine\n',
    );
  });
});
