import { expect } from 'chai';
import fc from 'fast-check';
import { SeenLines } from '../../../../../services/therapists/import/check/seen-lines.js';

describe('the lines on which keys were seen', () => {
  it('are those that a map would tell, however often the table grows', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (keys) => {
        const seen = new SeenLines(4);
        const map = new Map<string, number>();
        for (const [index, key] of keys.entries()) {
          expect(seen.lineOf(key)).to.equal(map.get(key));
          seen.add(key, index + 1);
          map.set(key, index + 1);
        }
        for (const [key, line] of map) expect(seen.lineOf(key)).to.equal(line);
      }),
    );
  });
});
