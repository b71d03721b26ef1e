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
  { therapist, distanceKm, reasons, cautions }: Match,
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
    reasons: reasons.filter((reason) => !cautions.includes(reason)),
    ...(cautions.length > 0 && { cautions }),
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
function linksOf(therapist: Therapist): TherapistCard['links'] {
  const { phone, email, website, booking } = therapist.contact ?? {};
  return [
    ...(phone ? [{ label: `Call ${phone}`, url: telephoneLink(phone) }] : []),
    ...(email ? [{ label: 'Write an e-mail', url: `mailto:${email}` }] : []),
    ...(website ? [{ label: 'Website', url: website }] : []),
    ...(booking ? [{ label: 'Book', url: booking }] : []),
    { label: 'Map', url: mapLink(therapist) },
  ];
}

/** Digits and a leading plus; the zero of "+44 (0)20 …" is not dialled behind a country's code. */
function telephoneLink(phone: string): string {
  const dialled = phone.startsWith('+') ? phone.replace(/\(0\)/, '') : phone;
  return `tel:${dialled.replace(/[^+\d]/g, '')}`;
}

/** Opens the maps app of a telephone, else a page: of the address where there is one, else of the coordinates. */
function mapLink(therapist: Therapist): string {
  const { address, city, postcode, lat, lon } = therapist.location;
  const isAddress = address !== undefined && (city !== undefined || postcode !== undefined);
  const query = (isAddress && describePlace(therapist)) || `${lat},${lon}`;
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}
