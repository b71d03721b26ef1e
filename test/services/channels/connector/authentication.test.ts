import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { message, startEchoServer } from './echo-server.js';

const appId = '00000000-1111-2222-3333-444444444444';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const emulatorIssuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const bot = { appType: 'MultiTenant', appId, appPassword: 'password' } as const;

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;
const claims = (changes: Record<string, unknown> = {}) => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  serviceurl: serviceUrl,
  nbf: seconds(-60),
  exp: seconds(600),
  ...changes,
});

function token(payload: object, key: KeyObject = own.privateKey, header: object = {}): string {
  const text = `${base64url({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header })}.${base64url(payload)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** What Microsoft announces about its keys, with the public half of ours. */
async function startKeys(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'key-1', endorsements: ['msteams'] };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url };
}

describe('a bot with credentials', () => {
  const log = console.error;
  let keys: Awaited<ReturnType<typeof startKeys>>;
  let running: Awaited<ReturnType<typeof startEchoServer>>;
  before(async () => {
    // The library prints why a token failed.
    console.error = () => {};
    keys = await startKeys();
    running = await startEchoServer({ bot, openIdMetadataUrl: `${keys.url}/openid` });
  });
  after(async () => {
    console.error = log;
    await running.stop();
    keys.server.close();
    keys.server.closeAllConnections();
  });

  const teams = (changes: Record<string, unknown> = {}) =>
    message({ channelId: 'msteams', serviceUrl, deliveryMode: 'expectReplies', ...changes });
  const post = (authorization: string | undefined, activity = teams()) =>
    running.post(activity, authorization === undefined ? {} : { authorization });

  it('takes an activity with a genuine token', async () => {
    const answer = await post(`Bearer ${token(claims())}`);
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.include('You said: my back hurts');
    expect(running.turns[0]?.callerId).to.equal('urn:botframework:azure');
  });

  const text = `${base64url({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })}.${base64url(claims())}`;
  const publicPem = own.publicKey.export({ type: 'spki', format: 'pem' });
  const refused: [string, string | undefined][] = [
    ['no token', undefined],
    ['an empty token', 'Bearer '],
    ['another scheme', `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['words', 'Bearer my-calf-is-swollen'],
    ['three parts of nothing', 'Bearer a.b.c'],
    ['an expired token', `Bearer ${token(claims({ exp: seconds(-3600) }))}`],
    ['a token of tomorrow', `Bearer ${token(claims({ nbf: seconds(3600) }))}`],
    ['a token for another bot', `Bearer ${token(claims({ aud: 'another' }))}`],
    ['a token of another issuer', `Bearer ${token(claims({ iss: 'https://evil.example' }))}`],
    [
      'a token for another address',
      `Bearer ${token(claims({ serviceurl: 'https://slack.botframework.com/' }))}`,
    ],
    ['a token for no address', `Bearer ${token(claims({ serviceurl: undefined }))}`],
    ['a forged signature', `Bearer ${token(claims(), foreign.privateKey)}`],
    ['an unknown key', `Bearer ${token(claims(), own.privateKey, { kid: 'key-2' })}`],
    ['alg none', `Bearer ${base64url({ alg: 'none', kid: 'key-1' })}.${base64url(claims())}.`],
    [
      'the public key used as a secret',
      `Bearer ${text}.${createHmac('sha256', publicPem).update(text).digest('base64url')}`,
    ],
    [
      'a token of another bot or of Emulator',
      `Bearer ${token(claims({ iss: emulatorIssuer, ver: '1.0', appid: appId }))}`,
    ],
    ['a payload that is no object', `Bearer ${token(null as never)}`],
  ];
  for (const [what, authorization] of refused) {
    it(`refuses ${what} with 401 and a fixed text`, async () => {
      const before = running.turns.length;
      const answer = await post(authorization);
      expect(answer.status).to.equal(401);
      expect(await answer.json()).to.deep.equal({
        error: { code: 'Unauthorized', message: 'The request carries no valid authorisation.' },
      });
      expect(running.turns).to.have.length(before);
    });
  }

  it('refuses a key that does not speak for the channel', async () => {
    const answer = await post(`Bearer ${token(claims())}`, teams({ channelId: 'slack' }));
    expect(answer.status).to.equal(401);
  });

  it('refuses addresses and channels that are not of the Bot Framework, whatever the token says', async () => {
    for (const changes of [
      { serviceUrl: 'http://localhost:3978/' },
      { serviceUrl: 'https://evil.example/' },
      { channelId: 'AseChannel' },
      { channelId: 'emulator' },
    ]) {
      const address = 'serviceUrl' in changes ? changes.serviceUrl : serviceUrl;
      const answer = await post(`Bearer ${token(claims({ serviceurl: address }))}`, teams(changes));
      expect(answer.status, JSON.stringify(changes)).to.equal(403);
    }
  });

  it('logs neither tokens nor words', () => {
    expect(running.logged.join(''))
      .to.include('unauthorised')
      .and.not.include('Bearer')
      .and.not.include('swollen');
  });
});

describe('a bot with credentials whose keys cannot be fetched', () => {
  it('asks for another try, without a text of the library', async () => {
    const { server, url } = await startKeys();
    server.close();
    server.closeAllConnections();
    const running = await startEchoServer({ bot, openIdMetadataUrl: `${url}/openid` });
    const answer = await running.post(message({ channelId: 'msteams', serviceUrl }), {
      authorization: `Bearer ${token(claims())}`,
    });
    await running.stop();
    expect(answer.status).to.equal(503);
    expect(await answer.text())
      .to.not.include('ECONNREFUSED')
      .and.not.include(url);
    expect(running.turns).to.deep.equal([]);
  });
});
