const DAY_MS = 86_400_000;

/** Days since 1970 in UTC: what of a date counts for the rank. Of an ISO date or time; NaN of none. */
export function dayOf(date: string | Date | undefined): number {
  if (date === undefined) return Number.NaN;
  return Math.floor((typeof date === 'string' ? Date.parse(date) : date.getTime()) / DAY_MS);
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
