import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openLowdbDirectory } from '../../../../services/therapists/lowdb/lowdb-directory.js';
import { makeTherapist } from '../make-therapist.js';
import { inFolder } from './in-folder.js';

const CHILD = fileURLToPath(new URL('../../../support/directory-child.ts', import.meta.url));
const NODE = [process.execPath, '--import', 'tsx', CHILD];

describe('the directory file, when things go wrong', function () {
  this.timeout(120_000);
  const at = inFolder();

  async function linesUntil(child: ChildProcess, enough: (lines: string[]) => boolean): Promise<string[]> {
    const lines: string[] = [];
    if (!child.stdout) throw new Error('the child has no output');
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (enough(lines)) break;
    }
    return lines;
  }

  it('has all that was acknowledged after a kill, is whole, and can be written again', async () => {
    for (let round = 1; round <= 8; round++) {
      const child = spawn(NODE[0] as string, [...NODE.slice(1), at.file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const acknowledged = await linesUntil(child, (lines) => lines.length === round);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const directory = await openLowdbDirectory(at.file);
      for (const id of acknowledged) expect(await directory.get(id), id).to.have.property('id', id);
      expect(await directory.upsert([makeTherapist('after-the-kill')])).to.include({ unchanged: 0 });
      expect(await directory.remove(['after-the-kill'])).to.equal(1);
      expect((await readdir(at.folder)).sort()).to.deep.equal(['therapists.json', 'therapists.json.bak']);
    }
  });

  it('stands as it was where the disk takes no more, and says so', async () => {
    // A limit on the size of files, in blocks of 512 or 1024 bytes: the disk of this one process is small.
    const limited = `trap '' XFSZ; ulimit -f 64; exec "$@"`;
    const child = spawn('sh', ['-c', limited, 'sh', ...NODE, at.file, '3000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [found, refusal, ...written] = (await linesUntil(child, () => false)).reverse();
    expect(written).to.have.length.greaterThan(5);
    expect(refusal).to.match(/therapists\.json: cannot be written \(EFBIG\); it is as it was$/);
    expect(found).to.equal(`${written.length} are found`);
    const { therapists } = JSON.parse(await readFile(at.file, 'utf8'));
    expect(therapists.map(({ id }: { id: string }) => id)).to.deep.equal(written.reverse());
    expect((await readdir(at.folder)).sort()).to.deep.equal(['therapists.json', 'therapists.json.bak']);
  });
});
