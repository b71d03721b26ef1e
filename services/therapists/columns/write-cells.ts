import type { Therapist } from '../therapist.js';
import { type CellKind, type Column, sheet } from './columns.js';

/** The columns of an exported file, in order. */
export const exportedColumns: readonly Column[] = sheet.columns.filter((column) => column.export);

/** A therapist's cells in those columns, such that `readCell` makes the same record of them. */
export function cellsOf({ credentials = [], ...therapist }: Therapist): string[] {
  const [first, ...more] = credentials;
  const fields: Record<string, unknown> = {
    ...therapist,
    ...(first && { credentials: first }),
    ...(more.length > 0 && { moreCredentials: more }),
  };
  return exportedColumns.map(({ field, as }) => {
    const [outer = '', inner] = field.split('.');
    const value = inner === undefined ? fields[outer] : (fields[outer] as Record<string, unknown>)?.[inner];
    return value === undefined ? '' : WRITERS[as](value);
  });
}

const plain = (value: unknown) => String(value);
const joined = (value: unknown) => (value as string[]).join('; ');

const WRITERS: Record<CellKind, (value: unknown) => string> = {
  text: plain,
  words: joined,
  specialties: joined,
  modalities: joined,
  insurance: joined,
  experience: (value) =>
    (value as { specialty: string; years: number }[])
      .map(({ specialty, years }) => `${specialty}: ${decimal(years)}`)
      .join('; '),
  languages: joined,
  gender: plain,
  country: plain,
  postcode: plain,
  phone: plain,
  address: plain,
  number: (value) => decimal(value as number),
  'yes or no': (value) => (value ? 'yes' : 'no'),
  date: plain,
  time: plain,
  json: (value) => JSON.stringify(value),
};

/** Without an exponent, which is no number to `readCell`. */
function decimal(number: number): string {
  return number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
