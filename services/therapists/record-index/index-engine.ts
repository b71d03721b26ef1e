import { squaredChord, type UnitVector } from '../match/distance.js';
import type { Ranking } from '../match/ranking.js';
import type { MatchEngine, Radius, Ranked } from '../match/search.js';
import type { FilterWish } from '../match/wanted.js';
import type { Therapist } from '../therapist.js';
import { Best } from './best.js';
import { firstAt } from './find-row.js';
import { cellsAround } from './grid.js';
import type { RecordIndex } from './record-index.js';
import { rowFilters } from './row-filters.js';
import { rowScore, StandingPoints } from './row-points.js';

/** Searches an index; `recordAt` reads the record of a row. */
export function indexEngine(index: RecordIndex, recordAt: (row: number) => Therapist): MatchEngine<number> {
  let standing: StandingPoints | undefined;

  function best(ranking: Ranking, radius: Radius, most: number): Ranked<number>[] {
    if (!standing?.holdFor(ranking)) standing = new StandingPoints(index, ranking.today, ranking.weights);
    const points = standing;
    const asked = ranking.asked.map((word) => index.words.indexOf(word));
    const found = new Best<Ranked<number>>(most, (a, b) => compare(index, a, b));
    forEachFitting(index, ranking, radius, undefined, (row, chord) => {
      const score = rowScore(index, row, chord, points.of(row), asked, ranking);
      if (score >= (found.worst?.score ?? score)) found.offer({ key: row, squaredChord: chord, score });
    });
    return found.kept;
  }

  function count(ranking: Ranking, radius: Radius, except?: FilterWish): number {
    let fitting = 0;
    forEachFitting(index, ranking, radius, except, () => fitting++);
    return fitting;
  }

  return { best, count, records: (rows) => rows.map(recordAt) };
}

/** The higher score first, then the nearer, then the id. */
function compare({ idRanks }: RecordIndex, a: Ranked<number>, b: Ranked<number>): number {
  return (
    b.score - a.score ||
    a.squaredChord - b.squaredChord ||
    (idRanks[a.key] as number) - (idRanks[b.key] as number)
  );
}

function forEachFitting(
  index: RecordIndex,
  { near, vector, wanted }: Ranking,
  radius: Radius,
  except: FilterWish | undefined,
  visit: (row: number, squaredChord: number) => void,
): void {
  const filters = rowFilters(index, wanted, except);
  for (const [first, last] of cellsAround(near, radius.km)) {
    const from = firstAt(index.cells, (cell) => cell >= first);
    for (let row = from; row < index.size && (index.cells[row] as number) <= last; row++) {
      const chord = squaredChord(vectorAt(index, row), vector);
      if (chord <= radius.squaredChord && filters.every((meets) => meets(row))) visit(row, chord);
    }
  }
}

function vectorAt({ vectors }: RecordIndex, row: number): UnitVector {
  const at = row * 3;
  return [vectors[at] as number, vectors[at + 1] as number, vectors[at + 2] as number];
}
