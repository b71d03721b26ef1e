import { sheet } from '../../columns/columns.js';
import { readCell } from '../../columns/read-cell.js';
import type { Draft } from '../imported-row.js';
import type { PlacedColumn } from './header.js';

/** Reads rows of these columns into drafts; undefined for a row without any text. */
export function draftReader(
  columns: readonly PlacedColumn[],
): (cells: readonly string[]) => Draft | undefined {
  const plan = columns.map(({ column: { field, as } }) => {
    const [outer = '', inner] = field.split('.');
    return { outer, inner, as };
  });
  const country = columns.findIndex(({ column }) => column.as === 'country');
  return (cells) => {
    if (cells.every(isBlank)) return undefined;
    const named = country < 0 ? undefined : readCell(cells[country] ?? '', 'country');
    const where = typeof named === 'string' ? named : undefined;
    const draft: Draft = {};
    for (const [place, { outer, inner, as }] of plan.entries()) {
      const cell = cells[place];
      const value = cell ? readCell(cell, as, where) : undefined;
      if (value === undefined) continue;
      if (inner === undefined) draft[outer] = value;
      else {
        draft[outer] ??= {};
        (draft[outer] as Draft)[inner] = value;
      }
    }
    return assembled(draft);
  };
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

/** Puts together what is parted in a sheet, and leaves out what says nothing alone. */
function assembled({ first, last, credentials: own, moreCredentials, price, ...draft }: Draft): Draft {
  if (draft.name === undefined && (first !== undefined || last !== undefined))
    draft.name = [first, last].filter(Boolean).join(' ');
  const credentials = [own && { title: sheet.licenceTitle, ...own }, moreCredentials]
    .flat()
    .filter((one) => one !== undefined);
  if (credentials.length > 0) draft.credentials = credentials;
  // A column that says USD in every row is no price.
  if (isPrice(price)) draft.price = price;
  draft.specialties ??= [];
  return draft;
}

function isPrice(price: unknown): boolean {
  const { min, max } = (price ?? {}) as Draft;
  return min !== undefined || max !== undefined;
}
