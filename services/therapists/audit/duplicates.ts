import { stateCode } from '../../places/state-code.js';
import type { Therapist } from '../therapist.js';
import { spaced } from '../vocabulary/find-words.js';
import type { Fault } from './fault.js';

/** Tells therapists who seem to be in the directory twice: by NPI, by licence, by name and place. */
export class Duplicates {
  private readonly ids = new Map<string, string>();

  /** The faults of a record beside those that were looked at before it. */
  faultsOf(therapist: Therapist): Fault[] {
    const { id, npi, name, location, credentials = [] } = therapist;
    const place = location.postcode?.slice(0, 5) ?? (location.city && spaced(location.city));
    const keys: [string, string, string | undefined][] = [
      ['npi', 'NPI', npi],
      ...credentials.map(({ licenceNumber, state }, index): [string, string, string | undefined] => [
        `credentials.${index}.licenceNumber`,
        'licence',
        licenceNumber && state && `${stateCode(state) ?? state}|${spaced(licenceNumber)}`,
      ]),
      ['name', 'name and place', place && `${spaced(name)}|${place}`],
    ];
    return keys.flatMap(([field, what, value]) => {
      if (value === undefined || value === '') return [];
      const key = `${what}|${value}`;
      const earlier = this.ids.get(key);
      this.ids.set(key, earlier ?? id);
      return earlier === undefined || earlier === id
        ? []
        : [{ field, fault: `"${earlier}" has the same ${what}; keep one of the two` }];
    });
  }
}
