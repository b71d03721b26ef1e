import type { Credential, Therapist } from '../therapist.js';
import { dayOf } from './day.js';

/** Best first. */
export const STANDINGS = ['verified', 'unexpired', 'unknown', 'expired'] as const;
export type LicenceStanding = (typeof STANDINGS)[number];

export interface Licence {
  standing: LicenceStanding;
  /** The credential that decides it. */
  credential?: Credential;
}

/**
 * How the licence stands on a day. One credential in force is enough; `expired` means that all whose end is
 * known are past it and none is without an end.
 */
export function licenceOf(therapist: Therapist, today: number, verifiedWithinDays: number): Licence {
  const ranked = (therapist.credentials ?? [])
    .map((credential) => ({
      credential,
      standing: standingOf(
        dayOf(credential.expiresOn),
        dayOf(credential.verifiedOn),
        today,
        verifiedWithinDays,
      ),
    }))
    .sort(
      (a, b) =>
        STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) || latest(a.credential, b.credential),
    );
  return ranked[0] ?? { standing: 'unknown' };
}

/** One credential on a day. Days as of `dayOf`; NaN is not known. A licence is good on its last day. */
export function standingOf(
  expiresOn: number,
  verifiedOn: number,
  today: number,
  verifiedWithinDays: number,
): LicenceStanding {
  if (expiresOn < today) return 'expired';
  if (verifiedOn <= today && verifiedOn >= today - verifiedWithinDays) return 'verified';
  return Number.isNaN(expiresOn) ? 'unknown' : 'unexpired';
}

/** `day` is an ISO date. */
export function isExpired(expiresOn: string | undefined, day: string): boolean {
  return expiresOn !== undefined && expiresOn < day;
}

function latest(a: Credential, b: Credential): number {
  return (b.expiresOn ?? '').localeCompare(a.expiresOn ?? '');
}
