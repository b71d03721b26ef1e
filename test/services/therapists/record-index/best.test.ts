import { expect } from 'chai';
import fc from 'fast-check';
import { Best } from '../../../../services/therapists/record-index/best.js';

it('the best of what is offered are those that a sort puts first', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 200 }));
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 8 }), (all, most) => {
      const best = new Best<number>(most, (a, b) => b - a);
      for (const one of all) best.offer(one);
      const sorted = [...all].sort((a, b) => b - a).slice(0, most);
      expect(best.kept).to.deep.equal(sorted);
      expect(best.worst).to.equal(sorted[most - 1]);
    }),
  );
});
