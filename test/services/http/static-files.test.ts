import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type RunningServer, startServer } from '../../../services/http/start-server.js';
import { widgetFiles } from '../../../services/http/widget-files.js';
import { silentLog } from '../../../services/telemetry/log.js';

const TEXT = 'const chat = "hello";\n'.repeat(50);

/** fetch always asks for what it can decode, and decodes it. */
function get(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('A file that is served', () => {
  let folder: string;
  let server: RunningServer;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'static-'));
    for (const name of ['widget.js', 'chat.html', 'chat.js']) {
      writeFileSync(join(folder, name), TEXT);
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(TEXT));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(TEXT));
    }
    writeFileSync(join(folder, 'clinic.css'), TEXT);
    server = await startServer({
      config: { server: { host: '127.0.0.1', port: 0 } },
      log: silentLog,
      channels: [],
      files: widgetFiles(['https://clinic.example'], folder, folder),
      readiness: {},
    });
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes in the best coding that the client takes', async () => {
    const url = `${server.url}/widget.js`;
    const brotli = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers).to.include({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(brotliDecompressSync(brotli.body).toString()).to.equal(TEXT);
    const gzip = await get(url, { 'accept-encoding': 'br;q=0, gzip' });
    expect(gzip.headers['content-encoding']).to.equal('gzip');
    expect(gunzipSync(gzip.body).toString()).to.equal(TEXT);
    const plain = await get(url);
    expect(plain.headers).not.to.have.property('content-encoding');
    expect(plain.body.toString()).to.equal(TEXT);
  });

  it('comes plain where it has no compressed twin', async () => {
    const answer = await get(`${server.url}/clinic.css`, { 'accept-encoding': 'br, gzip' });
    expect(answer.headers).not.to.have.property('content-encoding');
    expect(answer.body.toString()).to.equal(TEXT);
  });

  it('is not sent again to a client that has it', async () => {
    const url = `${server.url}/widget/chat.js`;
    const first = await get(url, { 'accept-encoding': 'br' });
    expect(first.headers['cache-control']).to.equal('no-cache');
    const etag = String(first.headers.etag);
    const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': etag });
    expect(again.status).to.equal(304);
    expect(again.body).to.have.length(0);
    expect((await get(`${url}?v=1`)).headers['cache-control']).to.include('immutable');
  });

  it('says who may load it and who may frame it', async () => {
    const loader = await get(`${server.url}/widget.js`);
    expect(loader.headers['cross-origin-resource-policy']).to.equal('cross-origin');
    const chat = await get(`${server.url}/widget/chat`);
    const policy = String(chat.headers['content-security-policy']);
    expect(policy).to.include("frame-ancestors 'self' https://clinic.example");
    expect(policy).to.include("default-src 'none'").and.not.include('unsafe');
  });

  it('is 404 where it was not built, and nothing beside the named paths is reached', async () => {
    for (const path of ['/', '/widget/chat.css', '/widget/', '/widget/chat.js.br', '/..%2fpackage.json']) {
      expect((await get(server.url + path)).status, path).to.equal(404);
    }
  });
});
