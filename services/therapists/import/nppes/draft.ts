import { sheet } from '../../columns/columns.js';
import type { Draft } from '../../columns/draft-reader.js';
import { readCell } from '../../columns/read-cell.js';
import { withoutCapitals } from './capitals.js';
import { type NppesColumn, type NppesLayout, nppes } from './layout.js';

/** The draft of a row, or undefined where it is no person in practice with the taxonomy of massage therapists. */
export function nppesDraft(
  { columns, gender, taxonomies }: NppesLayout,
  cells: readonly string[],
): Draft | undefined {
  const text = (column: NppesColumn) => cells[columns[column]]?.trim() || undefined;
  const matching = taxonomies.filter(({ code }) => cells[code] === nppes.taxonomy);
  if (matching.length === 0 || text('entity') !== nppes.individual || isDeactivated(text)) return undefined;
  const named = (column: NppesColumn) => withoutCapitals(text(column) ?? '') || undefined;
  const credentials = matching
    .map(({ licenceNumber, state }) => ({ licenceNumber: cells[licenceNumber], state: cells[state] }))
    .filter(({ licenceNumber }) => licenceNumber)
    .map((licence) => ({ title: text('title') ?? sheet.licenceTitle, ...given(licence) }));
  const country = text('country') ?? 'US';
  const phone = text('phone')?.match(/^(\d{3})-?(\d{3})-?(\d{4})$/);
  const updatedAt = readCell(text('updated') ?? '', 'time');
  return {
    ...given({
      npi: text('npi'),
      name: [named('first'), named('last')].filter(Boolean).join(' ') || undefined,
      gender: gender === undefined ? undefined : nppes.genders[cells[gender] ?? ''],
      credentials: credentials.length > 0 ? credentials : undefined,
      contact: phone && { phone: `+1-${phone.slice(1).join('-')}` },
      updatedAt,
    }),
    specialties: [],
    location: {
      ...given({
        address: [named('address'), named('address2')].filter(Boolean).join(', ') || undefined,
        city: named('city'),
        region: text('region'),
        // The last four digits of a ZIP+4 say too much for a map, and nothing for a distance.
        postcode: country === 'US' ? text('postcode')?.slice(0, 5) : text('postcode'),
      }),
      country,
    },
    source: 'nppes',
  };
}

/** What the file tells of a therapist; all else in a record comes from elsewhere. */
export const NPPES_COVERS = [
  'npi',
  'name',
  'gender',
  'credentials',
  'location',
  'contact.phone',
  'source',
  'updatedAt',
];

/** A deactivated NPI that was reactivated later is in force. */
function isDeactivated(text: (column: NppesColumn) => string | undefined): boolean {
  const ended = text('deactivated');
  if (ended === undefined) return false;
  const resumed = text('reactivated');
  return resumed === undefined || String(readCell(resumed, 'date')) < String(readCell(ended, 'date'));
}

function given(fields: Draft): Draft {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
}
