import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openLowdbDirectory } from '../../../services/therapists/lowdb/lowdb-directory.js';
import { endOf, runText, startCommand } from '../../support/command-line.js';
import { smallDisk } from '../../support/small-disk.js';

const LIST = 'id,name,zip,shoe size\ndana,Dana,02139,9\nbad,<b>,02139,\nkai,Kai,97205,\n';

/** A list of so many therapists whose hours tell its edition. */
const edition = (hours: string, count: number) =>
  `id,name,lat,lon,hours\n${Array.from({ length: count }, (_, index) => `t${index},T ${index},42.36,-71.06,${hours}\n`).join('')}`;

describe('massage-guide therapists import', function () {
  this.timeout(120_000);
  let folder: string;
  let file: string;
  let list: string;
  const load = (...more: string[]) =>
    runText(['therapists', 'import', list, ...more], { DIRECTORY_FILE: file });
  const hoursIn = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')).therapists as { hours: string }[]).map(({ hours }) => hours);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-import-'));
    file = join(folder, 'therapists.json');
    list = join(folder, 'list.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('loads the good rows, tells what it did, and writes the rejected rows beside the file', async () => {
    writeFileSync(list, LIST);
    const { code, output, errors } = await load();
    expect(code).to.equal(1);
    expect(errors).to.equal('');
    expect(output).to.include('2 were added, 0 changed');
    expect(output).to.include('no such columns are known: "shoe size"');
    expect(output).to.include('line 3: name: must be plain text without HTML');
    expect(readFileSync(join(folder, 'list.rejected.csv'), 'utf8').split('\r\n')).to.deep.equal([
      'line,id,name,reason',
      '3,bad,<b>,name: must be plain text without HTML',
      '',
    ]);
    const directory = await openLowdbDirectory(file);
    expect(await directory.size()).to.equal(2);
  });

  it('ends well where every row is good, and takes the earlier list of rejected rows away', async () => {
    writeFileSync(list, LIST);
    await load();
    writeFileSync(list, LIST.replace('<b>', 'Bea'));
    const { code, output } = await load();
    expect([code, output]).to.deep.equal([
      0,
      `${list}\n  1 were added, 0 changed; 2 are there already as they are\n  not read, as no such columns are known: "shoe size"\n`,
    ]);
    expect(existsSync(join(folder, 'list.rejected.csv'))).to.equal(false);
  });

  it('writes nothing over the list, or over the directory, however they are named', async () => {
    writeFileSync(list, LIST);
    await load();
    const link = join(folder, 'link.csv');
    symlinkSync(file, link);
    const before = readFileSync(file, 'utf8');
    for (const target of [list, file, link, join(folder, '.', 'x', '..', 'list.csv')])
      expect((await load('--rejected', target)).errors).to.match(/^WOULD_OVERWRITE: /);
    const exported = await runText(['therapists', 'export', link], { DIRECTORY_FILE: file });
    expect(exported.errors).to.match(/^WOULD_OVERWRITE: /);
    expect(readFileSync(list, 'utf8')).to.equal(LIST);
    expect(readFileSync(file, 'utf8')).to.equal(before);
  });

  it('keeps the list in the data folder where no file is named, and the server then serves that', async () => {
    writeFileSync(list, LIST.replace('<b>', 'Bea'));
    const settings = { DATA_DIR: join(folder, 'data') };
    expect((await runText(['therapists', 'import', list], settings)).code).to.equal(0);
    const match = startCommand(['match'], settings);
    match.stdin.end('{"id":1,"near":{"place":"02139"}}\n');
    expect((await endOf(match)).output).to.include('"therapistId":"dana"');
  });

  it('in a dry run says what would be, and leaves no directory behind', async () => {
    writeFileSync(list, LIST);
    const { output } = await load('--dry-run');
    expect(output).to.include('dry run').and.to.include('2 would be added');
    expect(existsSync(file)).to.equal(false);
  });

  for (const [what, [content, more, fault]] of Object.entries({
    'a file that is not there': [
      undefined,
      [],
      /^IMPORT_UNREADABLE: .*list\.csv: cannot be read \(ENOENT\)\n$/,
    ],
    'a header without names': ['a,b\n1,2\n', [], /^IMPORT_COLUMNS: .*no column name/],
    'a format it does not know': [LIST, ['--format', 'xls'], /^IMPORT_FORMAT: .*csv, json, nppes\n$/],
    'a state that is none': [LIST, ['--state', 'Atlantis'], /^STATE_UNKNOWN: /],
    'a list of rejected rows that cannot be written': [
      LIST,
      ['--rejected', '/no/such/folder/x.csv'],
      /^REJECTED_UNWRITABLE: .*ENOENT.*--rejected\n$/,
    ],
  } satisfies Record<string, [string | undefined, string[], RegExp]>)) {
    it(`refuses ${what} in one line, and changes nothing`, async () => {
      if (content !== undefined) writeFileSync(list, content);
      const { code, output, errors } = await load(...more);
      expect([code, output]).to.deep.equal([1, '']);
      expect(errors).to.match(fault);
      expect(existsSync(file)).to.equal(false);
    });
  }

  it('leaves a directory alone that it cannot read', async () => {
    writeFileSync(list, LIST);
    writeFileSync(file, 'null');
    const { code, errors } = await load();
    expect(code).to.equal(1);
    expect(errors).to.match(/^DIRECTORY_INVALID: /);
    expect(readFileSync(file, 'utf8')).to.equal('null');
  });

  it('may run while a server reads the directory, which then has the new list', async () => {
    writeFileSync(list, edition('old', 300));
    await load();
    const served = await openLowdbDirectory(file, { lookEveryMs: 0 });
    expect(await served.get('t7')).to.have.property('hours', 'old');
    writeFileSync(list, edition('new', 300));
    const [{ code }, ...seen] = await Promise.all([load(), served.get('t7'), served.get('t8')]);
    expect(code).to.equal(0);
    for (const record of seen) expect(record?.hours).to.be.oneOf(['old', 'new']);
    expect(await served.get('t7')).to.have.property('hours', 'new');
  });

  it('killed at any moment, fifty times over, leaves the old list or the new one', async () => {
    const count = 300;
    writeFileSync(list, edition('edition 0', count));
    await load();
    let killed = 0;
    for (let round = 1; round <= 50; round++) {
      const before = hoursIn(file)[0];
      writeFileSync(list, edition(`edition ${round}`, count));
      killed += Number(await killedAtChange(round % 12));
      const hours = new Set(hoursIn(file));
      expect(hours.size, `round ${round}`).to.equal(1);
      expect([...hours][0]).to.be.oneOf([before, `edition ${round}`]);
      expect(hoursIn(file)).to.have.length(count);
    }
    expect(killed).to.be.above(20);
    writeFileSync(list, edition('last', count));
    expect((await load()).code).to.equal(0);
    expect(new Set(hoursIn(file))).to.deep.equal(new Set(['last']));
  });

  /** Kills an import with the nth thing that happens in the folder: a lock, a temporary file, a rename. */
  async function killedAtChange(nth: number): Promise<boolean> {
    const child = startCommand(['therapists', 'import', list], { DIRECTORY_FILE: file });
    const end = endOf(child);
    let changes = 0;
    const watcher = watch(folder, () => {
      if (++changes > nth) child.kill('SIGKILL');
    });
    try {
      return (await end).code === null;
    } finally {
      watcher.close();
    }
  }

  it('on a full disk says so, and the old list stands', async () => {
    const disk = smallDisk(join(folder, 'disk'));
    try {
      file = join(folder, 'disk', 'therapists.json');
      writeFileSync(list, edition('old', 100));
      expect((await load()).code).to.equal(0);
      const before = readFileSync(file, 'utf8');
      writeFileSync(list, edition('new', 5_000));
      const { status, stderr } = disk.run(['therapists', 'import', list], { DIRECTORY_FILE: file });
      expect(status).to.equal(1);
      expect(stderr).to.match(
        /^DIRECTORY_UNWRITABLE: .*therapists\.json: cannot be written \((ENOSPC|EFBIG)\)/,
      );
      expect(readFileSync(file, 'utf8')).to.equal(before);
      expect(readdirSync(join(folder, 'disk'))).to.deep.equal(['therapists.json']);
    } finally {
      disk.release();
    }
  });
});
