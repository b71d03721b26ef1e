import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openLmdbStore } from '../../../../services/conversations/lmdb/lmdb-store.js';
import { type ServerProcess, startServerProcess } from '../../../support/server-process.js';
import type { WidgetOpened } from './running.js';

interface Shown {
  type: string;
  name?: string;
  value?: unknown;
  channelData?: { view?: { helpful?: { id: string } } };
}

describe('whether an answer helped, on Direct Line', function () {
  this.timeout(60_000);
  let folder: string;
  let servers: ServerProcess[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helpful-'));
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<ServerProcess> {
    const server = await startServerProcess({ DATA_DIR: folder });
    servers.push(server);
    return server;
  }

  const call = async (url: string, body?: object, token?: string) => {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(!token && { origin: new URL(url).origin }),
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(response.status).to.equal(200);
    return response.json();
  };

  /** A patient who agreed and asked the guide something. */
  async function patient(server: ServerProcess) {
    const opened = (await call(`${server.url}/widget/conversation`, { locale: 'en-US' })) as WidgetOpened;
    const path = `/v3/directline/conversations/${opened.conversationId}/activities`;
    const read = async () =>
      ((await call(server.url + path, undefined, opened.token)) as { activities: Shown[] }).activities;
    const post = (activity: object, to = server) => call(to.url + path, activity, opened.token);
    for (const text of ['yes', 'me', 'stiff neck for two weeks', 'will it hurt?'])
      await post({ type: 'message', text });
    const question = (await read()).findLast(({ channelData }) => channelData?.view?.helpful)?.channelData
      ?.view?.helpful?.id;
    return {
      read,
      press: (choice: string, to?: ServerProcess) =>
        post({ type: 'event', name: 'helpful', value: { question, choice } }, to),
    };
  }

  async function counted() {
    const store = await openLmdbStore(join(folder, 'conversations'));
    const counts = await store.counts();
    await store.close();
    const of = (prefix: string) => counts.get(`${prefix}/first-session#will-it-hurt`) ?? 0;
    return { helpful: of('helpful'), not: of('not-helpful') };
  }

  it('is told beside the talk, and counted once', async () => {
    const { read, press } = await patient(await start());
    const before = await read();
    await press('no');
    await press('no');
    await press('yes');
    await press('__proto__');
    const after = await read();
    expect(after.slice(0, before.length)).to.deep.equal(before);
    const added = after.slice(before.length);
    expect(new Set(added.map(({ type, name }) => `${type} ${name}`))).to.deep.equal(
      new Set(['event helpful']),
    );
    expect(added.at(-1)?.value).to.deep.include({ choice: 'yes' });
    expect(await counted()).to.deep.equal({ helpful: 1, not: 0 });
  });

  it('adds up over two servers of one store, and survives a kill', async () => {
    const [one, other] = [await start(), await start()];
    const patients = [await patient(one), await patient(other), await patient(one)];
    await Promise.all(patients.map(({ press }, at) => press('no', at === 2 ? other : undefined)));
    expect(await counted()).to.deep.equal({ helpful: 0, not: 3 });
    await one.kill();
    await other.kill();
    expect(await counted()).to.deep.equal({ helpful: 0, not: 3 });
    // Its token is the data folder's, so that the patient goes on where another server was.
    await patients[0]?.press('yes', await start());
    expect(await counted()).to.deep.equal({ helpful: 1, not: 2 });
  });
});
