import type { Therapist } from '../../../services/therapists/therapist.js';

/** A therapist with no more than the required fields, and whatever a test adds. */
export function makeTherapist(id: string, more: Partial<Therapist> = {}): Therapist {
  return {
    id,
    name: `Name of ${id}`,
    specialties: ['neck-pain'],
    location: { lat: 42.36, lon: -71.06 },
    ...more,
  };
}

/** A directory's text. */
export function directoryText(therapists: readonly Therapist[]): string {
  return JSON.stringify({ version: 1, therapists });
}
