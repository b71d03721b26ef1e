import { createServer } from 'node:net';
import { expect } from 'chai';
import { CodedError } from '../../../knowledge/coded-error.js';
import type { Outcome } from '../../../services/conversations/conversation-store.js';
import { startServer } from '../../../services/http/start-server.js';
import { silentLog } from '../../../services/telemetry/log.js';
import { message, startEchoServer } from '../channels/connector/echo-server.js';

const quiet = { log: silentLog, channels: [], readiness: {} };

/** A turn that goes on until it is released. */
function heldTurn() {
  let begin: () => void = () => {};
  let release: (result: { outcome: Outcome }) => void = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const result = new Promise<{ outcome: Outcome }>((resolve) => {
    release = resolve;
  });
  return {
    begun,
    release: () => release({ outcome: { activities: [{ type: 'message', text: 'done' }] } }),
    runTurn: () => {
      begin();
      return result;
    },
  };
}

describe('startServer', () => {
  it('takes a free port where none is named', async () => {
    const running = await startServer({ ...quiet, config: { server: { host: '127.0.0.1', port: 0 } } });
    expect(running.port).to.be.greaterThan(0);
    expect(running.url).to.equal(`http://127.0.0.1:${running.port}`);
    await running.stop();
  });

  it('names port, host and the mend where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const error = await startServer({ ...quiet, config: { server: { host: '127.0.0.1', port } } }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    other.close();
    expect(error).to.be.instanceOf(CodedError).and.include({ code: 'PORT_TAKEN' });
    expect((error as CodedError).message)
      .to.include(`port ${port} on 127.0.0.1`)
      .and.include('set PORT');
  });

  it('names the address where it is not one of this machine', async () => {
    const error = await startServer({ ...quiet, config: { server: { host: '192.0.2.1', port: 0 } } }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(CodedError).and.include({ code: 'ADDRESS_UNAVAILABLE' });
    expect((error as CodedError).message)
      .to.include('192.0.2.1')
      .and.include('set HOST');
  });
});

describe('health', () => {
  it('is alive though it is not ready, and says what is missing', async () => {
    let storeReady = false;
    const running = await startEchoServer({
      readiness: {
        store: () => storeReady,
        knowledge: async () => true,
        directory: () => Promise.reject(new Error('my calf is swollen')),
      },
    });
    try {
      expect((await fetch(`${running.url}/healthz`)).status).to.equal(200);
      const waiting = await fetch(`${running.url}/readyz`);
      expect(waiting.status).to.equal(503);
      expect(await waiting.json()).to.deep.equal({ ready: false, missing: ['store', 'directory'] });
      storeReady = true;
      expect(await (await fetch(`${running.url}/readyz`)).json()).to.deep.include({ missing: ['directory'] });
    } finally {
      await running.stop();
    }
  });

  it('is ready when every part is', async () => {
    const running = await startEchoServer({ readiness: { store: () => true } });
    const answer = await fetch(`${running.url}/readyz`);
    await running.stop();
    expect(answer.status).to.equal(200);
    expect(await answer.json()).to.deep.equal({ ready: true, missing: [] });
  });
});

describe('a stop', () => {
  it('lets the turn that runs finish, takes no other, and closes the stores last', async () => {
    const held = heldTurn();
    const order: string[] = [];
    const running = await startEchoServer({
      runTurn: async () => {
        const result = await held.runTurn();
        order.push('turn ended');
        return result;
      },
      close: async () => void order.push('closed'),
    });
    const turn = running.post(message({ deliveryMode: 'expectReplies' })).then((answer) => answer.text());
    await held.begun;
    const stopped = running.stop();
    const ready = await fetch(`${running.url}/readyz`);
    expect([ready.status, await ready.json()]).to.deep.equal([503, { ready: false, missing: ['stopping'] }]);
    const refused = await running.post(message({ id: 'activity-2' }));
    expect(refused.status).to.equal(503);
    expect(refused.headers.get('retry-after')).to.match(/^\d+$/);
    expect(order).to.deep.equal([]);
    held.release();
    expect(await turn).to.include('"text":"done"');
    await stopped;
    expect(order).to.deep.equal(['turn ended', 'closed']);
    expect(running.turns).to.have.length(1);
    const after = await fetch(`${running.url}/healthz`).then(
      () => 'answered',
      () => 'closed',
    );
    expect(after).to.equal('closed');
  });

  it('does not wait for a turn without end', async () => {
    const held = heldTurn();
    const running = await startEchoServer({ runTurn: held.runTurn, drainMs: 30 });
    const turn = running.post(message()).then(
      () => 'answered',
      () => 'cut',
    );
    await held.begun;
    await running.stop();
    expect(await turn).to.equal('cut');
    held.release();
  });

  it('is the same stop however often it is asked for', async () => {
    let closed = 0;
    const running = await startEchoServer({
      close: async () => {
        closed++;
      },
    });
    await Promise.all([running.stop(), running.stop()]);
    await running.stop();
    expect(closed).to.equal(1);
  });
});
