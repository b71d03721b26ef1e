import { sheet } from '../../columns/columns.js';
import { readCell } from '../../columns/read-cell.js';
import type { Draft } from '../imported-row.js';
import type { PlacedColumn } from './header.js';

/** Reads a row's cells into a draft; undefined for a row without any text. */
export function draftOf(columns: readonly PlacedColumn[], cells: readonly string[]): Draft | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  const values = new Map<string, unknown>();
  const country = columns.findIndex(({ column }) => column.as === 'country');
  const named = country < 0 ? undefined : readCell(cells[country] ?? '', 'country');
  const read = typeof named === 'string' ? named : undefined;
  for (const [place, { column }] of columns.entries()) {
    const value = readCell(cells[place] ?? '', column.as, read);
    if (value !== undefined) values.set(column.field, value);
  }
  return assemble(values);
}

function assemble(values: Map<string, unknown>): Draft {
  const { first, last, credentials: own, moreCredentials, price, ...draft } = nested(values);
  if (draft.name === undefined && (first !== undefined || last !== undefined))
    draft.name = [first, last].filter(Boolean).join(' ');
  const credentials = [own && { title: sheet.licenceTitle, ...own }, moreCredentials]
    .flat()
    .filter((one) => one !== undefined);
  if (credentials.length > 0) draft.credentials = credentials;
  // A column that says USD in every row is no price.
  if (values.has('price.min') || values.has('price.max')) draft.price = price;
  draft.specialties ??= [];
  return draft;
}

/** `location.lat` becomes `{location: {lat}}`. */
function nested(values: Map<string, unknown>): Draft {
  const draft: Draft = {};
  for (const [field, value] of values) {
    const [outer = '', inner] = field.split('.');
    if (inner === undefined) draft[outer] = value;
    else draft[outer] = { ...(draft[outer] as Draft | undefined), [inner]: value };
  }
  return draft;
}
