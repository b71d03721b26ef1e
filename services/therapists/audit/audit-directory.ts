import type { Places } from '../../places/places.js';
import { checkDraft, latestDay } from '../import/check/check-draft.js';
import { Locator } from '../import/check/locate.js';
import { dayOf } from '../match/day.js';
import type { Therapist } from '../therapist.js';
import { deadContacts } from './contact.js';
import { outdated } from './dates.js';
import { Duplicates } from './duplicates.js';
import type { Fault } from './fault.js';
import { suspiciousTexts } from './suspicious-text.js';

/** What an operator should look at, record by record; those in order are left out. */
export async function* auditDirectory(
  therapists: AsyncIterable<Therapist> | Iterable<Therapist>,
  { places, now }: { places: Places; now: Date },
): AsyncGenerator<{ id: string; faults: Fault[] }> {
  const locator = new Locator(places);
  const duplicates = new Duplicates();
  for await (const therapist of therapists) {
    const faults = [
      ...(await wrong(therapist, locator, now)),
      ...outdated(therapist, dayOf(now)),
      ...deadContacts(therapist),
      ...duplicates.faultsOf(therapist),
      ...suspiciousTexts(therapist),
    ];
    if (faults.length > 0) yield { id: therapist.id, faults };
  }
}

/** What an import would have refused; the file can also be written by hand. */
async function wrong(therapist: Therapist, locator: Locator, now: Date): Promise<Fault[]> {
  const { location } = therapist;
  const misplaced = await locator.locate({ location: { ...location } });
  const checked = checkDraft({ ...therapist }, latestDay(now));
  return [misplaced, 'reason' in checked ? checked.reason : undefined].flatMap((reason) => {
    if (reason === undefined) return [];
    const [, field = '', fault = reason] = /^([\w.]+): (.*)$/s.exec(reason) ?? [];
    return [{ field, fault }];
  });
}
