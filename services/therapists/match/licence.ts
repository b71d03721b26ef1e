import type { Credential, Therapist } from '../therapist.js';

type LicenceStanding = 'verified' | 'unexpired' | 'unknown' | 'expired';

export interface Licence {
  standing: LicenceStanding;
  /** The credential that decides it. */
  credential?: Credential;
}

/**
 * How the licence stands on a day. One credential in force is enough; `expired` means that all whose end is
 * known are past it and none is without an end.
 */
export function licenceOf(therapist: Therapist, today: Date, verifiedWithinDays: number): Licence {
  const day = isoDay(today);
  const since = isoDay(new Date(today.getTime() - verifiedWithinDays * DAY_MS));
  const ranked = (therapist.credentials ?? [])
    .map((credential) => ({ credential, standing: standingOf(credential, day, since) }))
    .sort(
      (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || latest(a.credential, b.credential),
    );
  return ranked[0] ?? { standing: 'unknown' };
}

/** Best first. */
const ORDER: readonly LicenceStanding[] = ['verified', 'unexpired', 'unknown', 'expired'];
const DAY_MS = 86_400_000;

function standingOf({ expiresOn, verifiedOn }: Credential, day: string, since: string): LicenceStanding {
  if (isExpired(expiresOn, day)) return 'expired';
  if (verifiedOn !== undefined && verifiedOn >= since && verifiedOn <= day) return 'verified';
  return expiresOn === undefined ? 'unknown' : 'unexpired';
}

/** A licence is good on its last day. `day` is an ISO date. */
export function isExpired(expiresOn: string | undefined, day: string): boolean {
  return expiresOn !== undefined && expiresOn < day;
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function latest(a: Credential, b: Credential): number {
  return (b.expiresOn ?? '').localeCompare(a.expiresOn ?? '');
}
