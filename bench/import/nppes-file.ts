import { isNpi } from '../../services/therapists/npi.js';

const practice = 'Provider Business Practice Location Address';
const mailing = 'Provider Business Mailing Address';
const address = (of: string) =>
  [
    'City Name',
    'State Name',
    'Postal Code',
    'Country Code (If outside U.S.)',
    'Telephone Number',
    'Fax Number',
  ].map((part) => `${of} ${part}`);
const other = [
  'Last Name',
  'First Name',
  'Middle Name',
  'Name Prefix Text',
  'Name Suffix Text',
  'Credential Text',
];
const numbered = (count: number, names: readonly string[]) =>
  Array.from({ length: count }, (_, index) => names.map((name) => `${name}_${index + 1}`)).flat();

/** The 330 columns of the monthly file, in its order. */
export const NPPES_COLUMNS: readonly string[] = [
  'NPI',
  'Entity Type Code',
  'Replacement NPI',
  'Employer Identification Number (EIN)',
  'Provider Organization Name (Legal Business Name)',
  'Provider Last Name (Legal Name)',
  'Provider First Name',
  'Provider Middle Name',
  'Provider Name Prefix Text',
  'Provider Name Suffix Text',
  'Provider Credential Text',
  'Provider Other Organization Name',
  'Provider Other Organization Name Type Code',
  ...other.map((name) => `Provider Other ${name}`),
  'Provider Other Last Name Type Code',
  'Provider First Line Business Mailing Address',
  'Provider Second Line Business Mailing Address',
  ...address(mailing),
  'Provider First Line Business Practice Location Address',
  'Provider Second Line Business Practice Location Address',
  ...address(practice),
  'Provider Enumeration Date',
  'Last Update Date',
  'NPI Deactivation Reason Code',
  'NPI Deactivation Date',
  'NPI Reactivation Date',
  'Provider Sex Code',
  ...['Last Name', 'First Name', 'Middle Name', 'Title or Position', 'Telephone Number'].map(
    (name) => `Authorized Official ${name}`,
  ),
  ...numbered(15, [
    'Healthcare Provider Taxonomy Code',
    'Provider License Number',
    'Provider License Number State Code',
    'Healthcare Provider Primary Taxonomy Switch',
  ]),
  ...numbered(50, [
    'Other Provider Identifier',
    'Other Provider Identifier Type Code',
    'Other Provider Identifier State',
    'Other Provider Identifier Issuer',
  ]),
  'Is Sole Proprietor',
  'Is Organization Subpart',
  'Parent Organization LBN',
  'Parent Organization TIN',
  ...['Prefix Text', 'Suffix Text', 'Credential Text'].map((name) => `Authorized Official Name ${name}`),
  ...numbered(15, ['Healthcare Provider Taxonomy Group']),
  'Certification Date',
];

const places = new Map(NPPES_COLUMNS.map((name, index) => [name, index]));

/** A row of the file: quoted cells, empty but for those that are given. */
export function nppesRow(cells: Readonly<Record<string, string>>): string {
  const row = new Array<string>(NPPES_COLUMNS.length).fill('""');
  for (const [name, text] of Object.entries(cells)) {
    const place = places.get(name);
    if (place === undefined) throw new Error(`NPPES has no column "${name}"`);
    row[place] = `"${text.replaceAll('"', '""')}"`;
  }
  return `${row.join(',')}\n`;
}

export const nppesHeader = `${NPPES_COLUMNS.map((name) => `"${name}"`).join(',')}\n`;

/** The NPI that has these nine digits. */
export function npiOf(digits: number): string {
  const start = String(digits).padStart(9, '1');
  const npi = [...'0123456789'].map((digit) => start + digit).find(isNpi);
  if (npi === undefined) throw new Error('nine digits from 100000000 to 299999999 are needed');
  return npi;
}

const TAXONOMIES = ['207Q00000X', '163W00000X', '1041C0700X', '225100000X', '183500000X'];
const TOWNS = [
  ['BOSTON', 'MA', '02116'],
  ['PORTLAND', 'OR', '972051234'],
  ['AUSTIN', 'TX', '787011234'],
  ['DENVER', 'CO', '80202'],
] as const;

/** A made-up provider, the same for the same number. Every `everyth` is a massage therapist. */
export function nppesProvider(index: number, everyth: number): string {
  const [city, state, postcode] = TOWNS[index % TOWNS.length] ?? TOWNS[0];
  const isTherapist = index % everyth === 0;
  const phone = `617555${String(index % 10_000).padStart(4, '0')}`;
  const where = (of: string, first: string) => ({
    [first]: `${(index % 900) + 1} SAMPLE STREET`,
    [`${of} City Name`]: city,
    [`${of} State Name`]: state,
    [`${of} Postal Code`]: postcode,
    [`${of} Country Code (If outside U.S.)`]: 'US',
    [`${of} Telephone Number`]: phone,
  });
  return nppesRow({
    NPI: npiOf(100_000_000 + (index % 199_999_999)),
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': `SAMPLE${index}`,
    'Provider First Name': 'ROBIN',
    'Provider Credential Text': isTherapist ? 'LMT' : 'M.D.',
    ...where(mailing, 'Provider First Line Business Mailing Address'),
    ...where(practice, 'Provider First Line Business Practice Location Address'),
    'Provider Enumeration Date': '05/23/2007',
    'Last Update Date': '07/08/2024',
    'Provider Sex Code': index % 3 === 0 ? 'M' : 'F',
    'Healthcare Provider Taxonomy Code_1': TAXONOMIES[index % TAXONOMIES.length] ?? '',
    'Provider License Number_1': `A${index}`,
    'Provider License Number State Code_1': state,
    'Healthcare Provider Primary Taxonomy Switch_1': isTherapist ? 'N' : 'Y',
    ...(isTherapist && {
      'Healthcare Provider Taxonomy Code_2': '225700000X',
      'Provider License Number_2': `MT-${index}`,
      'Provider License Number State Code_2': state,
      'Healthcare Provider Primary Taxonomy Switch_2': 'Y',
    }),
    'Is Sole Proprietor': 'N',
    'Certification Date': '07/08/2024',
  });
}
