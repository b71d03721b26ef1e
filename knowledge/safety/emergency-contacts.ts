import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import { remembered } from '../remembered.js';
import type { Reason } from './assessment.js';

export { regionSaid } from './region-said.js';

const numberSchema = z.strictObject({
  label: z.string(),
  number: z.string().regex(/^[#\d][\d -]*$/, 'write the number as it is dialled, in quotes'),
  note: z.string().optional(),
});
/** "911", or a number with its note. */
const emergencySchema = z.union([
  z.string().regex(/^\d+$/, 'write the number in quotes'),
  z.strictObject({ number: z.string(), note: z.string() }),
]);
const regionSchema = z.strictObject({
  name: z.string(),
  emergency: emergencySchema,
  crisis_line: z.array(numberSchema).optional(),
  poison_control: z.array(numberSchema).optional(),
  domestic_violence_line: z.array(numberSchema).optional(),
});
const fileSchema = z.strictObject({
  /** Other codes for the same region: UK for GB, member states for EU. */
  aliases: z.record(z.string(), z.array(z.string())),
  /** Shown where the region is unknown, in this order. */
  unsure: z.array(z.strictObject({ region: z.string(), name: z.string() })).nonempty(),
  regions: z.record(z.string().regex(/^[A-Z]{2}$/), regionSchema),
});
type EmergencyNumbers = z.infer<typeof fileSchema>;
type RegionNumbers = z.infer<typeof regionSchema>;

export interface Contact {
  label: string;
  /** As dialled and shown. */
  number: string;
  note?: string;
}

let loaded: EmergencyNumbers | undefined;

/**
 * Whom to call. The region is what the patient said, else the one configured, else the locale's country;
 * where none is known, the numbers that serve most people. A crisis line stands first, other lines last.
 */
export function emergencyContacts(input: {
  said?: string | undefined;
  configured?: string | undefined;
  locale?: string | undefined;
  actions?: Reason['action'][] | undefined;
}): Contact[] {
  loaded ??= readDataFile(projectPath('knowledge', 'safety', 'emergency-numbers.yaml'), fileSchema);
  const numbers = loaded;
  const region = [input.said, input.configured, countryOf(input.locale)]
    .map((code) => known(code, numbers))
    .find((code) => code !== undefined);
  const places = region ? [{ region, name: numbers.regions[region]?.name ?? region }] : numbers.unsure;
  const lines = (action: NonNullable<Reason['action']>) =>
    input.actions?.includes(action)
      ? places.flatMap((place) =>
          linesOf(numbers.regions[place.region], action, region ? undefined : place.name),
        )
      : [];
  const emergency = places.flatMap((place) => emergencyOf(numbers.regions[place.region], place.name));
  const all = [
    ...lines('crisis_line'),
    ...emergency,
    ...lines('poison_control'),
    ...lines('domestic_violence_line'),
  ];
  return all.filter((contact, at) => all.findIndex((other) => sameCall(contact, other)) === at);
}

function known(code: string | undefined, numbers: EmergencyNumbers): string | undefined {
  const wanted = code?.trim().toUpperCase();
  if (!wanted) return undefined;
  if (numbers.regions[wanted]) return wanted;
  return Object.entries(numbers.aliases).find(([, codes]) => codes.includes(wanted))?.[0];
}

/** "en-GB" is GB; "en" and what is no locale at all is nowhere. */
function countryOf(locale: string | undefined): string | undefined {
  return locale ? regionOfTag(locale) || undefined : undefined;
}

const regionOfTag = remembered((locale) => {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).region ?? '';
  } catch {
    return '';
  }
});

function emergencyOf(region: RegionNumbers | undefined, name: string): Contact[] {
  if (!region) return [];
  const label = `Emergency services (${name})`;
  return [
    typeof region.emergency === 'string'
      ? { label, number: region.emergency }
      : { label, ...region.emergency },
  ];
}

function linesOf(
  region: RegionNumbers | undefined,
  action: NonNullable<Reason['action']>,
  place: string | undefined,
): Contact[] {
  return (region?.[action] ?? []).map(({ label, number, note }) => ({
    label: place ? `${label} (${place})` : label,
    number,
    ...(note ? { note } : {}),
  }));
}

function sameCall(a: Contact, b: Contact): boolean {
  return a.number === b.number && a.label === b.label;
}
