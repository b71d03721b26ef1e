import type { FilterWish, Wanted } from '../match/wanted.js';
import { has } from './lists.js';
import { NO, type RecordIndex, YES } from './record-index.js';
import { inBoth, inEither, KnownSets, type RowSet } from './row-set.js';

type WordLists = 'specialties' | 'modalities' | 'languages' | 'insurance' | 'accessibility';

/** Which rows meet which wish. What is not known meets none. */
export class Facets {
  private readonly sets: KnownSets;

  constructor(private readonly index: RecordIndex) {
    this.sets = new KnownSets(index.size);
  }

  /** Rows that have a word in one of their lists. */
  having(lists: WordLists, word: string): RowSet {
    const code = this.code(word);
    return this.sets.of(`${lists} ${word}`, (row) => has(this.index[lists], row, code));
  }

  /** Rows that meet all wishes, but for one; undefined where nothing is wished for. */
  meeting(wanted: Wanted, except?: FilterWish): RowSet | undefined {
    let rows: RowSet | undefined;
    for (const wish of Object.keys(wanted) as FilterWish[]) {
      const meeting = wish === except ? undefined : this.meetingOne(wish, wanted);
      if (meeting) rows = rows ? inBoth(rows, meeting) : meeting;
    }
    return rows;
  }

  private meetingOne(wish: FilterWish, wanted: Wanted): RowSet | undefined {
    const { index, sets } = this;
    const { gender = '', price } = wanted;
    switch (wish) {
      case 'specialties':
      case 'modalities':
      case 'languages':
        return wanted[wish]?.map((word) => this.having(wish, word)).reduce(inEither);
      case 'accessibility':
        return wanted[wish]?.map((word) => this.having(wish, word)).reduce(inBoth);
      case 'insurance':
        return this.having(wish, wanted.insurance ?? '');
      case 'gender': {
        const code = this.code(gender);
        return sets.of(`gender ${gender}`, (row) => index.genders[row] === code);
      }
      case 'accepting':
        return sets.of(wish, (row) => index.accepting[row] === YES);
      case 'withoutReferral':
        return sets.of(wish, (row) => index.needsReferral[row] === NO);
      case 'price':
        return price && this.priced(price);
    }
  }

  private priced({ atMost, currency }: { atMost: number; currency: string }): RowSet {
    const { prices, currencies } = this.index;
    const code = this.code(currency);
    return this.sets.of(
      `price ${atMost} ${currency}`,
      (row) => (prices[row] as number) <= atMost && currencies[row] === code,
    );
  }

  /** A code that no row has for a word that no row has. */
  private code(word: string): number {
    return this.index.words.indexOf(word);
  }
}
