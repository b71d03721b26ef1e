/** Mean radius of the earth (IUGG), in kilometres. */
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

export interface Point {
  lat: number;
  lon: number;
}

export type UnitVector = readonly [x: number, y: number, z: number];

/**
 * A point as a vector of length one from the middle of the earth. Directories keep it with each record, because
 * the sines and cosines of two engines differ in their last bit; what follows from it does not: sums, products
 * and square roots are the same in all.
 */
export function unitVector({ lat, lon }: Point): UnitVector {
  const circle = Math.cos(lat * RADIANS);
  return [
    rounded(circle * Math.cos(lon * RADIANS)),
    rounded(circle * Math.sin(lon * RADIANS)),
    rounded(Math.sin(lat * RADIANS)),
  ];
}

/** To 6 nanometres: squares of smaller differences would be too small for a number, which databases refuse. */
function rounded(part: number): number {
  return Math.round(part * 2 ** 50) / 2 ** 50;
}

/** The square of the straight line between two unit vectors. */
export function squaredChord(a: UnitVector, [x, y, z]: UnitVector): number {
  return squaredLength(a[0] - x, a[1] - y, a[2] - z);
}

/** Added up in this order in every engine. */
export function squaredLength(x: number, y: number, z: number): number {
  return x * x + y * y + z * z;
}

/** The squared chord of points that lie so many kilometres apart, along the earth's surface. */
export function squaredChordOf(km: number): number {
  const half = Math.sin(Math.min(km / EARTH_KM, Math.PI) / 2);
  return 4 * half * half;
}

/** Kilometres along the earth's surface (great circle). */
export function kmOf(squared: number): number {
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

export function distanceKm(a: Point, b: Point): number {
  return kmOf(squaredChord(unitVector(a), unitVector(b)));
}
