import { distanceKm, type Point } from '../match/distance.js';

/** Cells of a tenth of a degree: 11 km from south to north, less from west to east away from the equator. */
const CELLS_A_DEGREE = 10;
const ROWS = 180 * CELLS_A_DEGREE;
const COLUMNS = 360 * CELLS_A_DEGREE;
const EARTH_KM = 6371.0088;
/** So much more than the circle, so that rounding loses nobody at its edge. */
const MARGIN_DEGREES = 1e-6;

/** Cells one after the other, from west to east and then from south to north. */
export function cellOf({ lat, lon }: Point): number {
  return rowOf(lat) * COLUMNS + columnOf(lon);
}

/** First and last cell of stretches that together hold everything within the circle, and somewhat more. */
export function cellsAround({ lat, lon }: Point, radiusKm: number): [first: number, last: number][] {
  const angle = radiusKm / EARTH_KM;
  const degrees = toDegrees(angle) + MARGIN_DEGREES;
  const [south, north] = [lat - degrees, lat + degrees];
  const stretches: [number, number][] = [];
  const columns = columnsAround(lat, lon, angle, south <= -90 || north >= 90);
  for (let row = rowOf(south); row <= rowOf(north); row++) {
    for (const [west, east] of columns) stretches.push([row * COLUMNS + west, row * COLUMNS + east]);
  }
  return stretches;
}

/** The cells of stretches, one by one; undefined where there are more than `most`. */
export function cellsOfStretches(
  stretches: readonly [first: number, last: number][],
  most: number,
): number[] | undefined {
  const count = stretches.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (count > most) return undefined;
  return stretches.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

/** No point of the cell lies nearer than so many kilometres. */
export function leastKmTo(cell: number, point: Point): number {
  const middle = {
    lat: (Math.floor(cell / COLUMNS) + 0.5) / CELLS_A_DEGREE - 90,
    lon: ((cell % COLUMNS) + 0.5) / CELLS_A_DEGREE - 180,
  };
  return Math.max(0, distanceKm(middle, point) - HALF_DIAGONAL_KM);
}
/** Of a cell at the equator, where cells are widest. */
const HALF_DIAGONAL_KM = 7.9;

/** West and east of the circle, in two parts where it lies across the date line. */
function columnsAround(lat: number, lon: number, angle: number, hasPole: boolean): [number, number][] {
  const everywhere: [number, number][] = [[0, COLUMNS - 1]];
  if (hasPole || angle >= Math.PI / 2) return everywhere;
  const half = toDegrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(toRadians(lat))))) + MARGIN_DEGREES;
  if (half >= 180) return everywhere;
  const west = columnOf(lon - half < -180 ? lon - half + 360 : lon - half);
  const east = columnOf(lon + half > 180 ? lon + half - 360 : lon + half);
  if (lon - half >= -180 && lon + half <= 180) return [[west, east]];
  if (west <= east) return everywhere;
  return [
    [west, COLUMNS - 1],
    [0, east],
  ];
}

function rowOf(lat: number): number {
  return within(Math.floor((lat + 90) * CELLS_A_DEGREE), ROWS);
}

function columnOf(lon: number): number {
  return within(Math.floor((lon + 180) * CELLS_A_DEGREE), COLUMNS);
}

function within(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
