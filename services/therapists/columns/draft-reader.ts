import { type Column, sheet } from './columns.js';
import { readCell } from './read-cell.js';

/** A record that has still to be checked: whatever a row holds, at the places where it belongs. */
export type Draft = Record<string, unknown>;

/** Reads rows of these columns into drafts; undefined for a row without any text. */
export function draftReader(columns: readonly Column[]): (cells: readonly string[]) => Draft | undefined {
  const plan = columns.map(({ field, as }) => {
    const [outer = '', inner] = field.split('.');
    return { outer, inner, as };
  });
  const country = columns.findIndex(({ as }) => as === 'country');
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

/**
 * The field that a column speaks for. Contact details stand for themselves; of all else a part speaks for the
 * whole: a new city is a new location.
 */
export function coveredBy({ field }: Column): string {
  if (field.startsWith('contact.')) return field;
  return PARTS[field] ?? field.replace(/\..*$/, '');
}
const PARTS: Readonly<Record<string, string>> = {
  first: 'name',
  last: 'name',
  moreCredentials: 'credentials',
};
