import { expect } from 'chai';
import fc from 'fast-check';
import { distanceKm } from '../../../../services/therapists/match/distance.js';
import { cellOf, cellsAround } from '../../../../services/therapists/record-index/grid.js';

const point = fc.record({
  lat: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, -89.95, 0, 89.95, 90)),
  lon: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, -179.99, 179.99, 180)),
});
const radius = fc.oneof(
  fc.double({ min: 0.01, max: 300, noNaN: true }),
  fc.constantFrom(5000, 10_000, 20_100),
);
const near = fc.double({ min: -1, max: 1, noNaN: true });

describe('the cells around a place', () => {
  it('hold every point of the circle, across poles and date line as well', () => {
    fc.assert(
      fc.property(point, radius, near, near, (middle, km, up, right) => {
        // Half of the points would lie on the other side of the world and say nothing.
        const other = {
          lat: Math.min(90, Math.max(-90, middle.lat + (up * km) / 80)),
          lon: ((middle.lon + (right * km) / 20 + 540) % 360) - 180,
        };
        fc.pre(distanceKm(middle, other) <= km);
        const cell = cellOf(other);
        expect(cellsAround(middle, km).some(([first, last]) => first <= cell && cell <= last)).to.equal(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('are never named twice, so that nobody is found twice', () => {
    fc.assert(
      fc.property(point, radius, (middle, km) => {
        const stretches = cellsAround(middle, km).sort(([a], [b]) => a - b);
        for (const [place, [first, last]] of stretches.entries()) {
          expect(first).to.be.at.most(last);
          expect(first).to.be.greaterThan(stretches[place - 1]?.[1] ?? -1);
        }
      }),
    );
  });

  it('are few around a town', () => {
    const cells = cellsAround({ lat: 42.36, lon: -71.06 }, 16).map(([first, last]) => last - first + 1);
    expect(cells.reduce((sum, one) => sum + one, 0)).to.be.at.most(30);
  });
});
