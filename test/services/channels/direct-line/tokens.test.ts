import { expect } from 'chai';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { createTokens, lifetimes, type Purpose } from '../../../../services/channels/direct-line/tokens.js';
import { SECRET } from './running.js';

const purposes = ['access', 'stream', 'resume'] as const;
const grant = { conversationId: 'widget-AAAAAAAAAAAAAAAAAAAAAA', userId: 'dl_BBBBBBBBBBBBBBBBBBBBBB' };

describe('the tokens of Direct Line', () => {
  let time = Date.parse('2026-11-23T12:00:00Z');
  const tokens = createTokens(SECRET, () => time);

  it('say what they were signed for', async () => {
    for (const purpose of purposes) {
      for (const given of [grant, { ...grant, origins: ['https://clinic.example'] }]) {
        const token = await tokens.sign(purpose, given);
        expect(await tokens.read(purpose, token)).to.deep.equal({ kind: 'valid', grant: given });
      }
    }
  });

  it('name the user where Direct Line clients look for it, and the kind of client', async () => {
    const [, payload = ''] = (await tokens.sign('access', grant)).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).to.include({
      user: grant.userId,
      conv: grant.conversationId,
      client: 'widget',
    });
  });

  for (const purpose of purposes) {
    it(`of ${purpose} are good for their time and not a second longer`, async () => {
      const token = await tokens.sign(purpose, grant);
      time += (lifetimes[purpose] - 1) * 1000;
      expect((await tokens.read(purpose, token)).kind).to.equal('valid');
      time += 1000;
      expect((await tokens.read(purpose, token)).kind).to.equal('expired');
    });
  }

  it('are no good for another purpose, nor under another secret', async () => {
    const others = createTokens(`${SECRET}.`, () => time);
    for (const signed of purposes) {
      const token = await tokens.sign(signed, grant);
      for (const read of purposes) {
        if (read !== signed) expect((await tokens.read(read, token)).kind).to.equal('invalid');
      }
      expect((await others.read(signed, token)).kind).to.equal('invalid');
    }
  });

  it('are not signed with the secret itself', async () => {
    const token = await new SignJWT({ conv: grant.conversationId, user: grant.userId, client: 'widget' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(time / 1000)
      .setExpirationTime(time / 1000 + 60)
      .sign(new TextEncoder().encode(SECRET));
    for (const purpose of purposes) expect((await tokens.read(purpose, token)).kind).to.equal('invalid');
  });

  it('are invalid with any one character changed', async () => {
    const token = await tokens.sign('access', grant);
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom(...'ABcd-_.= \u0000ü'), async (at, by) => {
        const changed = token.slice(0, at) + by + token.slice(at + 1);
        if (changed !== token) expect((await tokens.read('access', changed)).kind).to.equal('invalid');
      }),
    );
  });

  it('are read without a throw, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Purpose>(...purposes),
        fc.string({ unit: 'binary' }),
        async (purpose, text) => {
          expect((await tokens.read(purpose, text)).kind).to.equal('invalid');
        },
      ),
    );
    expect((await tokens.read('access', 'x'.repeat(10_000_000))).kind).to.equal('invalid');
  });
});
