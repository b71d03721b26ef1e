import type { Weights } from '../match/weights.js';

// The sums of match/points.ts in SQL, over the columns of a therapist. Numbers are doubles here as there, and
// are added up in the same order, so that both come out the same to the last bit.

/** Everything of the score that follows from the record and the day. `today` is an SQL parameter. */
export function standingSql(weights: Weights, today: string): string {
  return sum([
    licenceSql(weights.licence, today),
    acceptingSql(weights.accepting),
    freshnessSql(weights.freshness, today),
    ratingSql(weights.rating),
  ]);
}

/** `chord` is the squared chord to the patient, `steps` those of `distanceSteps`. */
export function distanceSql(chord: string, steps: readonly number[]): string {
  const lost = (from: number, to: number): string => {
    if (from === to) return String(steps.length - from);
    const middle = (from + to) >>> 1;
    return `CASE WHEN ${chord} < ${double(steps[middle] ?? 0)} THEN ${lost(from, middle)} ELSE ${lost(middle + 1, to)} END`;
  };
  return lost(0, steps.length);
}

/** What fits what was asked for, and years with it. `asked` are SQL parameters, the foremost first. */
export function askedSql({ fit, experience }: Weights, asked: readonly string[]): string {
  const practice = yearsSql(
    'years_in_practice',
    experience.yearsInPracticeAPoint,
    experience.yearsInPracticeAtMost,
  );
  if (asked.length === 0) return practice;
  const fits = asked.map((word) => `CASE WHEN ${word} = ANY(specialties) THEN 1 ELSE 0 END`).join(' + ');
  const years = asked.map((word) => `experience_years[array_position(experience, ${word})]`).join(', ');
  const most = asked.length === 1 ? years : `GREATEST(${years})`;
  return sum([
    `CASE WHEN ${asked[0]} = ANY(specialties) THEN ${fit.foremost} WHEN (${fits}) > 0 THEN ${fit.another} ELSE 0 END`,
    `LEAST(${fit.furtherAtMost}, GREATEST(0, ${fits} - 1) * ${fit.further})`,
    `GREATEST(${practice}, ${yearsSql(most, experience.yearsAPoint, experience.atMost)})`,
  ]);
}

/** No day and no wish brings a therapist more than this, but for distance and fit. Of columns only. */
export function ceilingSql(weights: Weights): string {
  const { licence, freshness, experience } = weights;
  const { verified, unexpired, unknown, expired } = licence;
  return sum([
    `CASE WHEN cardinality(credentials_expire) = 0 THEN ${unknown} WHEN ever_verified THEN ${Math.max(verified, unexpired, unknown, expired)} ELSE ${Math.max(unexpired, unknown, expired)} END`,
    acceptingSql(weights.accepting),
    `CASE WHEN updated_on IS NULL AND accepting_as_of IS NULL THEN 0 ELSE ${Math.max(freshness.recent, freshness.aging)} END`,
    ratingSql(weights.rating),
    `GREATEST(${[
      yearsSql('years_in_practice', experience.yearsInPracticeAPoint, experience.yearsInPracticeAtMost),
      yearsSql('most_experience', experience.yearsAPoint, experience.atMost),
    ].join(', ')})`,
  ]);
}

function licenceSql(
  { verified, unexpired, unknown, expired, verifiedWithinDays }: Weights['licence'],
  today: string,
): string {
  const points = (expires: string, checked: string) =>
    `CASE WHEN ${expires} < ${today} THEN ${expired} WHEN ${checked} <= ${today} AND ${checked} >= ${today} - ${double(verifiedWithinDays)} THEN ${verified} WHEN ${expires} IS NULL THEN ${unknown} ELSE ${unexpired} END`;
  // The best standing decides, whatever points it brings: verified, unexpired, unknown, expired.
  const rank = `CASE WHEN expires < ${today} THEN 4 WHEN checked <= ${today} AND checked >= ${today} - ${double(verifiedWithinDays)} THEN 1 WHEN expires IS NULL THEN 3 ELSE 2 END`;
  const several = `(SELECT (ARRAY[${verified}, ${unexpired}, ${unknown}, ${expired}])[min(${rank})] FROM unnest(credentials_expire, credentials_verified) AS credential(expires, checked))`;
  return `CASE cardinality(credentials_expire) WHEN 0 THEN ${unknown} WHEN 1 THEN ${points('credentials_expire[1]', 'credentials_verified[1]')} ELSE ${several} END`;
}

function acceptingSql({ yes, no, unknown }: Weights['accepting']): string {
  return `CASE WHEN accepting IS NULL THEN ${unknown} WHEN accepting THEN ${yes} ELSE ${no} END`;
}

function freshnessSql({ recent, recentDays, aging, agingDays }: Weights['freshness'], today: string): string {
  const within = (days: number) =>
    ['updated_on', 'accepting_as_of']
      .map((day) => `(${day} <= ${today} AND ${day} >= ${today} - ${double(days)})`)
      .join(' OR ');
  return `CASE WHEN ${within(recentDays)} THEN ${recent} WHEN ${within(agingDays)} THEN ${aging} ELSE 0 END`;
}

function ratingSql({ priorAverage, priorCount, from, atMost }: Weights['rating']): string {
  const shrunk = `(rating * rating_count + ${double(priorAverage * priorCount)}) / (rating_count + ${double(priorCount)})`;
  const share = `(${shrunk} - ${double(from)}) / ${double(5 - from)}`;
  return `floor(LEAST(1, GREATEST(0, ${share})) * ${double(atMost)} + 0.5::double precision)::integer`;
}

function yearsSql(years: string, aPoint: number, atMost: number): string {
  // LEAST passes over NULL, so that what is not known must be told apart before.
  return `LEAST(${atMost}, floor(COALESCE(${years}, 0) / ${double(aPoint)}))::integer`;
}

/** Exactly this number. */
function double(value: number): string {
  return `${value < 0 ? `(${value})` : value}::double precision`;
}

function sum(parts: readonly string[]): string {
  return parts.map((part) => `(${part})`).join(' + ');
}
