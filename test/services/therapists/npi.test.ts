import { expect } from 'chai';
import fc from 'fast-check';
import { isNpi } from '../../../services/therapists/npi.js';

describe('a National Provider Identifier', () => {
  it('is known by its check digit', () => {
    expect(isNpi('1234567893')).to.equal(true);
    for (const npi of ['1234567890', '0234567893', '123456789', '12345678933', 'x234567893', ''])
      expect(isNpi(npi), npi).to.equal(false);
  });

  it('has just one right last digit, which a changed digit spoils', () => {
    const nine = fc.integer({ min: 100_000_000, max: 299_999_999 }).map(String);
    fc.assert(
      fc.property(nine, fc.nat(8), fc.integer({ min: 1, max: 9 }), (start, at, add) => {
        const right = [...'0123456789'].filter((digit) => isNpi(start + digit));
        expect(right).to.have.length(1);
        const npi = `${start}${right[0]}`;
        const changed = (Number(npi[at]) + add) % 10;
        expect(isNpi(npi.slice(0, at) + changed + npi.slice(at + 1))).to.equal(false);
      }),
    );
  });
});
