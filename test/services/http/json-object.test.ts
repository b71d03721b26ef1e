import { expect } from 'chai';
import fc from 'fast-check';
import { parseJsonObject } from '../../../services/http/json-object.js';

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('parseJsonObject', () => {
  it('gives what JSON.parse gives, or nothing', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseJsonObject(Buffer.from(text));
        if (parsed !== undefined) expect(parsed).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('takes any plain object of modest depth', () => {
    const plain = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(text));
        expect(parseJsonObject(Buffer.from(text))).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('counts depth in objects and arrays alike', () => {
    expect(parseJsonObject(Buffer.from(nested(32)))).to.be.an('object');
    expect(parseJsonObject(Buffer.from(nested(33)))).to.equal(undefined);
    expect(parseJsonObject(Buffer.from(`{"a":${'['.repeat(31)}${']'.repeat(31)}}`))).to.be.an('object');
    expect(parseJsonObject(Buffer.from(`{"a":${'['.repeat(32)}${']'.repeat(32)}}`))).to.equal(undefined);
  });

  it('survives a body that is nothing but brackets', () => {
    expect(parseJsonObject(Buffer.from(`{"a":${'['.repeat(200_000)}`))).to.equal(undefined);
    expect(parseJsonObject(Buffer.from(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))).to.equal(
      undefined,
    );
  });

  const refused: [string, Buffer | string][] = [
    ['an empty body', ''],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '5'],
    ['a byte order mark', '\ufeff{}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['a second value', '{}{}'],
    ['a name that reaches the prototype', '{"__proto__":{"x":1}}'],
    ['that name written with escapes', '{"__\\u0070roto__":{"x":1}}'],
    ['such a name deep inside', '{"a":[{"b":{"constructor":1}}]}'],
    ['prototype', '{"prototype":1}'],
  ];
  for (const [what, body] of refused) {
    it(`refuses ${what}`, () => {
      expect(parseJsonObject(Buffer.from(body as string))).to.equal(undefined);
    });
  }
});
