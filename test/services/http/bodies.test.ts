import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { message, startEchoServer } from '../channels/connector/echo-server.js';
import { postHead, sendRaw, statusOf } from './raw-http.js';

const limits = { maxBytes: 1000, deadlineMs: 100, maxDepth: 32 };
const json = { 'content-type': 'application/json' };
const ping = JSON.stringify(message());

describe('a request with a body', () => {
  let running: Awaited<ReturnType<typeof startEchoServer>>;
  before(async () => {
    running = await startEchoServer({ bodyLimits: limits });
  });
  after(() => running.stop());

  const post = (headers: Record<string, string>, body: string | Buffer) =>
    fetch(`${running.url}/api/messages`, { method: 'POST', headers, body: body as string });

  const contentTypes: [string, number][] = [
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['Application/JSON;charset="UTF-8"', 200],
    ['application/json; charset=utf-16', 415],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonp', 415],
    ['', 415],
  ];
  for (const [type, status] of contentTypes) {
    it(`of content type "${type}" is answered ${status}`, async () => {
      const answer = await post(type ? { 'content-type': type } : { 'content-type': ' ' }, ping);
      expect(answer.status).to.equal(status);
    });
  }

  it('that is compressed is refused, whatever is in it, and the process lives', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'gzip, identity']) {
      for (const body of [gzipSync(ping), Buffer.from('not gzip at all'), gzipSync('x'.repeat(100_000))]) {
        const answer = await post({ ...json, 'content-encoding': encoding }, body);
        expect(answer.status).to.equal(415);
      }
    }
    expect((await post({ ...json, 'content-encoding': 'identity' }, ping)).status).to.equal(200);
  });

  it('may have as many bytes as the cap, and not one more', async () => {
    const fill = (bytes: number) => {
      const short = JSON.stringify(message({ text: '' }));
      return JSON.stringify(message({ text: 'x'.repeat(bytes - short.length) }));
    };
    expect((await post(json, fill(1000))).status).to.equal(200);
    expect((await post(json, fill(1001))).status).to.equal(413);
    expect((await post(json, fill(1_000_000))).status).to.equal(413);
  });

  it('whose length is announced as too large is refused before it is read, and the socket is closed', async () => {
    const answer = await sendRaw(running.port, [postHead({ ...json, 'content-length': 1001 })]);
    expect(statusOf(answer)).to.equal(413);
    expect(answer.toLowerCase()).to.include('connection: close');
  });

  it('that comes in pieces is counted as it comes, and the socket is closed', async () => {
    const piece = `1f4\r\n${'x'.repeat(500)}\r\n`;
    const answer = await sendRaw(running.port, [
      postHead({ ...json, 'transfer-encoding': 'chunked' }),
      piece,
      piece,
      piece,
    ]);
    expect(statusOf(answer)).to.equal(413);
  });

  it('that never ends is given up after the deadline', async () => {
    const answer = await sendRaw(running.port, [postHead({ ...json, 'content-length': 500 }), '{"type":']);
    expect(statusOf(answer)).to.equal(408);
  });

  it('whose sender goes away half-way is forgotten', async () => {
    await sendRaw(
      running.port,
      [postHead({ ...json, 'content-length': 500, expect: '100-continue' }), '{"ty'],
      20,
    );
    expect((await post(json, ping)).status).to.equal(200);
  });

  it('is refused with texts that repeat nothing of it', async () => {
    const secret = 'my calf is swollen';
    const bodies = [`{"${secret}`, `"${secret}"`, `{"type":"${secret}"}`, `[${JSON.stringify(secret)}]`];
    for (const body of bodies) {
      const answer = await post(json, body);
      expect(answer.status).to.equal(400);
      expect(await answer.text()).to.equal(
        '{"error":{"code":"BadRequest","message":"The request is not understood."}}',
      );
    }
    expect(running.logged.join('')).to.not.include('swollen');
  });

  it('that was read and refused leaves the connection open for the next', async () => {
    const bad = '{"x"';
    const answer = await sendRaw(running.port, [
      postHead({ ...json, 'content-length': bad.length }),
      bad,
      postHead({ ...json, 'content-length': ping.length, connection: 'close' }),
      ping,
    ]);
    expect(statusOf(answer)).to.equal(400);
    expect(answer).to.include('HTTP/1.1 200 OK');
  });
});
