/** Mean radius of the earth (IUGG), in kilometres. */
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

export interface Point {
  lat: number;
  lon: number;
}

/** Great-circle distance in kilometres (haversine: exact for near and for far, and across the date line). */
export function distanceKm(a: Point, b: Point): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A point as a vector of length one from the middle of the earth. */
export function unitVector({ lat, lon }: Point): [number, number, number] {
  const circle = Math.cos(lat * RADIANS);
  return [circle * Math.cos(lon * RADIANS), circle * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

/** The square of the straight line between unit vectors whose points lie so many kilometres apart. */
export function squaredChord(km: number): number {
  const half = Math.sin(Math.min(km / EARTH_KM, Math.PI) / 2);
  return 4 * half * half;
}
