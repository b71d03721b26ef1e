import { z } from 'zod';
import { projectPath, readDataFile } from '../../../knowledge/data-file.js';

const KINDS = [
  'text',
  'words',
  'specialties',
  'modalities',
  'insurance',
  'experience',
  'languages',
  'gender',
  'country',
  'postcode',
  'phone',
  'address',
  'number',
  'yes or no',
  'date',
  'time',
  'json',
] as const;
/** How a column's cells are read and written. */
export type CellKind = (typeof KINDS)[number];

const columnSchema = z.strictObject({
  column: z.string().min(1),
  field: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/),
  as: z.enum(KINDS),
  names: z.array(z.string().min(1)),
  export: z.boolean().default(true),
});
export type Column = z.infer<typeof columnSchema>;

const words = z.array(z.string()).min(1);
const schema = z.strictObject({
  columns: z.array(columnSchema).superRefine((columns, context) => {
    const taken = new Set<string>();
    for (const [index, { column, names }] of columns.entries()) {
      for (const name of new Set([column, ...names].map(columnKey))) {
        if (taken.has(name)) context.addIssue({ code: 'custom', path: [index], message: TWICE(name) });
        taken.add(name);
      }
    }
  }),
  unknown: words,
  yes: words,
  no: words,
  gender: z.strictObject({ female: words, male: words, nonbinary: words }),
  countries: z.record(z.string().regex(/^[A-Z]{2}$/), words),
  currencies: z.record(z.string().regex(/^[A-Z]{2}$/), z.string().regex(/^[A-Z]{3}$/)),
  licenceTitle: z.string().min(1),
});
const TWICE = (name: string) => `"${name}" already names another column`;

/** The vocabulary of spreadsheets. */
export const sheet = readDataFile(projectPath('services', 'therapists', 'columns', 'columns.yaml'), schema);

const byName = new Map(
  sheet.columns.flatMap((column) =>
    [column.column, ...column.names].map((name) => [columnKey(name), column] as const),
  ),
);

/** The column that a header cell means, whatever its capitals, spaces and dashes. */
export function columnNamed(header: string): Column | undefined {
  return byName.get(columnKey(header));
}

/** "licencenumber" of "Licence number", "licence_number" and "licenceNumber". */
function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
