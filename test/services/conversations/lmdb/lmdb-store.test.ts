import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CodedError } from '../../../../knowledge/coded-error.js';
import type { ConversationStore } from '../../../../services/conversations/conversation-store.js';
import { openLmdbStore } from '../../../../services/conversations/lmdb/lmdb-store.js';
import { describeConversationStore } from '../contract.js';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lmdb-store-'));
  folders.push(folder);
  return folder;
}

after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describeConversationStore('The LMDB store', async (now) => openLmdbStore(await newFolder(), { now }));

describe('the LMDB store’s folder', () => {
  const SECRET = 'my chest hurts';

  async function say(store: ConversationStore, key: string): Promise<void> {
    const expectedVersion = (await store.load('c'))?.version ?? 0;
    const activities = [{ type: 'message', text: `${SECRET} ${key} ${'.'.repeat(3000)}` }];
    const result = await store.commit({
      conversationId: 'c',
      dedupeKey: key,
      expectedVersion,
      state: { key },
      outcome: { activities },
      feed: activities,
      delivery: 'feed',
      forget: false,
    });
    expect(result.kind).to.equal('committed');
  }

  async function fill(folder: string): Promise<void> {
    const store = await openLmdbStore(folder);
    for (let turn = 0; turn < 40; turn++) await say(store, `k${turn}`);
    await store.close();
  }

  async function refusal(work: Promise<unknown>): Promise<CodedError> {
    const error = await work.then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(error).to.be.instanceOf(CodedError);
    return error as CodedError;
  }

  it('is made where it is not there, and holds what was committed when it is opened again', async () => {
    const folder = join(await newFolder(), 'deep', 'down.mdb');
    await fill(folder);
    const store = await openLmdbStore(folder);
    expect((await store.load('c'))?.state).to.deep.equal({ key: 'k39' });
    expect((await store.feed('c', 0)).entries).to.have.length(40);
    await store.close();
  });

  it('can be open twice, and each sees what the other committed', async () => {
    const folder = await newFolder();
    const [one, other] = [await openLmdbStore(folder), await openLmdbStore(folder)];
    await say(one, 'k1');
    await say(other, 'k2');
    expect((await one.feed('c', 0)).entries).to.have.length(2);
    await one.close();
    await say(other, 'k3');
    await other.close();
  });

  it('is refused where it is a file', async () => {
    const path = join(await newFolder(), 'file');
    await writeFile(path, 'not a folder');
    const { code, message } = await refusal(openLmdbStore(path));
    expect(code).to.equal('STORE_UNAVAILABLE');
    expect(message).to.include(path);
  });

  const half = async (path: string) => truncate(path, Math.floor((await readFile(path)).length / 2));
  for (const [what, damage] of [
    ['is of another program', (path: string) => writeFile(path, 'another program’s data '.repeat(1000))],
    ['is too short for anything', (path: string) => writeFile(path, 'hello')],
    ['was cut in half', half],
    ['was cut to its head', (path: string) => truncate(path, 8192)],
    [
      'was overwritten in places',
      async (path: string) => {
        const bytes = await readFile(path);
        for (let at = 8192; at < bytes.length; at += 7) bytes[at] = 0x5a;
        await writeFile(path, bytes);
      },
    ],
  ] as const) {
    it(`is refused, and the process lives, where its data file ${what}`, async () => {
      const folder = await newFolder();
      await fill(folder);
      await damage(join(folder, 'data.mdb'));
      const { code, message, cause } = await refusal(openLmdbStore(folder));
      expect(code).to.equal('STORE_UNAVAILABLE');
      expect(message)
        .to.include(folder)
        .and.to.match(/data\.mdb/);
      expect(`${message}${String(cause)}`).not.to.include(SECRET);
    });
  }

  it('is refused where its lock is no file', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'lock.mdb'));
    expect((await refusal(openLmdbStore(folder))).code).to.equal('STORE_UNAVAILABLE');
  });

  it('takes an empty data file, as an interrupted start leaves one', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'data.mdb'), '');
    const store = await openLmdbStore(folder);
    await say(store, 'k');
    await store.close();
  });

  it('takes no turn while the disk is nearly full, still reads and erases, and goes on when there is room', async () => {
    const folder = await newFolder();
    let free = 1e9;
    const store = await openLmdbStore(folder, { freeBytes: () => free });
    await say(store, 'k1');
    free = 15e6;
    const { code, message } = await refusal(say(store, 'k2'));
    expect(code).to.equal('STORE_UNAVAILABLE');
    expect(message).to.include(folder).and.to.include('disk');
    expect((await store.feed('c', 0)).entries).to.have.length(1);
    await store.erase('c');
    free = 1e6;
    expect((await refusal(store.erase('c'))).code).to.equal('STORE_UNAVAILABLE');
    free = 1e9;
    await say(store, 'k2');
    expect((await store.feed('c', 0)).entries).to.have.length(1);
    await store.close();
  });
});
