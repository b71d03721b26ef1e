/** A made-up clinic's list, with columns as people name them. */
export const therapistsHeader =
  'ID,Full name,Gender,Languages,Specialties,Techniques,Years,Street,City,State,ZIP,Accepting new clients,Insurance,Price,Price to,Minutes,Phone,Email,Website,Credential,License number,License state,Expires\n';

const SPECIALTIES = ['neck pain; migraine', 'back pain', 'sports; knee', 'jaw, headache', 'prenatal'];
const TOWNS = ['Boston,MA,02116', 'Portland,OR,97205', 'Austin,TX,78701', 'Denver,CO,80202'];

export function therapistsRow(index: number): string {
  const pick = (values: readonly string[]) => values[index % values.length] ?? '';
  return [
    `sample-${index}`,
    `Robin Sample${index}`,
    pick(['F', 'M', 'nonbinary']),
    pick(['English', '"English, Spanish"']),
    `"${pick(SPECIALTIES)}"`,
    pick(['deep tissue', 'trigger point;myofascial release']),
    index % 40,
    `${(index % 900) + 1} Sample St`,
    pick(TOWNS),
    pick(['yes', 'no', '']),
    pick(['Aetna', 'BCBS;Cigna', '']),
    `$${60 + (index % 60)}`,
    `$${120 + (index % 60)}`,
    60,
    `(617) 555-${String(index % 10_000).padStart(4, '0')}`,
    `robin${index}@example.org`,
    'www.example.org',
    'LMT',
    `MT-${index}`,
    pick(['MA', 'OR', 'TX', 'CO']),
    '5/31/2030\n',
  ].join(',');
}
