import {
  describeCredential,
  describeDistance,
  describeExperience,
  describeHours,
  describeInsurance,
  describeLanguages,
  describeModalities,
  describePlace,
  describePrice,
  describeSpecialties,
} from '../../services/therapists/describe.js';
import type { Match } from '../../services/therapists/directory.js';
import type { Therapist } from '../../services/therapists/therapist.js';
import type { TherapistCard } from '../views/view.js';

/**
 * A match as a card: what is known, in words; what is not known is left out. Reviews and new clients stand among
 * the reasons.
 */
export function therapistCard(
  { therapist, distanceKm, reasons }: Match,
  locale: string,
  now: Date,
  country?: string,
): TherapistCard {
  return {
    id: therapist.id,
    name: therapist.name,
    credentials: (therapist.credentials ?? []).map((credential) =>
      describeCredential(credential, now, locale),
    ),
    distance: describeDistance(distanceKm, locale, country),
    place: describePlace(therapist) ?? '',
    reasons,
    facts: factsOf(therapist, locale),
    links: linksOf(therapist),
  };
}

function factsOf(therapist: Therapist, locale: string): TherapistCard['facts'] {
  const facts: [label: string, value: string | undefined][] = [
    ['Works with', describeSpecialties(therapist)],
    ['Experience', describeExperience(therapist)],
    ['Techniques', describeModalities(therapist)],
    ['Speaks', describeLanguages(therapist, locale)],
    ['Cost', describePrice(therapist, locale)],
    ['Insurance', describeInsurance(therapist)],
    ['Hours', describeHours(therapist)],
    ['Referral', therapist.needsReferral ? "Needs a physician's referral" : undefined],
    ['Access', therapist.accessibility?.join(', ')],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** Call, write, book, and a map of the place. */
function linksOf({ contact, location }: Therapist): TherapistCard['links'] {
  const { phone, email, website, booking } = contact ?? {};
  return [
    ...(phone ? [{ label: `Call ${phone}`, url: `tel:${phone.replace(/[^+\d]/g, '')}` }] : []),
    ...(email ? [{ label: 'Write an e-mail', url: `mailto:${email}` }] : []),
    ...(website ? [{ label: 'Website', url: website }] : []),
    ...(booking ? [{ label: 'Book', url: booking }] : []),
    {
      label: 'Map',
      url: `https://www.openstreetmap.org/?mlat=${location.lat}&mlon=${location.lon}#map=16/${location.lat}/${location.lon}`,
    },
  ];
}
