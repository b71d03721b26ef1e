import type { Town } from './make-therapists.js';

/** A crowded town, twenty large ones and the rest thinly spread, of so many therapists in all. */
export function townsOf(therapists: number): { towns: Town[]; crowded: Town; large: Town; thin: Town } {
  const share = (part: number) => Math.round(therapists * part);
  const crowded = { lat: 40, lon: -100, therapists: share(0.05) };
  const larger = Array.from({ length: 20 }, (_, i) => ({
    lat: 30 + i / 2,
    lon: -90,
    therapists: share(0.005),
  }));
  const left = therapists - crowded.therapists - larger.length * share(0.005);
  const thinner = Array.from({ length: SMALL }, (_, i) => ({
    lat: 26 + (i % 40) / 2,
    lon: -120 + Math.floor(i / 40) * 0.9,
    therapists: Math.floor(left / SMALL) + (i < left % SMALL ? 1 : 0),
  }));
  return {
    towns: [crowded, ...larger, ...thinner],
    crowded,
    large: larger[0] as Town,
    thin: thinner[0] as Town,
  };
}

const SMALL = 800;
