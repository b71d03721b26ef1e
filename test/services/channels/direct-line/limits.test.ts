import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import { clientAddress } from '../../../../services/channels/direct-line/client-address.js';
import { RateLimit } from '../../../../services/channels/direct-line/rate-limit.js';

describe('RateLimit', () => {
  let time = 1_000_000;
  const clock = () => time;

  it('lets a burst through, then the rate, and says how long to wait', () => {
    const rate = new RateLimit({ burst: 3, perHour: 360 }, clock);
    expect([1, 2, 3, 4].map(() => rate.take('a'))).to.deep.equal([0, 0, 0, 10]);
    time += 9_000;
    expect(rate.take('a')).to.equal(1);
    time += 1_000;
    expect([rate.take('a'), rate.take('a')]).to.deep.equal([0, 10]);
    time += 3_600_000;
    expect([1, 2, 3, 4].map(() => rate.take('a'))).to.deep.equal([0, 0, 0, 10]);
  });

  it('counts each key by itself', () => {
    const rate = new RateLimit({ burst: 1, perHour: 1 }, clock);
    expect([rate.take('a'), rate.take('b'), rate.take('a')]).to.deep.equal([0, 0, 3600]);
  });

  it('locks nobody out where the clock is set back', () => {
    const rate = new RateLimit({ burst: 2, perHour: 3600 }, clock);
    rate.take('a');
    time -= 24 * 3_600_000;
    expect(rate.take('a')).to.be.lessThan(3);
    time += 2_000;
    expect(rate.take('a')).to.equal(0);
  });

  it('keeps so many keys and no more, the most recent ones', () => {
    const rate = new RateLimit({ burst: 1, perHour: 1 }, clock, 100);
    for (let count = 0; count < 10_000; count++) {
      rate.take(`key-${count}`);
      rate.take('often');
    }
    expect(rate.size).to.equal(100);
    expect(rate.take('often')).to.equal(3600);
    expect(rate.take('key-9999')).to.equal(3600);
    expect(rate.take('key-1')).to.equal(0);
  });

  it('never lets through more than the burst and what the time allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(5_000), { maxLength: 200 }),
        (burst, pauses) => {
          const begun = time;
          const rate = new RateLimit({ burst, perHour: 3600 }, clock);
          let taken = 0;
          for (const pause of pauses) {
            time += pause;
            if (rate.take('a') === 0) taken++;
          }
          expect(taken).to.be.at.most(burst + (time - begun) / 1000);
        },
      ),
    );
  });
});

describe('clientAddress', () => {
  const from = (remoteAddress: string | undefined, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  it('is that of the connection, whatever a header says', () => {
    expect(clientAddress(from('192.0.2.1', '203.0.113.7'))).to.equal('192.0.2.1');
    expect(clientAddress(from('::ffff:192.0.2.1'))).to.equal('192.0.2.1');
  });

  it('is one for a whole network of IPv6', () => {
    const network = clientAddress(from('2001:db8:1:2:3:4:5:6'));
    expect(network).to.equal('2001:db8:1:2');
    expect(clientAddress(from('2001:0db8:0001:0002::1'))).to.equal(network);
    expect(clientAddress(from('2001:db8:1:3::1'))).to.not.equal(network);
    expect(clientAddress(from('::1'))).to.equal('0:0:0:0');
    expect(clientAddress(from('fe80::1%eth0'))).to.equal('fe80:0:0:0');
  });

  it('is what the operator’s own proxies saw, counted from the end', () => {
    const request = from('10.0.0.1', 'evil, 203.0.113.7, 10.0.0.2');
    expect(clientAddress(request, 1)).to.equal('10.0.0.2');
    expect(clientAddress(request, 2)).to.equal('203.0.113.7');
    expect(clientAddress(from('10.0.0.1'), 1)).to.equal('10.0.0.1');
    expect(clientAddress(from('10.0.0.1', 'x\ny'), 1)).to.equal('unknown');
    expect(clientAddress(from(undefined))).to.equal('unknown');
  });
});
