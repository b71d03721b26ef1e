import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CodedError } from '../../../../knowledge/coded-error.js';
import { asOnlyWriter } from '../../../../services/therapists/lowdb/writer-lock.js';
import { inFolder } from './in-folder.js';

const lockOf = (pid: number, host = hostname()) =>
  JSON.stringify({ pid, host, since: '2026-11-23T10:00:00.000Z', token: 't' });

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the writer’s lock', () => {
  const at = inFolder();
  const refusal = () =>
    asOnlyWriter(at.file, async () => expect.fail('it got in')).catch((error: CodedError) => error);

  it('names its process while it is held, and is gone afterwards', async () => {
    const held = await asOnlyWriter(at.file, () => readFile(`${at.file}.lock`, 'utf8'));
    expect(JSON.parse(held)).to.include({ pid: process.pid, host: hostname() });
    expect(await readdir(at.folder)).to.deep.equal([]);
  });

  it('is gone after a failure as well, which is passed on', async () => {
    const failure = await asOnlyWriter(at.file, () => Promise.reject(new Error('the work failed'))).catch(
      String,
    );
    expect(failure).to.equal('Error: the work failed');
    expect(await readdir(at.folder)).to.deep.equal([]);
  });

  it('lets one of many in at a time', async () => {
    let inside = 0;
    let most = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        asOnlyWriter(at.file, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await readdir(at.folder);
          inside -= 1;
        }),
      ),
    );
    expect(most).to.equal(1);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(
      refused.every((one) => (one as { reason: CodedError }).reason.code === 'DIRECTORY_LOCKED'),
    ).to.equal(true);
  });

  it('refuses by name while another process that lives holds it', async () => {
    await writeFile(`${at.file}.lock`, lockOf(process.ppid));
    const error = await refusal();
    expect(error).to.have.property('code', 'DIRECTORY_LOCKED');
    expect((error as CodedError).message)
      .to.contain(`process ${process.ppid} on ${hostname()}`)
      .and.to.contain('.lock');
    expect(await readFile(`${at.file}.lock`, 'utf8')).to.equal(lockOf(process.ppid));
  });

  it('takes over what a dead process left', async () => {
    await writeFile(`${at.file}.lock`, lockOf(await endedProcess()));
    expect(await asOnlyWriter(at.file, async () => 'in')).to.equal('in');
    expect(await readdir(at.folder)).to.deep.equal([]);
  });

  it('takes over what an earlier process with this one’s id left', async () => {
    await writeFile(`${at.file}.lock`, lockOf(process.pid));
    expect(await asOnlyWriter(at.file, async () => 'in')).to.equal('in');
  });

  it('clears away what processes left that ended while they took it, and nothing of others', async () => {
    const token = '00000000-0000-4000-8000-000000000000';
    const stray = (pid: number, host = hostname()) => `therapists.json.lock.${host}.${pid}.${token}`;
    const living = stray(process.ppid);
    const elsewhere = stray(await endedProcess(), 'another-machine');
    for (const name of [stray(await endedProcess()), living, elsewhere])
      await writeFile(join(at.folder, name), '');
    await asOnlyWriter(at.file, async () => undefined);
    expect((await readdir(at.folder)).sort()).to.deep.equal([living, elsewhere].sort());
  });

  it('does not judge processes of another machine, or a lock that it cannot read', async () => {
    for (const content of [lockOf(await endedProcess(), 'another-machine'), 'not a lock']) {
      await writeFile(`${at.file}.lock`, content);
      expect(await refusal()).to.have.property('code', 'DIRECTORY_LOCKED');
    }
  });
});
