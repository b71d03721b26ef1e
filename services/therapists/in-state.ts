import { stateCode } from '../places/state-code.js';
import type { Therapist } from './therapist.js';

/** Whether a therapist works in the state or province of that code, however the record writes it. */
export function inState({ location: { region } }: Therapist, code: string): boolean {
  return region !== undefined && stateCode(region) === code;
}
