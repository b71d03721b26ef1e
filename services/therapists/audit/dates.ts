import { dayOf } from '../match/day.js';
import { weights } from '../match/weights.js';
import type { Therapist } from '../therapist.js';
import type { Fault } from './fault.js';

/** Licences that have run out, and dates so old that the rank no longer trusts them. `today` as of `dayOf`. */
export function outdated({ credentials = [], accepting, updatedAt }: Therapist, today: number): Fault[] {
  const { agingDays } = weights.freshness;
  const { verifiedWithinDays } = weights.licence;
  return [
    ...credentials.flatMap(({ expiresOn, verifiedOn }, index) => [
      dayOf(expiresOn) < today && fault(`credentials.${index}.expiresOn`, `expired on ${expiresOn}`),
      dayOf(verifiedOn) < today - verifiedWithinDays &&
        fault(`credentials.${index}.verifiedOn`, `was last looked up on ${verifiedOn}; look it up again`),
    ]),
    dayOf(accepting?.asOf) < today - agingDays &&
      fault('accepting.asOf', `is of ${accepting?.asOf}; ask whether new clients are still taken, or not`),
    dayOf(updatedAt) < today - agingDays &&
      fault('updatedAt', `is of ${updatedAt?.slice(0, 10)}; ask whether all of it is still so`),
  ].filter((one) => one !== false);
}

function fault(field: string, words: string): Fault {
  return { field, fault: words };
}
