import { z } from 'zod';
import { CodedError } from '../../../../knowledge/coded-error.js';
import { projectPath, readDataFile, shownPath } from '../../../../knowledge/data-file.js';

const name = z.string().min(1);
const COLUMNS = [
  'npi',
  'entity',
  'first',
  'last',
  'title',
  'address',
  'address2',
  'city',
  'region',
  'postcode',
  'country',
  'phone',
  'updated',
  'deactivated',
  'reactivated',
] as const;
export type NppesColumn = (typeof COLUMNS)[number];

const schema = z.strictObject({
  taxonomy: z.string().regex(/^[0-9A-Z]{10}$/),
  columns: z.record(z.enum(COLUMNS), name),
  gender: z.array(name).min(1),
  genders: z.record(z.string(), z.enum(['female', 'male', 'nonbinary'])),
  taxonomies: z.strictObject({ count: z.int().positive(), code: name, licenceNumber: name, state: name }),
  individual: name,
  capitals: z.array(name),
});

/** How the file is laid out, and what is looked for in it. */
export const nppes = readDataFile(
  projectPath('services', 'therapists', 'import', 'nppes', 'nppes.yaml'),
  schema,
);

/** One of the places where a taxonomy stands, with the licence beside it. */
type TaxonomyPlace = Record<'code' | 'licenceNumber' | 'state', number>;

/** Where each column stands among those that are read. */
export interface NppesLayout {
  /** Indexes in the file, in the order in which their cells are read. */
  wanted: number[];
  columns: Record<NppesColumn, number>;
  gender: number | undefined;
  taxonomies: TaxonomyPlace[];
}

/** @throws CodedError IMPORT_COLUMNS where a column is missing. */
export function layoutOf(names: readonly string[], file: string): NppesLayout {
  const wanted: number[] = [];
  const find = (column: string): number => {
    const index = names.indexOf(column);
    if (index < 0) {
      throw new CodedError(
        'IMPORT_COLUMNS',
        `${shownPath(file)}: is not the monthly NPPES file: it has no column "${column}"`,
      );
    }
    return wanted.push(index) - 1;
  };
  const { count, code, licenceNumber, state } = nppes.taxonomies;
  const gender = nppes.gender.find((column) => names.includes(column));
  return {
    wanted,
    columns: Object.fromEntries(
      COLUMNS.map((column) => [column, find(nppes.columns[column])]),
    ) as NppesLayout['columns'],
    gender: gender === undefined ? undefined : find(gender),
    taxonomies: Array.from({ length: count }, (_, index) => ({
      code: find(`${code}_${index + 1}`),
      licenceNumber: find(`${licenceNumber}_${index + 1}`),
      state: find(`${state}_${index + 1}`),
    })),
  };
}
