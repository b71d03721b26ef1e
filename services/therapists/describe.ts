import { remembered } from '../../knowledge/remembered.js';
import { isoDay } from './match/day.js';
import { isExpired } from './match/licence.js';
import type { Credential, Therapist } from './therapist.js';
import { labelOf } from './vocabulary/vocabulary.js';
import { knownLocale, languageName, list, monthOf } from './words.js';

// A therapist's record in words for a card. What is not known comes out as undefined, never as "unknown".

const KM_A_MILE = 1.609344;
/** Countries whose people think in miles. */
const MILES = new Set(['US', 'GB', 'LR', 'MM', 'PR']);

/** "LMT, licence MT-04417 (MA), valid to May 2027, checked September 2026"; an expired one is said plainly. */
export function describeCredential(credential: Credential, now: Date, locale = 'en'): string {
  const { title, issuer, licenceNumber, state, expiresOn, verifiedOn } = credential;
  const licence = licenceNumber && `licence ${licenceNumber}${state ? ` (${state})` : ''}`;
  const parts = [
    title,
    licence ?? (issuer || state),
    expiresOn &&
      (isExpired(expiresOn, isoDay(now))
        ? `expired in ${monthOf(expiresOn, locale)}`
        : `valid to ${monthOf(expiresOn, locale)}`),
    verifiedOn && `checked ${monthOf(verifiedOn, locale)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/**
 * "1.2 miles" or "2 km". Miles where both the locale and the country where it is use them; English without a
 * country means miles.
 */
export function describeDistance(km: number, locale = 'en-US', country = 'US'): string {
  const { miles: milesByLocale, numbers } = distanceFormat(locale);
  const miles = milesByLocale && MILES.has(country);
  const amount = miles ? km / KM_A_MILE : km;
  if (amount < 0.1) return miles ? 'less than 0.1 miles' : 'less than 0.1 km';
  const shown = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  const unit = miles ? (shown === 1 ? 'mile' : 'miles') : 'km';
  return `${numbers.format(shown)} ${unit}`;
}

const distanceFormat = remembered((locale) => {
  const known = knownLocale(locale);
  const { language, region } = new Intl.Locale(known);
  return {
    miles: region === undefined ? language === 'en' : MILES.has(region),
    numbers: new Intl.NumberFormat(known),
  };
});

/** "$90 to $140 for 60 minutes, sliding scale". */
export function describePrice(
  { price, slidingScale }: Pick<Therapist, 'price' | 'slidingScale'>,
  locale = 'en-US',
): string | undefined {
  const scale = slidingScale ? 'sliding scale' : undefined;
  if (!price) return scale && 'Sliding scale: you pay by what you earn';
  const money = (amount: number) => moneyIn(price.currency, amount, locale);
  const { min, max, minutes } = price;
  const range =
    max === undefined ? `from ${money(min)}` : max === min ? money(min) : `${money(min)} to ${money(max)}`;
  return [minutes === undefined ? range : `${range} for ${minutes} minutes`, scale]
    .filter(Boolean)
    .join(', ');
}

/** "4.8 from 61 reviews". */
export function describeRating({ rating }: Pick<Therapist, 'rating'>): string | undefined {
  if (!rating || rating.count === 0) return undefined;
  return `${rating.average.toFixed(1)} from ${rating.count} ${rating.count === 1 ? 'review' : 'reviews'}`;
}

/** "English and Spanish". */
export function describeLanguages(
  { languages }: Pick<Therapist, 'languages'>,
  locale = 'en',
): string | undefined {
  if (!languages?.length) return undefined;
  return list(languages.map((code) => languageName(code, locale)));
}

/** "14 years in practice, 9 with headaches and migraine". */
export function describeExperience({
  yearsInPractice,
  experience,
}: Pick<Therapist, 'yearsInPractice' | 'experience'>): string | undefined {
  const practice = yearsInPractice === undefined ? undefined : `${years(yearsInPractice)} in practice`;
  const particular = [...(experience ?? [])]
    .sort((a, b) => b.years - a.years)
    .map(({ specialty, years: count }) => `${years(count)} with ${labelOf('specialty', specialty)}`);
  const parts = [practice, ...particular].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

const DAYS: Record<string, string> = {
  Mo: 'Monday',
  Tu: 'Tuesday',
  We: 'Wednesday',
  Th: 'Thursday',
  Fr: 'Friday',
  Sa: 'Saturday',
  Su: 'Sunday',
};

/** "Monday to Friday 08:00 to 18:00" of "Mo-Fr 08:00-18:00"; hours written otherwise stay as they are. */
export function describeHours({ hours }: Pick<Therapist, 'hours'>): string | undefined {
  return hours
    ?.replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => DAYS[day] ?? day)
    .replace(/(?<=day|\d)\s*[-\u2013]\s*(?=[A-Z]|\d)/g, ' to ')
    .replace(/,(?=\S)/g, ', ');
}

/** "12 Sample St, Boston, MA 02139"; undefined where the record has no more than coordinates. */
export function describePlace({ location }: Pick<Therapist, 'location'>): string | undefined {
  const { address, city, region, postcode } = location;
  const parts = [address, city, [region, postcode].filter(Boolean).join(' ')].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** "Aetna and Cigna". */
export function describeInsurance({ insurance }: Pick<Therapist, 'insurance'>): string | undefined {
  return insurance?.length ? list(insurance.map((id) => labelOf('insurance', id))) : undefined;
}

/** "Deep tissue massage, shiatsu" in the order of the record. */
export function describeModalities({ modalities }: Pick<Therapist, 'modalities'>): string | undefined {
  return modalities?.length ? list(modalities.map((id) => labelOf('modality', id))) : undefined;
}

/** "Neck pain, headaches and migraine" in the order of the record. */
export function describeSpecialties({ specialties }: Pick<Therapist, 'specialties'>): string | undefined {
  return specialties.length ? list(specialties.map((id) => labelOf('specialty', id))) : undefined;
}

/** "Yes, as of November 2026", "No, as of …". */
export function describeAccepting(
  { accepting }: Pick<Therapist, 'accepting'>,
  locale = 'en',
): string | undefined {
  if (!accepting) return undefined;
  const answer = accepting.newClients ? 'Yes' : 'No';
  return accepting.asOf ? `${answer}, as of ${monthOf(accepting.asOf, locale)}` : answer;
}

/** "Within 15 km of the practice", in the locale's unit. */
export function describeHomeVisits(
  { homeVisits }: Pick<Therapist, 'homeVisits'>,
  locale = 'en-US',
): string | undefined {
  return homeVisits && `Within ${describeDistance(homeVisits.radiusKm, locale)} of the practice`;
}

/** "Spanish" of "es". */
export function languageInWords(code: string, locale = 'en'): string {
  return languageName(code, locale);
}

function years(count: number): string {
  return count < 1
    ? 'less than a year'
    : `${Math.floor(count)} ${Math.floor(count) === 1 ? 'year' : 'years'}`;
}

function moneyIn(currency: string, amount: number, locale: string): string {
  const digits = Number.isInteger(amount) ? '0' : '2';
  return moneyFormat(locale, currency, digits).format(amount);
}

const moneyFormat = remembered(
  (locale, currency, digits) =>
    new Intl.NumberFormat(knownLocale(locale), {
      style: 'currency',
      currency,
      minimumFractionDigits: Number(digits),
      maximumFractionDigits: Number(digits),
    }),
);
