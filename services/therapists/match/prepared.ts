import type { Therapist } from '../therapist.js';
import { distanceKm, type Point, squaredChord, unitVector } from './distance.js';

/** A therapist in reach of the widest search. */
export interface Near {
  therapist: Therapist;
  km: number;
}

/** Therapists with where they are as points on the unit sphere, three numbers each. */
export interface PreparedTherapists {
  therapists: readonly Therapist[];
  vectors: Float64Array;
}

export function prepareTherapists(therapists: readonly Therapist[]): PreparedTherapists {
  const vectors = new Float64Array(therapists.length * 3);
  for (const [index, { location }] of therapists.entries()) vectors.set(unitVector(location), index * 3);
  return { therapists, vectors };
}

/** All within the radius. The straight line through the earth sorts most out before the exact distance is taken. */
export function within({ therapists, vectors }: PreparedTherapists, near: Point, radiusKm: number): Near[] {
  const [x, y, z] = unitVector(near);
  // A little more than the radius: rounding must not lose one who stands right on it.
  const most = squaredChord(radiusKm) * 1.000001 + 1e-12;
  const found: Near[] = [];
  for (let index = 0, at = 0; index < therapists.length; index++, at += 3) {
    const dx = (vectors[at] ?? 0) - x;
    const dy = (vectors[at + 1] ?? 0) - y;
    const dz = (vectors[at + 2] ?? 0) - z;
    const therapist = dx * dx + dy * dy + dz * dz <= most ? therapists[index] : undefined;
    if (!therapist) continue;
    const km = distanceKm(near, therapist.location);
    if (km <= radiusKm) found.push({ therapist, km });
  }
  return found;
}
