import { expect } from 'chai';
import { message, startEchoServer } from '../channels/connector/echo-server.js';
import { postHead, sendRaw, statusOf } from './raw-http.js';

const slow = { headersMs: 150, requestMs: 300, checkEveryMs: 50, keepAliveMs: 60_000 };

describe('the HTTP server', () => {
  let running: Awaited<ReturnType<typeof startEchoServer>>;
  before(async () => {
    running = await startEchoServer({ serverLimits: slow });
  });
  after(() => running.stop());

  const ask = (method: string, path: string) => fetch(`${running.url}${path}`, { method });

  it('says that there is nothing at an unknown path, without repeating it', async () => {
    const answer = await ask('GET', '/my-calf-is-swollen?x=1');
    expect(answer.status).to.equal(404);
    expect(await answer.json()).to.deep.equal({
      error: { code: 'NotFound', message: 'There is nothing here.' },
    });
  });

  it('refuses other methods on a known path', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND']) {
      const answer = await ask(method, '/api/messages');
      expect(answer.status, method).to.equal(405);
      expect(answer.headers.get('allow'), method).to.equal('POST');
      expect(await answer.text(), method).to.not.include(method);
    }
  });

  it('answers 405 without a body to HEAD, as simulators ask before they begin', async () => {
    const answer = await ask('HEAD', '/api/messages');
    expect(answer.status).to.equal(405);
    expect(await answer.text()).to.equal('');
  });

  it('says nothing about itself, and forbids sniffing, caching and framing', async () => {
    for (const answer of [
      await ask('GET', '/healthz'),
      await ask('GET', '/nothing'),
      await running.post('{'),
    ]) {
      const headers = Object.fromEntries(answer.headers);
      expect(headers).to.not.have.any.keys('server', 'x-powered-by');
      expect(headers).to.include({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['content-security-policy']).to.include("default-src 'none'");
    }
  });

  const odd: [string, string, number[]][] = [
    [
      'a Host header that is no host',
      'GET /healthz HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n',
      [400],
    ],
    [
      'a Host header with an impossible port',
      'GET / HTTP/1.1\r\nhost: x:99999\r\nconnection: close\r\n\r\n',
      [400],
    ],
    [
      'a Host header that opens a bracket',
      'POST /api/messages HTTP/1.1\r\nhost: [::\r\nconnection: close\r\n\r\n',
      [400],
    ],
    ['no Host header', 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n', [400]],
    [
      'a path with a broken escape',
      'GET /%zz%e0%a4%a HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      [400, 404],
    ],
    ['a path that climbs', 'GET /../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', [404]],
    ['an absolute address', 'GET http://[::/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', [400]],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', [200, 400, 404]],
    ['CONNECT', 'CONNECT evil:443 HTTP/1.1\r\nhost: evil\r\n\r\n', [0]],
    [
      'an upgrade',
      'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      [426],
    ],
    ['a header that is too long', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, [431]],
    ['no HTTP at all', 'my back hurts\r\n\r\n', [400]],
    ['a length given twice', postHead({ 'content-length': '5\r\ncontent-length: 6' }), [400]],
    ['a length and pieces', postHead({ 'content-length': 5, 'transfer-encoding': 'chunked' }), [400]],
  ];
  for (const [what, request, statuses] of odd) {
    it(`survives ${what}`, async () => {
      const answer = await sendRaw(running.port, [request]);
      expect(statuses).to.include(statusOf(answer));
      expect(answer).to.not.match(/evil|passwd|my back|node_modules|\bat \//);
      expect((await ask('GET', '/healthz')).status).to.equal(200);
    });
  }

  it('gives up on headers that do not end', async () => {
    const answer = await sendRaw(running.port, ['POST /api/messages HTTP/1.1\r\nhost: x\r\nx-slow: ']);
    expect(statusOf(answer)).to.equal(408);
  });

  it('answers 500 with a fixed text where a route fails, and logs no message', async () => {
    const failing = await startEchoServer({
      readiness: {},
    });
    try {
      failing.server.get('/fails', async () => {
        throw new Error('my calf is swollen');
      });
      const answer = await fetch(`${failing.url}/fails`);
      expect(answer.status).to.equal(500);
      expect(await answer.text()).to.equal(
        '{"error":{"code":"InternalError","message":"Something went wrong here."}}',
      );
      expect(failing.logged.join('')).to.include('http.failed').and.not.include('swollen');
    } finally {
      await failing.stop();
    }
  });

  it('goes on after all that', async () => {
    expect((await running.post(message())).status).to.equal(200);
  });
});
