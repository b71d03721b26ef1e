import type { FilterWish, Wanted } from '../match/wanted.js';
import { has, hasAny, type Lists } from './lists.js';
import { NO, type RecordIndex, YES } from './record-index.js';

type RowFilter = (row: number) => boolean;

/** The filters that wishes ask for, over the rows of an index. What is not known meets no wish. */
export function rowFilters(index: RecordIndex, wanted: Wanted, except?: FilterWish): RowFilter[] {
  const { gender, insurance, price, accessibility } = wanted;
  const code = (word: string) => index.words.indexOf(word);
  const anyOf = (words: readonly string[] | undefined, lists: Lists): RowFilter | undefined => {
    const codes = words?.map(code);
    return codes && ((row) => hasAny(lists, row, codes));
  };
  const is = (column: Uint32Array, word: string): RowFilter => {
    const wantedCode = code(word);
    return (row) => column[row] === wantedCode;
  };
  const needs = accessibility?.map(code);
  const priced = price && is(index.currencies, price.currency);
  const filters: Record<FilterWish, RowFilter | false | undefined> = {
    gender: gender !== undefined && is(index.genders, gender),
    accepting: wanted.accepting && ((row) => index.accepting[row] === YES),
    withoutReferral: wanted.withoutReferral && ((row) => index.needsReferral[row] === NO),
    price: priced && ((row) => (index.prices[row] as number) <= price.atMost && priced(row)),
    specialties: anyOf(wanted.specialties, index.specialties),
    modalities: anyOf(wanted.modalities, index.modalities),
    languages: anyOf(wanted.languages, index.languages),
    insurance: anyOf(insurance === undefined ? undefined : [insurance], index.insurance),
    accessibility: needs && ((row) => needs.every((need) => has(index.accessibility, row, need))),
  };
  return Object.entries(filters).flatMap(([wish, filter]) => (filter && wish !== except ? [filter] : []));
}
