import { squaredLength } from '../match/distance.js';
import { distancePoints } from '../match/points.js';
import type { Ranking } from '../match/ranking.js';
import type { MatchEngine, Radius, Ranked } from '../match/search.js';
import type { FilterWish } from '../match/wanted.js';
import type { Therapist } from '../therapist.js';
import { Best } from './best.js';
import { Facets } from './facets.js';
import { firstAt } from './find-row.js';
import { cellsAround } from './grid.js';
import type { RecordIndex } from './record-index.js';
import { askedPoints, mostAskedPoints, StandingPoints } from './row-points.js';
import { isIn, type RowSet } from './row-set.js';

/** Searches an index; `recordAt` reads the record of a row. */
export function indexEngine(index: RecordIndex, recordAt: (row: number) => Therapist): MatchEngine<number> {
  const facets = new Facets(index);
  let standing: StandingPoints | undefined;

  function best(ranking: Ranking, radius: Radius, most: number): Ranked<number>[] {
    const { asked: words, weights, steps, wanted } = ranking;
    if (!standing?.holdFor(ranking)) standing = new StandingPoints(index, ranking.today, weights);
    const points = standing;
    const asked = words.map((word) => ({
      code: index.words.indexOf(word),
      rows: facets.having('specialties', word),
    }));
    const found = new Best<Ranked<number>>(most, (a, b) => compare(index, a, b));
    const mostAsked = mostAskedPoints(asked.length, weights);
    /** Who cannot have as many points is not among the best, and not looked at closely. */
    let least = Number.NEGATIVE_INFINITY;
    const couldBe = (row: number) => points.of(row) + weights.distance.atMost + mostAsked >= least;
    forEachWithin(index, ranking, radius, facets.meeting(wanted), couldBe, (key, squaredChord) => {
      const sure = points.of(key) + distancePoints(squaredChord, steps);
      if (sure + mostAsked < least) return;
      const score = sure + askedPoints(index, key, asked, weights);
      if (score < least) return;
      found.offer({ key, squaredChord, score });
      least = found.worst?.score ?? least;
    });
    return found.kept;
  }

  function count({ wanted, ...ranking }: Ranking, radius: Radius, except?: FilterWish): number {
    let fitting = 0;
    forEachWithin(index, ranking, radius, facets.meeting(wanted, except), everyone, () => fitting++);
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

const everyone = () => true;

/** Rows within the radius that could be of interest, of `among` where it is given. */
function forEachWithin(
  { cells, xs, ys, zs, size }: RecordIndex,
  { near, vector: [x, y, z] }: Pick<Ranking, 'near' | 'vector'>,
  radius: Radius,
  among: RowSet | undefined,
  couldBe: (row: number) => boolean,
  visit: (row: number, squaredChord: number) => void,
): void {
  for (const [first, last] of cellsAround(near, radius.km)) {
    const from = firstAt(cells, (cell) => cell >= first);
    for (let row = from; row < size && (cells[row] as number) <= last; row++) {
      if ((among && !isIn(among, row)) || !couldBe(row)) continue;
      const chord = squaredLength((xs[row] as number) - x, (ys[row] as number) - y, (zs[row] as number) - z);
      if (chord <= radius.squaredChord) visit(row, chord);
    }
  }
}
